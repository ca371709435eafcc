"""Each widget with the keyboard and with the mouse."""

from collections.abc import Callable
from functools import partial

import pygame
import pytest

from game.desktop import keys
from game.desktop.page import Key, Page
from game.desktop.stage import Stage
from game.desktop.theme import SMALLEST, Style, scale_for
from game.desktop.typeset import ELLIPSIS, Typesetter
from game.desktop.widgets.choices import Pick, cards, tab_widths, tabs
from game.desktop.widgets.entries import number_entry, text_entry
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


def test_short_of_room_tabs_keep_the_words_of_the_chosen_and_of_the_first() -> None:
    labels = (
        "Lage",
        "Karte",
        "Abschreckung",
        "Gespräche",
        "Bündnispartner",
        "Nachrichtendienst",
        "Protokoll",
    )
    picks = [Pick(label, label, icon="circle") for label in labels]
    hand = hand_of(lambda page: None)
    whole = sum(tab_widths(hand.page, picks, "Lage", 10_000))
    for room in range(whole * 4 // 10, whole, 20):
        widths = tab_widths(hand.page, picks, "Protokoll", room)
        named = [pick.id for pick, width in zip(picks, widths, strict=True) if width > 60]
        assert sum(widths) <= room
        assert "Protokoll" in named
        assert widths == tab_widths(hand.page, picks, "Protokoll", sum(widths))
        icon = hand.page.icon_width() + 2 * hand.page.gap
        left = [pick for pick in picks if pick.id not in named]
        more = [sum(tab_widths(hand.page, [pick], pick.id, 1)) - icon for pick in left]
        assert all(each > room - sum(widths) for each in more), (room, named)
    hand = hand_of(
        lambda page: tabs(page, "tabs", pygame.Rect(50, 50, 500, 30), picks, "Protokoll", lambda _id: None)
    )
    assert {"Lage", "Karte", "Protokoll"} <= {mark.text for mark in hand.page.marks}


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


def test_letters_typed_faster_than_frames_all_arrive() -> None:
    typed = ["b"]
    hand = hand_of(
        lambda page: text_entry(page, "words", pygame.Rect(50, 50, 200, 30), typed[-1], typed.append, "any")
    )
    hand.key(pygame.K_HOME)
    for letter in "fré":  # no frame between them; a sign of two keys comes with no key of its own
        hand.stage.handle(pygame.event.Event(pygame.KEYDOWN, key=ord(letter), mod=0, unicode=""))
        hand.stage.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    hand.stage.handle(pygame.event.Event(pygame.TEXTINPUT, text="日本"))
    assert typed[-1] == "fré日本b"


def test_all_of_a_field_is_marked_and_replaced() -> None:
    typed = ["war"]
    hand = hand_of(
        lambda page: text_entry(page, "words", pygame.Rect(50, 50, 200, 30), typed[-1], typed.append, "any")
    )
    hand.key(pygame.K_a, mod=pygame.KMOD_LCTRL)
    hand.key(pygame.K_p, text="p")
    assert typed[-1] == "p"
    hand.key(pygame.K_a, mod=pygame.KMOD_LCTRL)
    hand.key(pygame.K_DELETE)
    assert typed[-1] == ""
    for letter in "ab":
        hand.key(ord(letter), text=letter)
    hand.key(pygame.K_HOME, pygame.K_DELETE)
    assert typed[-1] == "b"
    hand.key(pygame.K_v, mod=pygame.KMOD_LCTRL)  # whatever lies there, or nothing: no harm


def test_a_key_that_leads_into_a_field_is_not_written_there() -> None:
    typed = [""]
    hand = hand_of(
        lambda page: text_entry(page, "words", pygame.Rect(50, 50, 200, 30), typed[-1], typed.append, "any")
    )
    hand.stage.hands._led = "/"
    hand.stage.handle(pygame.event.Event(pygame.TEXTINPUT, text="/"))
    hand.stage.handle(pygame.event.Event(pygame.TEXTINPUT, text="/"))
    assert typed == ["", "/"]


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
