"""What one can do on each screen, and what no screen does silently."""

from pathlib import Path

import pygame
import pytest

from game.desktop import app as app_module
from game.desktop.app import App, Wish, run
from game.desktop.draft import Draft, Expected, find_move
from game.desktop.pictures import save_picture
from game.desktop.screens.briefing import Briefing
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.menu import Menu
from game.desktop.stage import Stage
from game.places import HOME
from game.session.saves import unfinished_games
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay, app

FLAGSHIP = "three_tiers_72h"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


class Leave:
    def __init__(self) -> None:
        self.went = ""

    def to_menu(self) -> None:
        self.went = "menu"

    def to_ending(self, play: object) -> None:
        self.went = "ending"


def table() -> tuple[Crisis, StillPlay, Hand]:
    glass = Glass()
    stage = Stage(glass.surface, glass.flip)
    play = StillPlay(seat_view())
    crisis = Crisis(stage, play, Leave())
    stage.show(crisis)
    return crisis, play, Hand(stage, glass)


def shown(game: App) -> object:
    return game.stage.screen


# --- the menu ---------------------------------------------------------------------------------------------


def test_nothing_that_matters_is_chosen_silently() -> None:
    game, hand = app()
    hand.click(f"scenarios/{FLAGSHIP}")
    hand.click("start")
    assert isinstance(game.stage.screen, Menu)
    for word in ("reading", "assumptions", "seat"):
        assert word in game.stage.message.lower()
    for choice in ("step.reading/timetable", "step.assumptions/sceptic"):
        hand.click(f"steps/{choice.split('/')[0].removeprefix('step.')}")
        hand.click(choice)
    hand.click("start")
    assert "your seat" in game.stage.message
    assert "reading" not in game.stage.message.lower()


def test_the_menu_is_drawn_before_the_scenarios_are_read() -> None:
    glass = Glass()
    hand = Hand(app_module.App(glass).stage, glass)
    assert glass.flips == 1
    assert [name for name in hand.names() if name != "learn"] == ["settings", "help", "quit"]


def test_a_complete_wish_starts_at_its_briefing() -> None:
    wish = Wish(FLAGSHIP, "russia", "conditional", "play", {}, 5, {"us": "hawk"})
    game, hand = app(wish=wish)
    hand.wait()
    briefing = game.stage.screen
    assert isinstance(briefing, Briefing)
    assert briefing.play.view.actor == "russia"
    assert "Conditional" in briefing.play.setting
    hand.click("begin")
    assert "end_turn" in hand.names()


def test_an_incomplete_wish_asks_for_the_rest() -> None:
    game, _ = app(wish=Wish(FLAGSHIP, "russia", None, None, {}, None, {}))
    menu = game.stage.screen
    assert isinstance(menu, Menu)
    assert menu.choices is not None
    assert menu.choices.seat == "russia"
    assert set(menu.choices.missing()) == {"reading", "assumptions"}
    assert menu.step == "reading"


def test_how_the_others_play_is_changed_by_pressing_them() -> None:
    game, hand = app()
    hand.click(f"scenarios/{FLAGSHIP}")
    hand.click("steps/seat")
    hand.click("step.seat/ukraine")
    hand.click("steps/others")
    menu = game.stage.screen
    assert isinstance(menu, Menu)
    assert menu.choices is not None
    before = menu.choices.player_of("russia")
    other = next(part for part in hand.parts("step.players.russia") if not part.endswith(f"/{before}"))
    hand.click(other)
    assert menu.choices.player_of("russia") == other.partition("/")[2]
    assert "step.players.ukraine" not in hand.names()


def test_a_game_that_was_left_is_offered_and_played_on() -> None:
    wish = Wish("first_ladder", None, None, None, {}, 2, {})
    game, hand = app(wish=wish)
    if isinstance(shown(game), Menu):
        hand.click(hand.parts("step.seat")[0])
        for step in ("reading", "assumptions"):
            if f"steps/{step}" in hand.names():
                hand.click(f"steps/{step}")
                hand.click(hand.parts(f"step.{step}")[0])
        hand.click("start")
    hand.wait()
    hand.click("begin")
    hand.key(pygame.K_ESCAPE)
    hand.wait()
    assert isinstance(shown(game), Menu)
    assert len(unfinished_games()) == 1
    hand.click(hand.parts("resume")[0])
    hand.wait()
    hand.click("begin")  # no turn was played: the briefing is there again
    assert isinstance(shown(game), Crisis)


def test_a_scenario_that_is_no_scenario_is_shown_with_its_problem(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\ntitle: 3\n", encoding="utf-8")
    game, hand = app(wish=Wish(str(bad), None, None, None, {}, None, {}))
    menu = game.stage.screen
    assert isinstance(menu, Menu)
    assert menu.choices is not None
    assert menu.choices.scenario.problems
    assert "start" not in hand.names()


# --- the main screen --------------------------------------------------------------------------------------


def test_moves_are_chosen_and_taken_back() -> None:
    crisis, _, hand = table()
    hand.click("moves/ukraine/protest/russia")
    hand.click("moves/ukraine/allege/russia")
    assert crisis.draft.moves == ["ukraine/protest/russia", "ukraine/allege/russia"]
    hand.click("moves/ukraine/backstop/russia")
    assert "take one back first" in crisis.stage.message
    hand.click("orders.chosen/take_back.ukraine/protest/russia")
    assert crisis.draft.moves == ["ukraine/allege/russia"]


def test_a_move_that_is_not_available_says_why_and_is_not_chosen() -> None:
    crisis, _, hand = table()
    hand.wheel("moves", -20)
    hand.click("moves/ukraine/appeal/russia")
    assert crisis.draft.moves == []
    assert "order it 12 hours ahead" in crisis.stage.message
    assert crisis.looked_at == "ukraine/appeal/russia"
    assert any("order it 12 hours ahead" in mark.text for mark in hand.page.marks)


def test_the_keyboard_gives_a_whole_turn() -> None:
    crisis, play, hand = table()
    assert hand.page.focus == "moves"
    hand.key(pygame.K_DOWN, pygame.K_RETURN)
    hand.key(pygame.K_c)
    hand.key(pygame.K_r)
    while hand.page.focus != "rules":
        hand.key(pygame.K_TAB)
    hand.key(pygame.K_DOWN, pygame.K_DOWN, pygame.K_SPACE)
    hand.key(pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert crisis.overlay == "slip"
    while hand.page.focus != "slip.russia":
        hand.key(pygame.K_TAB)
    hand.key(pygame.K_RIGHT)
    while hand.page.focus != "slip.reveal":
        hand.key(pygame.K_TAB)
    hand.key(pygame.K_RETURN)
    hand.wait()
    orders, slip = play.given[0]
    assert orders.moves == ("ukraine/protest/russia",)
    assert orders.engagement is not None
    assert slip == [Expected("russia", "climbs", 60)]
    assert crisis.overlay == "reveal"


def test_an_if_order_counts_as_a_move() -> None:
    view = seat_view()
    draft = Draft(moves=["ukraine/protest/russia"])
    draft.ask("stands_down")
    assert draft.choose_branch(view, "then", "ukraine/allege/russia") == ""
    assert draft.used == 2
    backstop = find_move(view, "ukraine/backstop/russia")
    assert backstop is not None
    assert "take one back" in draft.toggle(view, backstop)
    contingent = draft.orders().contingent
    assert contingent is not None
    assert (contingent.when, contingent.then) == ("stands_down", "ukraine/allege/russia")
    full = Draft(moves=["a", "b"])
    full.ask("stands_down")
    assert "counts as one" in full.choose_branch(view, "then", "ukraine/allege/russia")
    assert not full.contingent


def test_orders_that_clash_are_said_before_they_are_given() -> None:
    crisis, play, hand = table()
    play.refuses = "one cannot fire and hold fire"
    hand.click("moves/ukraine/protest/russia")
    hand.click("end_turn")
    assert "hold fire" in crisis.stage.message
    assert crisis.overlay == ""


def test_a_turn_that_cannot_be_written_leaves_the_orders_as_they_were() -> None:
    crisis, play, hand = table()
    play.fails = "the disk is full"
    hand.click("moves/ukraine/allege/russia")
    crisis.resolve([])
    hand.wait()
    assert crisis.overlay == ""
    assert "the disk is full" in crisis.stage.message
    assert crisis.draft.moves == ["ukraine/allege/russia"]


def test_one_can_go_back_by_button_and_by_key() -> None:
    _, play, hand = table()
    hand.click("back")
    hand.click("overlay.turns/turn.2")
    assert play.undone == []
    hand.click("overlay.go")
    hand.wait()
    hand.key(pygame.K_F3)
    hand.key(pygame.K_RETURN)
    hand.wait()
    assert play.undone == [2, 4]


# --- the window -------------------------------------------------------------------------------------------


def test_the_old_pygame_is_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pygame, "IS_CE", False)
    assert run() == 1
    said = capsys.readouterr().err
    assert "pip uninstall" in said
    assert said.count("\n") == 1


def test_without_a_display_one_line_names_the_text_game(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "no_such_driver")
    assert run() == 1
    said = capsys.readouterr().err
    assert "--text" in said
    assert said.count("\n") == 1


def test_a_picture_of_the_window_is_saved() -> None:
    words = save_picture(pygame.Surface((20, 10)))
    path = Path(words.removeprefix("Saved a picture: "))
    assert pygame.image.load(str(path)).get_size() == (20, 10)
    again = Path(save_picture(pygame.Surface((30, 10))).removeprefix("Saved a picture: "))
    assert again != path
    assert pygame.image.load(str(path)).get_size() == (20, 10)
