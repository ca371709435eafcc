"""A player with a real window: starts `main.py` on a virtual screen, looks, clicks and types.

Nothing here sleeps for a while and hopes: the window says in its map how many presses it has taken, whether
something still moves and whether something is still being worked on, and the player waits for that.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0
"""Seconds that a player waits for something to appear; a busy machine is slow."""
SETTLED = 0.08
"""Seconds without a new frame after which a window that has nothing to do stands still."""
QUIET: dict[str, object] = {"motion": "reduced", "muted": True}
"""Nobody waits for what moves, unless a test is about it."""


class Screen:
    """A virtual screen."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        reading, writing = os.pipe()
        command = [
            "Xvfb",
            "-r",  # a key that a busy machine lets go of late does not repeat
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{size[0]}x{size[1]}x24",
            "-nolisten",
            "tcp",
        ]
        self._server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.display = f":{answer.readline().strip()}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._server.terminate()
        self._server.wait(10)


class Player:
    """Somebody at the window, who sees what the map of widgets says."""

    def __init__(
        self,
        screen: Screen,
        home: Path,
        *arguments: str,
        sound: str | None = "dummy",
        settings: Mapping[str, object] | None = None,
    ) -> None:
        """`sound`: the driver to ask for, None for whatever there is; `settings` differ from a quiet set."""
        self.screen = screen
        self.home = home
        self.arguments = arguments
        self.map_file = home / "map.json"
        self.window = ""
        self.corner = 0, 0
        self.environment = {
            key: value for key, value in os.environ.items() if not key.startswith(("SDL_", "XDG_"))
        } | {
            "DISPLAY": screen.display,
            "SDL_VIDEODRIVER": "x11",
            "BACKSTOP_HOME": str(home),
            "BACKSTOP_UI_MAP": str(self.map_file),
        }
        if sound is not None:
            self.environment["SDL_AUDIODRIVER"] = sound
        self.settings = QUIET | dict(settings or {})
        self.errors = home / "errors.txt"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self._process is not None and shutil.which("import"):
            subprocess.run(
                ["import", "-window", "root", str(self.home / "failed.png")],
                env=self.environment,
                check=False,
            )
        self.kill()

    def start(self) -> None:
        """Open the window and wait for its first screen."""
        self.map_file.unlink(missing_ok=True)
        settings = self.home / "settings.json"
        if not settings.exists():
            settings.write_text(json.dumps(self.settings), encoding="utf-8")
        width, height = self.screen.size
        self._tool("mousemove", str(width - 1), str(height - 1))  # nothing is pointed at to begin with
        with self.errors.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), *self.arguments],
                env=self.environment,
                stderr=errors,
                cwd=self.home,
            )
        self.wait(bool)
        window = self._tool("search", "--sync", "--onlyvisible", "--class", ".").split()[0]
        self._tool("windowfocus", "--sync", window)
        self.window = window
        geometry = dict(
            line.split("=")
            for line in self._tool("getwindowgeometry", "--shell", window).split()
            if "=" in line
        )
        self.corner = int(geometry["X"]), int(geometry["Y"])
        self.settle()

    def fill_window(self) -> None:
        """Make the window as large as the screen, as a window manager would."""
        self.resize(self.screen.size)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size, at the corner of the screen."""
        self._tool("windowmove", "--sync", self.window, "0", "0")
        self._tool("windowsize", self.window, str(size[0]), str(size[1]))
        self.corner = 0, 0
        self.wait(lambda seen: seen["size"] == list(size))
        self.settle()

    def kill(self) -> None:
        """End it without warning."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            self._process = None

    def leave(self, *command: str) -> int:
        """Do what closes the window, with the mouse or a key; return its exit status."""
        assert self._process is not None
        self._tool(*command)
        status = self._process.wait(PATIENCE)
        self._process = None
        return status

    def over(self, name: str) -> tuple[str, ...]:
        """Return what moves the pointer over something and presses."""
        x, y = self._middle(name)
        return "mousemove", str(x), str(y), "click", "1"

    def said(self) -> str:
        """Return what the program complained about so far."""
        return self.errors.read_text(encoding="utf-8")

    # --- seeing -------------------------------------------------------------------------------------------

    def see(self) -> dict[str, Any]:
        """Return the map of the last frame; empty before the first."""
        assert self._process is not None
        if self._process.poll() is not None:
            raise AssertionError(f"the window is gone: {self.said()}")
        try:
            found: dict[str, Any] = json.loads(self.map_file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return found

    def wait(self, until: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait until something can be seen."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            seen = self.see()
            if seen and until(seen):
                return seen
            time.sleep(0.01)
        raise AssertionError(f"it never came; on the screen is {self.screen_name()}, {sorted(self.names())}")

    def settle(self) -> dict[str, Any]:
        """Wait until the window stands still: nothing moves, and nothing is being worked on."""
        frame, since, end = -1, time.monotonic(), time.monotonic() + PATIENCE
        while time.monotonic() < end:
            seen = self.see()
            if not seen or seen["moving"] or seen["working"] or seen["frame"] != frame:
                frame, since = seen.get("frame", -1), time.monotonic()
            elif time.monotonic() - since > SETTLED:
                return seen
            time.sleep(0.01)
        raise AssertionError(f"it never stands still; on the screen is {self.screen_name()}")

    def screen_name(self) -> str:
        return str(self.see().get("screen", ""))

    def names(self) -> set[str]:
        return {widget["name"] for widget in self.see().get("widgets", [])}

    def labels(self) -> dict[str, str]:
        """Return what is written on every widget and part, by name."""
        return {widget["name"]: widget["label"] for widget in self.see().get("widgets", [])}

    def widget(self, name: str) -> dict[str, Any]:
        """Wait for a widget or part and return what the map says of it."""
        seen = self.wait(lambda seen: any(one["name"] == name for one in seen["widgets"]))
        return next(one for one in seen["widgets"] if one["name"] == name)

    def parts(self, widget: str, enabled: bool = True) -> list[str]:
        """Return the names of a widget's parts."""
        return [
            one["name"]
            for one in self.see()["widgets"]
            if one["name"].startswith(f"{widget}/") and one["enabled"] >= enabled
        ]

    def available(self, widget: str) -> set[str]:
        """Return which parts in sight can be used, by their own names."""
        return {name.removeprefix(f"{widget}/") for name in self.parts(widget)}

    def picture(self, path: Path) -> None:
        """Take a picture of the whole screen when it stands still."""
        self.settle()
        self.snap(path)

    def snap(self, path: Path) -> None:
        """Take a picture of the whole screen as it is now."""
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    # --- the mouse ----------------------------------------------------------------------------------------

    def click(self, name: str) -> None:
        """Press something with the mouse and wait until the window has answered."""
        self.press(name)
        self.settle()

    def press(self, name: str) -> None:
        """Press something with the mouse and wait no longer than until the window has taken that."""
        x, y = self._middle(name)
        presses = self.see()["presses"]
        self._tool("mousemove", str(x), str(y), "click", "1")
        self.wait(lambda seen: seen["presses"] > presses)

    def hover(self, name: str) -> None:
        """Put the pointer over something."""
        x, y = self._middle(name)
        self._tool("mousemove", str(x), str(y))
        self.settle()

    def point_at_nothing(self) -> None:
        """Move the pointer to a corner, where it lights nothing up."""
        left, top = self.corner
        width, height = self.see()["size"]
        self._tool("mousemove", str(left + width - 1), str(top + height - 1))
        self.settle()

    def wheel(self, name: str, notches: int) -> None:
        """Turn the wheel over something; downwards is positive."""
        self.hover(name)
        presses = self.see()["presses"]
        button = "5" if notches > 0 else "4"
        self._tool("click", "--repeat", str(abs(notches)), "--delay", "10", button)
        self.wait(lambda seen: seen["presses"] >= presses + abs(notches))
        self.settle()

    def drag(self, name: str, across: int, down: int) -> None:
        """Hold something with the mouse, move it, and let go."""
        x, y = self._middle(name)
        presses = self.see()["presses"]
        self._tool("mousemove", str(x), str(y), "mousedown", "1")
        seen = self.wait(lambda seen: seen["presses"] > presses)
        for step in (1, 2, 3, 4):
            self._tool("mousemove", str(x + across * step // 4), str(y + down * step // 4))
        self.wait(lambda now: now["frame"] > seen["frame"])
        self.settle()
        self._tool("mouseup", "1")
        self.settle()

    def find(self, widget: str, part: str) -> str:
        """Turn the wheel over a list until a row of it is in sight; return the row's name."""
        name = f"{widget}/{part}"
        for notches in (-40, *[2] * 30):
            if name in self.names():
                break
            self.wheel(widget, notches)
        assert name in self.names(), f"{part} is not in {widget}: {self.parts(widget)}"
        return name

    def _middle(self, name: str) -> tuple[int, int]:
        left, top, width, height = self.widget(name)["rect"]
        return self.corner[0] + left + width // 2, self.corner[1] + top + height // 2

    # --- the keys -----------------------------------------------------------------------------------------

    def key(self, *keys: str) -> None:
        """Press keys, by the names that X gives them, and wait until the window has answered."""
        for key in keys:
            presses = self.see()["presses"] + key.count("+")  # Ctrl of Ctrl+Enter is a key as well
            # Let go of at once: a key that is down while a busy machine draws a slow frame would repeat.
            self._tool("key", "--delay", "1", key)
            self.wait(lambda seen, before=presses: seen["presses"] > before)  # type: ignore[misc]
        self.settle()

    def tab_to(self, name: str) -> None:
        """Go to a widget with the Tab key."""
        for _ in range(60):
            if self.see()["focus"] == name:
                return
            self.key("Tab")
        raise AssertionError(f"Tab never reaches {name}: {sorted(self.names())}")

    def arrow_to(self, widget: str, part: str, key: str = "Down") -> None:
        """Go to a row or choice of a widget that has the keyboard."""
        self.tab_to(widget)
        for back in ("Up" if key == "Down" else "Left", key):
            for _ in range(80):
                if self.widget(widget)["at"] == part:
                    return
                before = self.widget(widget)["at"]
                self.key(back)
                if self.see()["focus"] != widget:
                    self.tab_to(widget)
                    break
                if self.widget(widget)["at"] == before:
                    break
        raise AssertionError(f"{part} is not in {widget}")

    def _tool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=30,
        )
        return done.stdout
