"""The prediction slip: laid out well under every look, filled in or passed over in a moment."""

import attrs
import pygame
import pytest

from game.desktop.draft import Expected
from game.desktop.screens.slip import score_words
from game.view.prediction import ScoreView
from game.view.seat import SeatView
from tests.desktop.layout import LOOKS, Look, problems
from tests.desktop.midgames import FLAGSHIP, cut_in, opened, seat_of, tab_to, unsaid, words

PLAIN = LOOKS[0]
SCORES = (
    ScoreView(1, "Ukraine", "Russia", "climbs", 80, "climbs", True, 0.04),
    ScoreView(2, "Ukraine", "Russia", "holds", 60, "climbs", False, 0.36),
)


def view(look: Look) -> SeatView:
    return attrs.evolve(seat_of(look, FLAGSHIP, "ukraine", 4), scores=SCORES)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_is_laid_out_well_under_every_look(look: Look) -> None:
    crisis, _, hand = opened(look, view(look))
    crisis.open("slip")
    hand.draw()
    box = hand.page.covered[0]
    for press in ("", "slip.russia/climbs", "slip.us/climbs_down", "slip.coalition/holds"):
        if press:
            hand.click(press)
            hand.hover("slip.back")
        assert problems(hand.page) == [], press
        assert unsaid(hand, look, box) == [], press
        assert [
            text for text in cut_in(hand, box) if "Now read as" not in text and look.language.code == "en"
        ] == []


def test_enter_goes_on_at_once() -> None:
    crisis, play, hand = opened(PLAIN, view(PLAIN))
    crisis.open("slip")
    hand.draw()
    hand.key(pygame.K_RETURN)
    hand.wait()
    assert play.given == [(crisis.draft.orders(), [])]


def test_it_is_filled_in_with_the_mouse() -> None:
    crisis, play, hand = opened(PLAIN, view(PLAIN))
    crisis.open("slip")
    hand.draw()
    hand.click("slip.russia/climbs")
    hand.click("sure.russia/80 %")
    hand.click("slip.us/holds")
    hand.click("slip.us/holds")
    assert list(crisis.draft.slip) == ["russia"], "the same again takes it back"
    hand.click("slip.reveal")
    hand.wait()
    assert play.given[0][1] == [Expected("russia", "climbs", 80)]


def test_it_is_filled_in_with_the_keyboard() -> None:
    crisis, play, hand = opened(PLAIN, view(PLAIN))
    crisis.open("slip")
    hand.draw()
    tab_to(hand, "slip.russia")
    hand.key(pygame.K_RIGHT, pygame.K_RIGHT)
    tab_to(hand, "sure.russia")
    hand.key(pygame.K_RIGHT, pygame.K_RIGHT)
    tab_to(hand, "slip.reveal")
    hand.key(pygame.K_SPACE)
    hand.wait()
    assert play.given[0][1] == [Expected("russia", "holds", 80)]


def test_the_score_so_far_is_shown() -> None:
    crisis, _, hand = opened(PLAIN, view(PLAIN))
    crisis.open("slip")
    hand.draw()
    assert "So far: 1 of 2 predictions right; score 0.2" in words(hand)
    assert score_words(()) == ""
