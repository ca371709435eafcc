"""The ending: every tab under every look, the course turn by turn, the reasons of every computer player."""

import pygame
import pytest

from game.desktop.screens.ending import Ending
from game.desktop.stage import Stage
from game.language import ENGLISH, speaking
from game.language.pseudo import PSEUDO
from game.session.game import Game
from game.view.ending import EndingView, ending_view
from game.view.seated import seated_view
from tests.desktop.ended_games import ended, ended_play
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.table import Glass, Hand, StillPlay

WHOLE = ("Back to the menu", "Go back", "Worth", "Turn ", "A limited", "Each")


def at_end(look: Look, game: Game | None = None) -> tuple[Hand, Ending]:
    glass = Glass(look.size)
    stage = Stage(glass.surface, glass.flip)
    stage.apply(look.settings, look.language)
    screen = Ending(stage, ended_play(game or ended(), look.language), lambda: None, lambda: None)
    stage.show(screen)
    return Hand(stage, glass), screen


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("scenario", ["three_tiers_72h", "the_bargain"])
def test_every_tab_is_laid_out_well(look: Look, scenario: str) -> None:
    hand, _screen = at_end(look, ended(scenario))
    tabs = hand.parts("ending.tabs")
    assert len(tabs) >= 7
    for tab in tabs:
        hand.click(tab)
        assert problems(hand.page) == [], tab
        assert not [text for text in shortened(hand.page) if text.startswith(WHOLE)], tab
        if look.language is PSEUDO:
            assert untranslated(hand.page) == [], tab


def test_the_first_thing_is_how_it_ended() -> None:
    hand, screen = at_end(LOOKS[0])
    largest = max(hand.page.marks, key=lambda mark: (mark.rect.height, -mark.rect.y))
    assert largest.text == screen.end.outcome_name


def test_every_seat_has_its_own_value_and_nothing_ranks_them() -> None:
    hand, screen = at_end(LOOKS[0])
    texts = [mark.text for mark in hand.page.marks]
    for value in screen.end.values:
        assert f"{value.value:.0f}" in texts
    assert any("not a ranking" in text for text in texts)
    mine = screen.play.view.actor
    others = [value.actor for value in screen.end.values if value.actor != mine]
    cards = [name for name in hand.names() if name.startswith("worth.")]
    assert set(cards) <= {f"worth.{actor}" for actor in (mine, *others)}


def test_the_course_is_walked_by_mouse_and_by_keys() -> None:
    hand, screen = at_end(LOOKS[0])
    hand.click("ending.tabs/ladders")
    turns = screen.end.course.turns
    assert screen.course.at == len(turns) - 1
    hand.click("course.turns/1")
    assert screen.course.at == 0
    hand.key(pygame.K_RIGHT, pygame.K_RIGHT)
    assert screen.course.at == 2
    done = [deed.text for deed in turns[2].deeds if deed.kind == "act" and not deed.hidden]
    shown = " ".join(mark.text for mark in hand.page.marks)
    assert done[0].split()[0] in shown
    actor = screen.end.course.actors[0].actor
    hand.click(f"course.{actor}/5")
    assert screen.course.at == 4
    hand.click("course.play")
    hand.draw()
    assert screen.course.at == len(turns) - 1  # under reduced motion it is at the end at once


def test_every_computer_player_gives_its_reasons_for_every_turn() -> None:
    hand, screen = at_end(LOOKS[3])
    hand.click("ending.tabs/reasons")
    players = [part.removeprefix("reasons.players/") for part in hand.parts("reasons.players")]
    assert players == [one.actor for one in screen.end.reasons.players]
    assert screen.play.view.actor not in players
    for player in players:
        hand.click(f"reasons.players/{player}")
        for turn in screen.end.reasons.of(player):
            screen.reasons.at = turn.turn - 1
            hand.stage.redraw()
            hand.draw()
            assert problems(hand.page) == []
            texts = [mark.text for mark in hand.page.marks]
            if turn.moves:
                assert turn.moves[0].label in texts
        assert not hand.page.widget("reasons.after") or not hand.page.widget("reasons.after").enabled  # type: ignore[union-attr]


def test_the_log_marks_what_was_hidden() -> None:
    hand, screen = at_end(LOOKS[0])
    hand.click("ending.tabs/log")
    hand.click("log.filter/hidden")
    assert screen.log.shown == "hidden"
    texts = [mark.text for mark in hand.page.marks]
    assert any("hidden then" in text for text in texts)
    hand.click("log.filter/all")
    assert problems(hand.page) == []


def test_numbers_open_tabs_and_escape_leaves() -> None:
    left: list[bool] = []
    glass = Glass()
    stage = Stage(glass.surface, glass.flip)
    screen = Ending(stage, ended_play(ended(), ENGLISH), lambda: left.append(True), lambda: None)
    stage.show(screen)
    hand = Hand(stage, glass)
    hand.key(pygame.K_2)
    assert screen.tab == "ladders"
    hand.key(pygame.K_ESCAPE)
    assert left == [True]


def test_what_is_new_comes_in_and_then_the_screen_is_still() -> None:
    glass = Glass()
    now = [0.0]
    stage = Stage(glass.surface, glass.flip)
    stage.motion._clock = lambda: now[0]
    stage.show(Ending(stage, ended_play(ended(), ENGLISH), lambda: None, lambda: None))
    stage.draw()
    assert stage.motion.going
    now[0] = 0.9
    stage.draw()
    assert stage.motion.going
    now[0] = 9.0
    stage.draw()
    assert not stage.motion.going


def test_it_is_told_in_the_stages_language_whoever_puts_it_on() -> None:
    game = ended()
    glass = Glass((1280, 720))
    stage = Stage(glass.surface, glass.flip)
    stage.apply(LOOKS[0].settings, PSEUDO)

    class Play(StillPlay):
        def ending(self) -> EndingView:
            return ending_view(game)

    with speaking(PSEUDO):
        play = Play(seated_view(game, game.people[0]))
    stage.show(Ending(stage, play, lambda: None, lambda: None))
    assert untranslated(Hand(stage, glass).page) == []
