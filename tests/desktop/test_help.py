"""The help overlay turns into the rulebook, and every section of it fits the window."""

import pygame
import pytest

from game.desktop.screens.crisis import Crisis
from game.desktop.screens.help import RULES, SECTIONS
from game.desktop.stage import Stage
from game.view.rulebook import sections
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay
from tests.desktop.test_layout import SIZES, Leave, check


def hand_at_help(size: tuple[int, int]) -> Hand:
    glass = Glass(size)
    stage = Stage(glass.surface, glass.flip)
    stage.show(Crisis(stage, StillPlay(seat_view()), Leave()))
    hand = Hand(stage, glass)
    hand.key(pygame.K_F1)
    return hand


@pytest.mark.parametrize("size", SIZES)
def test_every_section_of_the_rulebook_fits(size: tuple[int, int]) -> None:
    hand = hand_at_help(size)
    hand.click(RULES)
    for number in range(len(sections())):
        hand.page.memory.put(f"{SECTIONS}.chosen", number)
        hand.stage.redraw()
        hand.draw()
        check(hand, f"section {number + 1}")
        first = sections()[number].clauses[0]
        assert first.number in [mark.text for mark in hand.page.marks]


def test_the_rulebook_is_read_with_the_keyboard_and_closed() -> None:
    hand = hand_at_help((1280, 720))
    hand.click(RULES)
    hand.key(pygame.K_TAB)
    focused = hand.page.focus
    for _ in range(6):
        if focused == SECTIONS:
            break
        hand.key(pygame.K_TAB)
        focused = hand.page.focus
    assert focused == SECTIONS
    hand.key(pygame.K_DOWN, pygame.K_DOWN)
    shown = [mark.text for mark in hand.page.marks]
    assert sections()[2].clauses[0].number in shown
    assert sections()[0].clauses[0].number not in shown
    hand.click(RULES)
    assert "Keys" in [mark.text for mark in hand.page.marks]
    hand.click("help.close")
    assert "help.close" not in hand.names()
