"""Frames of the window on SDL's dummy driver: how long one takes, and what an idle window wants of a core.

Run it as `python bench/frames.py` or `python -m bench.frames`. One seat of the flagship is played: the
pointer runs over orders and ladders, tabs are switched, lists scroll, the map is dragged and zoomed, turns
are resolved and told. Every frame drawn meanwhile counts, from the event before it to the flip after it. Each
size is a process of its own. Beside the clock on the wall, the time that the window's own thread had a core
is told: on a machine that others use too, it says more.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, thread_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a file
    sys.path.insert(0, str(ROOT))

from bench.measure import Result, arguments, machine  # noqa: E402  (the path above comes first)

SIZES = ((1280, 720), (1920, 1080))
AIM_MS = 1000 / 60
AIM_IDLE = 0.05
IDLE_SECONDS = 6.0
PATIENCE = 60.0
"""Seconds that something slow may take."""
TURNS = 3
STEPS = 40
"""Frames of each sweep of the pointer."""


class Glass:
    """A window on no screen."""

    def __init__(self, size: tuple[int, int]) -> None:
        import pygame

        pygame.display.init()
        pygame.font.init()
        self._window = pygame.Window("Backstop", size)

    def surface(self) -> Any:
        return self._window.get_surface()

    def flip(self) -> None:
        self._window.flip()

    def toggle_full_screen(self) -> None:
        raise NotImplementedError


class Somebody:
    """Sits at the window, and takes the time of every frame."""

    def __init__(self, size: tuple[int, int]) -> None:
        import pygame

        from game.desktop import litter
        from game.desktop.app import App, Wish

        self.pygame = pygame
        self.app = App(Glass(size))
        self.stage = self.app.stage
        self.times: list[float] = []
        """Seconds on the wall that each frame took."""
        self.cores: list[float] = []
        """Seconds that the thread of the window worked at each frame."""
        litter.seldom()  # as the loop of a window does
        self.app.read(Wish("three_tiers_72h", "ukraine", "conditional", "play", {}, 7, {}))

    # --- frames -------------------------------------------------------------------------------------------

    def frame(self, *events: Any) -> None:
        """Handle events and draw the frame that they ask for, if they do."""
        started, busy = perf_counter(), thread_time()
        for event in events:
            self.stage.handle(event)
        if self.stage.waiting_to_draw or self.stage.motion.going:
            self.stage.draw()
            self.times.append(perf_counter() - started)
            self.cores.append(thread_time() - busy)

    def rest(self) -> None:
        """Draw frames until nothing moves."""
        until = perf_counter() + PATIENCE
        while self.stage.motion.going and perf_counter() < until:
            self.frame()
            self.pygame.time.wait(8)

    def wait(self, screen: str, layer: int | None = None) -> None:
        """Go on until a screen is there; work beside the window is waited for, and not measured."""
        until = perf_counter() + PATIENCE
        while perf_counter() < until:
            seen = self.stage.ui_map()
            if seen.get("screen") == screen and (layer is None or seen["layer"] == layer):
                return
            self.frame(*self.pygame.event.get())
            self.pygame.time.wait(5)
        raise RuntimeError(
            f"the screen {screen!r} never came; there is {self.stage.ui_map().get('screen')!r}"
        )

    # --- hands --------------------------------------------------------------------------------------------

    def rect(self, name: str) -> Any:
        for widget in self.stage.ui_map()["widgets"]:
            if widget["name"] == name:
                return self.pygame.Rect(widget["rect"])
        return None

    def names(self, widget: str) -> list[str]:
        return [one["name"] for one in self.stage.ui_map()["widgets"] if one["name"].startswith(f"{widget}/")]

    def point(self, at: tuple[int, int]) -> None:
        self.frame(self.pygame.event.Event(self.pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))

    def press(self, name: str) -> bool:
        rect = self.rect(name)
        if rect is None:
            return False
        self.point(rect.center)
        for kind in (self.pygame.MOUSEBUTTONDOWN, self.pygame.MOUSEBUTTONUP):
            self.frame(self.pygame.event.Event(kind, pos=rect.center, button=1))
        self.rest()
        return True

    def sweep(self, rect: Any) -> None:
        """Run the pointer down across a rectangle."""
        for step in range(STEPS):
            share = step / (STEPS - 1)
            across = rect.x + int((rect.width - 1) * share)
            self.point((across, rect.y + int((rect.height - 1) * share)))

    def drag(self, rect: Any) -> None:
        """Drag something to and fro, and turn the wheel over it."""
        pygame = self.pygame
        self.point(rect.center)
        self.frame(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=rect.center, button=1))
        for step in range(STEPS):
            away = 3 * (step if step < STEPS // 2 else STEPS - step)
            self.point((rect.centerx + away, rect.centery + away // 2))
        self.frame(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=rect.center, button=1))
        for notch in (1,) * 6 + (-1,) * 6:
            self.frame(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=notch))
            self.rest()

    def key(self, code: int, mod: int = 0) -> None:
        self.frame(self.pygame.event.Event(self.pygame.KEYDOWN, key=code, mod=mod, unicode=""))
        self.frame(self.pygame.event.Event(self.pygame.KEYUP, key=code, mod=mod))


def play(somebody: Somebody) -> None:
    """Play some turns as a person would, looking at everything."""
    pygame = somebody.pygame
    somebody.wait("briefing")
    somebody.press("begin")
    somebody.wait("crisis")
    somebody.rest()
    somebody.cores.clear()
    somebody.times.clear()  # what is drawn for the first time is not animation
    for _ in range(TURNS):
        for aspect in somebody.names("aspects"):
            somebody.press(aspect)
            somebody.sweep(pygame.Rect((0, 0), somebody.stage.ui_map()["size"]))
        somebody.press("aspects/map")
        if (chart := somebody.rect("map")) is not None:
            somebody.drag(chart)
        somebody.press("aspects/situation")
        for move in somebody.names("moves")[:2]:
            somebody.press(move)
        somebody.key(pygame.K_RETURN, pygame.KMOD_CTRL)
        somebody.rest()
        somebody.press("slip.reveal")
        tell(somebody)


def tell(somebody: Somebody) -> None:
    """Watch the turn being told to its end."""
    until = perf_counter() + PATIENCE
    while perf_counter() < until:
        somebody.frame(*somebody.pygame.event.get())
        if not somebody.stage.motion.going and somebody.press("overlay.close"):
            break
        somebody.pygame.time.wait(8)
    somebody.wait("crisis", layer=0)


def idle(somebody: Somebody) -> float:
    """Return the share of a core that the window takes while nothing happens."""
    somebody.rest()
    stage = somebody.stage
    started, busy = perf_counter(), process_time()
    alarm = somebody.pygame.event.custom_type()
    somebody.pygame.time.set_timer(alarm, int(IDLE_SECONDS * 1000), loops=1)
    handle = stage.handle

    def stop_at_alarm(event: Any) -> None:
        if event.type == alarm:
            stage.running = False
        else:
            handle(event)

    stage.handle = stop_at_alarm  # type: ignore[method-assign]
    stage.run()
    return (process_time() - busy) / (perf_counter() - started)


def measure(size: tuple[int, int]) -> Result:
    """Measure at one size, in this process."""
    somebody = Somebody(size)
    play(somebody)
    share = idle(somebody)
    times, cores = sorted(somebody.times), sorted(somebody.cores)
    return {
        "p50_ms": _at(times, 0.5),
        "p99_ms": _at(times, 0.99),
        "cpu_p50_ms": _at(cores, 0.5),
        "cpu_p99_ms": _at(cores, 0.99),
        "idle_cpu_share": round(share, 4),
        "worst_ms": _at(times, 1.0),
        "cpu_worst_ms": _at(cores, 1.0),
        "frames": len(times),
    }


def _at(times: list[float], share: float) -> float:
    """Return under how many milliseconds a share of sorted seconds lies."""
    return round(1000 * times[min(len(times) - 1, int(len(times) * share))], 2)


def _apart(size: tuple[int, int]) -> Result:
    with TemporaryDirectory() as home:
        env = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "BACKSTOP_HOME": home}
        command = [sys.executable, str(Path(__file__).resolve()), f"{size[0]}x{size[1]}"]
        run = subprocess.run(command, env=env, check=True, capture_output=True, text=True, cwd=ROOT)
    found: Result = json.loads(run.stdout.splitlines()[-1])
    return found


def _sizes() -> Iterator[tuple[int, int]]:
    for word in sys.argv[1:]:
        if word[:1].isdigit():
            width, height = word.split("x")
            yield int(width), int(height)


def main() -> None:
    """Measure each size in a process of its own, or the size that is named in this one."""
    for size in _sizes():
        print(json.dumps(measure(size)))
        return
    asked = arguments("frame times and idle load of the window", 1)
    found = {f"{size[0]}x{size[1]}": _apart(size) for size in SIZES}
    if asked.json:
        print(json.dumps({**found, "machine": machine()}, indent=2))
        return
    for size_name, one in found.items():
        idle_share = one["idle_cpu_share"]
        print(
            f"{size_name}: half of {one['frames']} frames under {one['p50_ms']} ms, "
            f"99 % under {one['p99_ms']} ms (aim {AIM_MS:.1f}; "
            f"of a core {one['cpu_p50_ms']} and {one['cpu_p99_ms']} ms); "
            f"idle {idle_share:.1%} of a core (aim {AIM_IDLE:.0%})"
        )


if __name__ == "__main__":
    main()
