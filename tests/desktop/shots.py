"""Take the pictures of docs/img anew, from a real game: python -m tests.desktop.shots [FOLDER]."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.desktop.real_window import ROOT, Player, Screen

SIZES = ((1280, 720), (1920, 1080))
MOST_TURNS = 20
PLAN = (
    ("ask_monitors", "drone_watch"),
    ("allege_open", "order_reserve"),
    ("ukraine_warns", "jam_drones"),
    ("share_partners", "artillery"),
    ("hold_fire", "public_appeal"),
)
"""Parts of the names of moves that are tried, turn by turn."""
LATER = ("accept_package", "hold_fire", "fortify", "wait")
"""What is tried after that."""
KEPT = {
    ("menu", 1280): "menu",
    ("seat", 1280): "seat",
    ("briefing", 1280): "briefing",
    ("turn4", 1280): "crisis",
    ("turn4", 1920): "crisis-large",
    ("orders-if", 1280): "contingent",
    ("plan", 1280): "plan",
    ("slip", 1280): "slip",
    ("reveal", 1280): "reveal",
    ("aspect-map", 1280): "map",
    ("aspect-deterrence", 1280): "deterrence",
    ("aspect-talks", 1280): "talks",
    ("aspect-members", 1280): "coalition",
    ("ending-worth", 1280): "ending",
    ("ending-truth", 1280): "truth",
}
"""The pictures that docs/img keeps, and what they are called there."""


def main() -> None:
    """Play once at each size; without a folder, keep a choice of the pictures for the documents."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    for size in SIZES:
        screen = Screen(size)
        try:
            with tempfile.TemporaryDirectory() as home, Player(screen, Path(home)) as player:
                _play(player, folder, size[0])
        finally:
            screen.close()


def _play(player: Player, folder: Path | None, width: int) -> None:
    def picture(name: str) -> None:
        if folder is not None:
            player.picture(folder / f"{name}-{width}.png")
        elif (name, width) in KEPT:
            player.picture(ROOT / "docs" / "img" / f"{KEPT[name, width]}.png")

    player.fill_window()
    picture("menu")
    player.click("scenarios/three_tiers_72h")
    picture("setup")
    player.click("step.reading/conditional")
    player.click("steps/assumptions")
    player.click("step.assumptions/play")
    picture("assumptions")
    player.click("steps/seat")
    player.click("step.seat/ukraine")
    picture("seat")
    player.click("steps/others")
    player.click("step.seed")
    player.key("7")
    picture("others")
    player.click("start")
    player.wait(lambda seen: seen["screen"] == "briefing")
    picture("briefing")
    player.click("begin")
    for turn in range(1, MOST_TURNS + 1):
        _order(player, turn)
        if turn in (1, 4, 7):
            picture(f"turn{turn}")
        if turn == 4:
            _look_around(player, picture)
        player.click("end_turn")
        if turn == 4:
            for actor in ("russia", "coalition"):
                player.click(f"slip.{actor}/climbs")
            player.click("sure.russia/80 %")
            picture("slip")
        player.click("slip.reveal")
        if turn == 4:
            picture("reveal")
        player.click("overlay.close")
        if player.screen_name() == "ending":
            break
    for tab in player.parts("ending.tabs"):
        player.click(tab)
        picture(f"ending-{tab.split('/')[1]}")


def _order(player: Player, turn: int) -> None:
    """Choose two moves, by the keyboard, so that moves below the fold are reached as well."""
    wanted = PLAN[turn - 1] if turn <= len(PLAN) else LATER
    player.tab_to("moves")
    player.key("Home")
    chosen = 0
    while chosen < 2:
        widget = player.widget("moves")
        if any(word in widget["at"] for word in wanted) and widget["at"] in player.available("moves"):
            player.key("Return")
            chosen += 1
        player.key("Down")
        if player.see()["focus"] != "moves" or player.widget("moves")["at"] == widget["at"]:
            break
    player.tab_to("end_turn")


def _look_around(player: Player, picture: Callable[[str], None]) -> None:
    for tab in player.parts("aspects"):
        player.click(tab)
        picture(tab.replace("aspects/", "aspect-"))
    player.click("aspects/situation")
    for tab in ("log", "evidence", "tracks", "promises"):
        if f"panels/{tab}" in player.names():
            player.click(f"panels/{tab}")
            picture(tab)
    for tab in ("if", "rules", "claim"):
        player.click(f"orders.tabs/{tab}")
        picture(f"orders-{tab}")
    player.click("orders.tabs/moves")
    for name, opens in (("plan", "plan.details"), ("ladder", "ladder.russia")):
        player.click(opens)
        picture(name)
        player.click("overlay.close")
    player.click("help")
    picture("help")
    player.click("help.close")


if __name__ == "__main__":
    main()
