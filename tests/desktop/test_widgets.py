"""Each widget with the keyboard and with the mouse."""

from collections.abc import Callable
from functools import partial

import pygame
import pytest

from game.desktop import keys
from game.desktop.page import Key, Page
from game.desktop.stage import Stage
from game.desktop.theme import DARK, SMALLEST, Colour, Style, scale_for
from game.desktop.typeset import ELLIPSIS, Typesetter
from game.desktop.widgets.choices import Pick, cards, tabs
from game.desktop.widgets.entries import number_entry
from game.desktop.widgets.lists import Row, rows
from game.desktop.widgets.scrolls import Block, scroll
from game.desktop.widgets.sliders import slider
from tests.desktop.table import Glass, Hand

ROOM = pygame.Rect(100, 100, 400, 200)


class Only:
    """A screen with one widget."""

    name = "only"

    def __init__(self, paint: Callable[[Page], object]) -> None:
        self.paint = paint

    def draw(self, page: Page) -> None:
        self.paint(page)

    def key(self, key: Key) -> bool:
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        return ()


def hand_of(paint: Callable[[Page], object]) -> Hand:
    glass = Glass()
    stage = Stage(glass.surface, glass.flip)
    stage.show(Only(paint))
    return Hand(stage, glass)


def at(hand: Hand) -> str:
    return hand.page.widgets[0].at


def test_a_list_goes_over_headings_and_scrolls_with_its_cursor() -> None:
    pressed: list[str] = []
    items = [Row("head", "A heading", heading=True)]
    items += [
        Row(f"row{number}", f"Row {number}", partial(pressed.append, f"row{number}")) for number in range(30)
    ]
    hand = hand_of(lambda page: rows(page, "list", ROOM, items))
    assert at(hand) == "row0"
    shown = len(hand.parts("list"))
    assert 3 < shown < 30
    hand.key(*[pygame.K_DOWN] * 12)
    assert at(hand) == "row12"
    assert "list/row12" in hand.parts("list")
    hand.key(pygame.K_RETURN, pygame.K_END)
    assert at(hand) == "row29"
    hand.key(pygame.K_HOME)
    assert hand.parts("list")[0] == "list/row0"
    hand.wheel("list", -2)
    assert "list/row0" not in hand.parts("list")
    hand.click(hand.parts("list")[1])
    assert pressed[0] == "row12"
    assert len(pressed) == 2


def test_no_row_is_ever_half_in_sight() -> None:
    items = [Row(f"row{number}", f"Row {number}", lambda: None) for number in range(30)]
    hand = hand_of(lambda page: rows(page, "list", ROOM, items))
    for _ in range(9):
        assert all(ROOM.contains(hand.rect(part)) for part in hand.parts("list"))
        hand.wheel("list", -1)


def test_text_scrolls_by_whole_lines() -> None:
    blocks = [Block(f"Paragraph {number} " + "has words " * 12, lead=str(number)) for number in range(12)]
    hand = hand_of(lambda page: scroll(page, "text", ROOM, blocks, margin=40))
    first = hand.page.marks[0].text
    hand.key(pygame.K_DOWN)
    assert hand.page.marks[0].text != first
    hand.key(pygame.K_END)
    assert any(mark.text == "11" for mark in hand.page.marks)
    assert all(ROOM.contains(mark.rect) for mark in hand.page.marks)
    hand.wheel("text", 50)
    assert hand.page.marks[0].text == "0"


def test_short_text_takes_no_focus() -> None:
    hand = hand_of(lambda page: scroll(page, "text", ROOM, [Block("One line.")]))
    assert hand.names() == []


def test_cards_are_chosen_only_when_pressed() -> None:
    chosen: list[str] = []
    picks = [Pick("a", "A", "first"), Pick("b", "B", "second"), Pick("c", "C")]
    hand = hand_of(lambda page: cards(page, "cards", ROOM, picks, "".join(chosen[-1:]), chosen.append))
    hand.key(pygame.K_DOWN)
    assert at(hand) == "b"
    assert chosen == []
    hand.key(pygame.K_SPACE)
    hand.click("cards/c")
    assert chosen == ["b", "c"]


def test_tabs_change_at_once() -> None:
    chosen = ["a"]
    picks = [Pick("a", "First"), Pick("b", "The second of them")]
    hand = hand_of(
        lambda page: tabs(page, "tabs", pygame.Rect(50, 50, 500, 30), picks, chosen[-1], chosen.append)
    )
    hand.key(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT)
    hand.click("tabs/b")
    assert chosen == ["a", "b", "a", "b"]


def test_a_slider_goes_by_keys_click_and_drag() -> None:
    moved = [0]
    labels = ["50%", "60%", "70%"]
    hand = hand_of(
        lambda page: slider(page, "sure", pygame.Rect(50, 50, 300, 40), labels, moved[-1], moved.append)
    )
    hand.key(pygame.K_RIGHT)
    hand.click("sure/70%")
    hand.stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=hand.rect("sure/70%").center, button=1))
    hand.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=hand.rect("sure/50%").center))
    assert moved[-1] == 0
    assert moved[1:3] == [1, 2]


def test_a_number_is_typed_and_taken_back() -> None:
    typed = [""]
    hand = hand_of(
        lambda page: number_entry(page, "seed", pygame.Rect(50, 50, 200, 30), typed[-1], typed.append, "any")
    )
    for letter in "4x2":
        hand.key(ord(letter), text=letter)
    assert typed[-1] == "42"
    hand.key(pygame.K_BACKSPACE)
    assert typed[-1] == "4"


def test_text_that_does_not_fit_ends_in_an_ellipsis() -> None:
    pygame.font.init()
    type = Typesetter(1.0)
    whole = "Nuclear alert or demonstration"
    width = type.width(whole, Style.BODY)
    assert type.shorten(whole, Style.BODY, width) == whole
    short = type.shorten(whole, Style.BODY, width - 1)
    assert short.endswith(ELLIPSIS)
    assert type.width(short, Style.BODY) < width


@pytest.mark.parametrize("width", [60, 133, 400])
def test_wrapping_keeps_every_word_and_stays_inside(width: int) -> None:
    pygame.font.init()
    type = Typesetter(1.0)
    text = "Whoever holds the village digs in.\n\nNobody knows Wirtschaftswissenschaftlerinnen."
    lines = type.wrap(text, Style.BODY, width)
    assert all(type.width(line, Style.BODY) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert "" in lines


def test_body_text_is_never_small() -> None:
    assert min(style.size for style in Style) >= 14
    assert scale_for(SMALLEST) == 1.0
    assert scale_for((1920, 1080)) == 1.25


def luminance(colour: Colour) -> float:
    parts = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_texts_and_marks_stand_out() -> None:
    """Contrast by WCAG 2.2: 4.5 for text, 3 for marks."""
    palette = DARK
    for back in (palette.ground, palette.panel, palette.raised, palette.pressed):
        assert contrast(palette.ink, back) >= 7
        assert contrast(palette.soft, back) >= 4.5
    for colour in (palette.warning, palette.good, palette.accent, palette.focus, *palette.actors):
        assert contrast(colour, palette.panel) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 7


CONFUSIONS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""Machado, Oliveira and Fernandes (2009), severity 1, on linear light."""


@pytest.mark.parametrize("kind", CONFUSIONS)
def test_the_colours_of_four_actors_are_told_apart(kind: str) -> None:
    def seen(colour: Colour) -> list[float]:
        light = [(c / 255) ** 2.2 for c in colour]
        mixed = [sum(a * b for a, b in zip(row, light, strict=True)) for row in CONFUSIONS[kind]]
        return [max(0.0, c) ** (1 / 2.2) * 255 for c in mixed]

    views = [seen(colour) for colour in DARK.actors[:4]]
    for number, one in enumerate(views):
        for other in views[number + 1 :]:
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 60
