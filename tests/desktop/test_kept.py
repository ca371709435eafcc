"""A part of a page that is kept looks and works as if it were painted anew."""

import pygame
from attrs import evolve

from game.desktop.drawing.kept import Kept
from game.desktop.page import Memory, Page, Widget
from game.desktop.screens.crisis import Crisis
from game.desktop.settings import Settings
from game.desktop.stage import Stage
from game.desktop.terms import term
from game.desktop.theme import DARK, LIGHT, Palette
from game.desktop.typeset import Typesetter
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay

ROOM = pygame.Rect(10, 10, 100, 40)


def page(palette: Palette = DARK, pointer: tuple[int, int] = (-1, -1)) -> Page:
    Glass((200, 100))
    return Page(pygame.Surface((200, 100)), Typesetter(1.0), palette, Memory(), pointer=pointer)


class Part:
    def __init__(self) -> None:
        self.times = 0
        self.kept = Kept()

    def draw(self, page: Page, subject: object, extra: int = 0) -> None:
        def paint() -> None:
            self.times += 1
            page.text("Kept", ROOM)
            term(page, ROOM, "rung")
            page.add(Widget("part", ROOM, "part"))

        self.kept.draw(page, "part", ROOM, (subject, extra), paint)


def test_what_has_not_changed_is_painted_once_and_is_all_there_each_time() -> None:
    part, subject = Part(), object()
    first, second = page(), page()
    part.draw(first, subject)
    part.draw(second, subject)
    assert part.times == 1
    assert second.marks == first.marks
    assert second.widgets == first.widgets
    assert second.terms == first.terms == [(ROOM, "rung")]
    one, other = (pygame.image.tobytes(each.surface, "RGB") for each in (first, second))
    assert one == other


def test_another_subject_look_or_choice_is_painted_anew() -> None:
    part, subject = Part(), object()
    part.draw(page(), subject)
    part.draw(page(), subject, 1)
    part.draw(page(), object(), 1)
    part.draw(page(LIGHT), subject)
    assert part.times == 4


def test_what_moves_is_not_kept() -> None:
    part, subject = Part(), object()
    for _ in range(3):
        moving = page()
        moving.motion.start("something")
        moving.motion.begin_frame()

        def paint(moving: Page = moving) -> None:
            part.times += 1
            moving.motion.progress("something", 1000.0)

        part.kept.draw(moving, "moves", ROOM, (subject, None), paint)
        assert moving.motion.going
    assert part.times == 3


def test_a_value_is_worked_out_once() -> None:
    kept, subject, times = Kept(), object(), []

    def work_out() -> int:
        times.append(1)
        return len(times)

    assert kept.value(page(), "value", (subject, None), work_out) == 1
    assert kept.value(page(), "value", (subject, None), work_out) == 1
    assert kept.value(page(), "value", (object(), None), work_out) == 2


class Leave:
    def to_menu(self) -> None: ...

    def to_ending(self, play: object) -> None: ...


def test_the_main_screen_is_the_same_on_every_frame_and_after_a_change_of_theme() -> None:
    glass = Glass((1920, 1080))
    stage = Stage(glass.surface, glass.flip)
    stage.apply(Settings(motion="reduced"))
    stage.show(Crisis(stage, StillPlay(seat_view()), Leave()))
    hand = Hand(stage, glass)
    pictures: dict[str, bytes] = {}
    for theme in ("dark", "light", "dark", "light"):
        stage.apply(evolve(stage.settings, theme=theme))
        stage.redraw()
        hand.draw()
        picture = pygame.image.tobytes(glass.drawn, "RGB")
        assert pictures.setdefault(theme, picture) == picture
        assert "ladder.ukraine" in hand.names()
    assert pictures["dark"] != pictures["light"]
