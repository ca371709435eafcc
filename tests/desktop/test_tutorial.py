"""The tutorial is played to its end by doing what the coach points at, by mouse and by keyboard."""

from pathlib import Path

import pygame
import pytest

from game.desktop import lessons
from game.desktop.app import App
from game.desktop.coach import Coach
from game.desktop.lessons import LESSONS
from game.desktop.page import Widget
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.menu import Menu
from game.places import HOME
from tests.desktop.layout import LOOKS, Look, untranslated
from tests.desktop.table import Hand, app

MOST = 120
"""Presses after which somebody who does what they are told must be done."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def start(look: Look | None = None) -> tuple[App, Hand, Coach]:
    game, hand = app(look.size if look else (1280, 720))
    if look:
        game.stage.apply(look.settings, look.language)
        hand.draw()
    hand.click("learn")
    hand.wait()
    hand.wait()
    assert game.stage.coach is not None
    coach = game.stage.coach.__self__  # type: ignore[attr-defined]
    assert isinstance(coach, Coach)
    return game, hand, coach


def settle(game: App, hand: Hand) -> None:
    """Wait for what a press has begun, and let frames follow."""
    screen = game.stage.screen
    if isinstance(screen, Crisis) and screen.overlay == "resolving":
        hand.wait()
    game.stage.redraw()
    for _ in range(80):
        if not game.stage.waiting_to_draw:
            break
        hand.draw()


def next_name(hand: Hand, coach: Coach) -> str:
    """Return what the coach wants pressed now."""
    lesson = LESSONS[coach.at]
    if lesson.done is None:
        return "coach/next"
    names = hand.names()
    found = [name for name in lesson.points if name in names]
    assert found, f"{lesson.title}: none of {lesson.points} among {names}"
    return found[0]


def coach_at_overlay(hand: Hand) -> bool:
    """Whether the card stands beside an overlay that must not be covered, as at the slip."""
    return any(name.startswith("slip.") for name in hand.names())


def check(hand: Hand, look: Look) -> None:
    card = hand.rect("coach")
    assert hand.page.area.contains(card)
    mine = [mark for mark in hand.page.marks if card.contains(mark.rect) and mark.layer > hand.page.layer]
    assert mine
    assert [mark.text for mark in mine if mark.cut] == []  # neither the lesson nor its buttons
    if coach_at_overlay(hand):
        under = [mark for mark in hand.page.marks if mark.layer == hand.page.layer and mark not in mine]
        assert [mark.text for mark in under if card.colliderect(mark.rect)] == []
    assert [id for rect, id in hand.page.terms if card.colliderect(rect)] == []
    said = [mark.text for mark in mine]
    if look.language.code != "en":
        assert [text for text in untranslated(hand.page) if text in said] == []


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_with_the_mouse(look: Look) -> None:
    game, hand, coach = start(look)
    seen = set()
    for _ in range(MOST):
        if coach.over or game.stage.coach is None:
            break
        if coach.at not in seen:
            seen.add(coach.at)
            check(hand, look)
        hand.click(next_name(hand, coach))
        settle(game, hand)
    assert coach.over
    assert seen == set(range(len(LESSONS))), "no lesson is passed over"
    assert game.stage.screen is not None
    assert game.stage.screen.name == "ending"
    assert game.stage.settings.learnt
    assert game.stage.coach is None
    hand.click("menu")
    hand.wait()
    assert isinstance(game.stage.screen, Menu)
    assert game.stage.screen.learnt


def arrow_to(hand: Hand, coach: Coach, widget: str, part: str) -> Widget | None:
    """Go to a part of a widget that has the keyboard; return the widget, or None if that did it already."""
    lesson = coach.at
    for key in (pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT):
        for _ in range(40):
            found = hand.page.widget(widget)
            assert found is not None
            if found.at == part:
                return found
            hand.key(key)
            if coach.at != lesson:
                return None
            if hand.page.focus != widget:  # the arrow led out of it: back in
                hand.stage.focus(widget)
                hand.draw()
                break
    raise AssertionError(f"{part} cannot be reached in {widget}")


@pytest.mark.slow
def test_with_the_keyboard() -> None:
    game, hand, coach = start()
    for _ in range(MOST):
        if coach.over or game.stage.coach is None:
            break
        name = next_name(hand, coach)
        widget, _, part = name.partition("/")
        if widget == "moves" and not part:
            raise AssertionError("the move is not on the screen")
        for _ in range(60):
            if hand.page.focus == widget:
                break
            hand.key(pygame.K_TAB)
        assert hand.page.focus == widget, name
        found = hand.page.widget(widget)
        assert found is not None
        if part and widget != "coach":
            found = arrow_to(hand, coach, widget, part)
        if found is not None and found.kind != "tabs":
            hand.key(pygame.K_RETURN)
        elif not part:  # any of them will do
            hand.key(pygame.K_RIGHT)
        settle(game, hand)
    assert coach.over
    assert game.stage.settings.learnt


def test_it_can_be_left_at_any_time_and_the_game_goes_on() -> None:
    game, hand, _coach = start()
    hand.click("coach/leave")
    assert game.stage.coach is None
    assert not game.stage.settings.learnt
    hand.click("begin")
    assert isinstance(game.stage.screen, Crisis)
    assert "coach" not in hand.names()


def test_going_to_the_menu_ends_it() -> None:
    game, hand, _ = start()
    hand.click("begin")
    assert "coach" in hand.names()
    hand.click("menu")
    hand.wait()
    hand.draw()
    assert game.stage.coach is None
    assert "coach" not in hand.names()


def test_the_other_side_makes_its_offer_when_the_lessons_say_so() -> None:
    from game.engine.orders import Orders
    from game.loading import find_scenario, load
    from game.model.ids import ActorId
    from game.session.game import Game
    from game.session.saves import HUMAN

    scenario = load(find_scenario(lessons.SCENARIO)).scenario(())
    me = ActorId(lessons.SEAT)
    game = Game.start(scenario, seed=lessons.SEED, seats={me: HUMAN})
    game.play_on()
    for move in (lessons.LINE, lessons.DIVERS, lessons.OFFER):
        assert not game.over
        game.submit(me, Orders(moves=(move,)))
        game.play_on()
        said = [event.subject for event in game.events(me)]
        if move == lessons.DIVERS:
            assert any(subject.startswith("kelland/offer_sharing") for subject in said)
    assert game.over


def test_every_lesson_says_something_and_every_press_is_pointed_at() -> None:
    for lesson in LESSONS:
        assert lesson.title
        assert lesson.text
        assert lesson.points or lesson.done is None
