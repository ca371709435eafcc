"""Take the pictures of docs/img anew, from real games in a real window.

`python -m tests.desktop.shots` takes all of them and deletes what nobody takes any more; with names of parts
(`first`, `tutorial`, `wide`, `together`, `kept`) it takes only those. Needs Xvfb, xdotool and import.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.desktop.album import Album
from tests.desktop.real_games import FLAGSHIP, end_turn, go_on, order, sit_down
from tests.desktop.real_window import Player, Screen

USUAL, WIDE = (1280, 720), (1920, 1080)
MIDDLE: Final = 5.0
"""Seconds into the telling of a turn at which it is caught in the middle."""
ALLEGES: Final = {
    1: ("ukraine/allege_open/russia", "ukraine/artillery/russia"),
    2: ("ukraine/release_public", "ukraine/order_reserve/russia"),
    3: ("ukraine/artillery/russia", "ukraine/drone_watch/russia"),
    4: ("ukraine/fortify/russia", "ukraine/artillery/russia"),
    5: ("ukraine/hold_fire", "ukraine/public_appeal/russia"),
}
"""Ukraine alleges and answers; from the sixth turn on it waits. With seed 5 Russia offers a package late."""
PUSHES: Final = {
    1: ("russia/counter_allege/ukraine",),
    3: ("russia/declare_red_line/coalition",),
    4: ("russia/push_on/ukraine", "russia/snap_exercise/coalition"),
}
"""Russia denies, warns and pushes on. With seed 11 the second tier opens and the coalition answers."""
GAME: Final = ("play", FLAGSHIP, "--variant", "conditional", "--assumptions", "play")


def main() -> None:
    """Take the pictures of some parts, or of all."""
    wanted = sys.argv[1:] or list(PARTS)
    album = Album()
    with tempfile.TemporaryDirectory() as home:
        for name in wanted:
            began = time.monotonic()
            PARTS[name](album, Path(home))
            print(f"{name}: {time.monotonic() - began:.0f} s")
    if not sys.argv[1:]:
        print("deleted:", ", ".join(album.drop_others()) or "nothing")


# --- before a game ----------------------------------------------------------------------------------------


def first(album: Album, home: Path) -> None:
    """The menu of somebody who has never played, the steps before a game, and the briefing."""
    with Screen(USUAL) as screen, Player(screen, home) as player:
        player.fill_window()
        player.widget("scenarios")
        album.take(player, "menu")
        player.click(f"scenarios/{FLAGSHIP}")
        player.click("step.reading/conditional")
        album.take(player, "setup-reading")
        player.click("steps/assumptions")
        player.click("step.assumptions/play")
        album.take(player, "setup-assumptions")
        player.click("steps/numbers")
        album.take(player, "setup-numbers")
        player.click("steps/seat")
        player.click("step.seat/ukraine")
        album.take(player, "setup-seat")
        player.click("steps/others")
        player.click("step.seed")
        player.key("5")
        album.take(player, "setup-others")
        player.click("start")
        player.wait(lambda seen: seen["screen"] == "briefing")
        album.take(player, "briefing")
        player.click("begin")
        _ukraine(album, player)


def tutorial(album: Album, home: Path) -> None:
    """Two steps of the tutorial."""
    with Screen(USUAL) as screen, Player(screen, home) as player:
        player.fill_window()
        player.click("learn")
        player.wait(lambda seen: seen["screen"] == "briefing")
        player.click("begin")
        player.click("coach/next")
        album.take(player, "tutorial-ladder")
        player.click("coach/next")
        player.click("coach/next")
        album.take(player, "tutorial-move")


# --- a game at the usual size -----------------------------------------------------------------------------


def _ukraine(album: Album, player: Player) -> None:
    _turn(player, ALLEGES[1], (("russia", "holds"), ("coalition", "climbs")), album)
    _turn(player, ALLEGES[2])
    _turn(player, ALLEGES[3])
    _main_screen(album, player)
    _turn(player, ALLEGES[4], (("russia", "climbs"), ("us", "holds")))
    _turn(player, ALLEGES[5])
    _branch(album, player)
    _turn(player)
    _turn(player)
    player.click("aspects/map")
    album.take(player, "map")
    player.click("aspects/members")
    album.take(player, "coalition")
    player.click("aspects/talks")
    player.click(player.parts("talks.theirs")[0])
    player.click(player.parts("talks.ours")[0])
    album.take(player, "talks")
    if "talks.anew" in player.names():
        player.click("talks.anew")
    player.click("aspects/situation")
    _turn(player)
    _turn(player)
    player.click("aspects/talks")
    album.take(player, "talks-offer")
    player.click("aspects/situation")
    while player.screen_name() == "crisis":
        _turn(player)
    for tab in player.parts("ending.tabs"):
        player.click(tab)
        album.take(player, f"ending-{tab.split('/')[1]}")
    player.click("menu")
    player.widget("scenarios")


def _turn(
    player: Player,
    moves: tuple[str, ...] = (),
    slip: tuple[tuple[str, str], ...] = (),
    album: Album | None = None,
) -> None:
    """Order moves, predict, and look at what comes of it; with an album, slowly and with pictures."""
    for move in moves:
        order(player, move)
    if album is not None:
        _choose(player, "settings.motion/full")
    player.click("end_turn")
    for actor, choice in slip:
        player.click(f"slip.{actor}/{choice}")
    if slip:
        player.click(f"sure.{slip[0][0]}/80 %")
    if album is not None:
        album.take(player, "slip")
    if album is not None:
        player.press("slip.reveal")
        player.widget("reveal.pause")
        time.sleep(MIDDLE)
        player.press("reveal.pause")
        album.take(player, "reveal-beats")
        player.press("reveal.skip")
        album.take(player, "reveal")
    elif "slip.reveal" in player.names():
        player.click("slip.reveal")
    go_on(player)
    player.settle()
    if album is not None:
        _choose(player, "settings.motion/reduced")


def _choose(player: Player, *choices: str) -> None:
    """Change settings."""
    player.click("settings")
    for choice in choices:
        player.click(choice)
    player.click("overlay.close")


def _main_screen(album: Album, player: Player) -> None:
    """Everything that can be seen in a turn in which much has happened."""
    album.take(player, "crisis")
    _choose(player, "settings.theme/light")
    album.take(player, "light")
    _choose(player, "settings.theme/dark", "settings.type/large")
    album.take(player, "large-type")
    _choose(player, "settings.type/normal", "settings.language/de")
    album.take(player, "german")
    _choose(player, "settings.language/en")
    _look_at(player, "ukraine/assault/russia")
    album.take(player, "forecast")
    player.click("aspects/deterrence")
    album.take(player, "deterrence")
    for aspect in ("intelligence", "log", "assumptions"):
        player.click(f"aspects/{aspect}")
        album.take(player, aspect)
    player.click("aspects/situation")
    player.click("orders.tabs/claim")
    player.click(next(name for name in player.parts("claims") if "deliberate" in name))
    album.take(player, "orders-claim")
    player.click("orders.tabs/rules")
    player.click("rules/tight")
    album.take(player, "orders-rules")
    player.click("orders.tabs/if")
    player.click(player.parts("if.question")[0])
    player.click(player.parts("if.moves")[1])
    album.take(player, "orders-if")
    player.click("orders.chosen/take_back.if")
    player.click("orders.tabs/moves")
    for name, opens in (("plan", "plan.details"), ("ladder", "ladder.russia")):
        player.click(opens)
        album.take(player, name)
        player.click("overlay.close")
    player.click("settings")
    album.take(player, "settings")
    player.click("overlay.close")
    player.click("help")
    for tab in player.parts("help.tabs"):
        player.click(tab)
        album.take(player, f"help-{tab.split('/')[1]}")
    player.click("help.close")


def _look_at(player: Player, move: str) -> None:
    """Look at a move without ordering it."""
    player.find("moves", move)
    player.point_at_nothing()
    player.arrow_to("moves", move)


def _branch(album: Album, player: Player) -> None:
    """Go back two turns, play one of them differently, and return to the first line."""
    player.click("back")
    player.click("overlay.turns/turn.4")
    player.click("overlay.go")
    _turn(player, ("ukraine/hold_fire",))
    player.click("back")
    player.click("overlay.turns/A.5")
    album.take(player, "lines")
    player.click("overlay.turns/A.6")
    player.click("overlay.go")


# --- other games ------------------------------------------------------------------------------------------


def together(album: Album, home: Path) -> None:
    """Two people at one window: the curtain between them."""
    hot_seat = ("--seat", "us", "--seed", "3", "--players", "russia=human")
    with Screen(USUAL) as screen, Player(screen, home, *GAME, *hot_seat) as player:
        player.fill_window()
        while player.screen_name() == "handover":
            player.press("handover.open")
            player.settle()
        sit_down(player)
        end_turn(player)
        player.wait(lambda seen: seen["screen"] == "handover")
        album.take(player, "handover")


def wide(album: Album, home: Path) -> None:
    """A game that goes wrong, on a large screen."""
    with Screen(WIDE) as screen, Player(screen, home, *GAME, "--seat", "russia", "--seed", "11") as player:
        player.fill_window()
        sit_down(player)
        for turn in range(1, 7):
            _turn(player, PUSHES.get(turn, ()))
        album.take(player, "crisis-large")
        for aspect in ("map", "deterrence", "talks", "members"):
            player.click(f"aspects/{aspect}")
            album.take(player, f"{'coalition' if aspect == 'members' else aspect}-large")
        player.click("aspects/situation")
        while player.screen_name() == "crisis":
            _turn(player)
        album.take(player, "ending-large")
        player.click("ending.tabs/reasons")
        album.take(player, "ending-reasons-large")


def kept(album: Album, home: Path) -> None:
    """What lies in the folder of saved games after all of that, and the menu that goes on."""
    with Screen(USUAL) as screen, Player(screen, home) as player:
        player.fill_window()
        player.widget("saves")
        album.take(player, "menu-again")
        player.click("saves")
        player.wait(lambda seen: seen["screen"] == "saves")
        album.take(player, "saves")


PARTS: Final[dict[str, Callable[[Album, Path], None]]] = {
    "first": first,
    "tutorial": tutorial,
    "wide": wide,
    "together": together,
    "kept": kept,
}

if __name__ == "__main__":
    main()
