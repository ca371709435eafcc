"""The coach: a card beside what a lesson is about, a ring around it, and patience until it is done.

It is drawn over any screen and forbids nothing: whoever does something else goes on from there.
"""

from collections.abc import Callable, Iterator

import pygame

from game.desktop.beside import CardRoom
from game.desktop.lessons import LESSONS, Scene
from game.desktop.page import Key, Page, Part, Widget
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.deterrence import LedgerPages
from game.desktop.stage import Stage
from game.desktop.theme import Style, mix
from game.desktop.widgets.buttons import button_width
from game.language import _, say

WIDTH = 372
"""Of the card, in pixels at 1280 x 720."""
MOST_ROWS = 60
"""So far a list is scrolled to find something in it."""
AWAY = ("menu", "saves")
"""Screens on which there is nothing to teach."""


class Coach:
    """One walk through the lessons."""

    def __init__(self, stage: Stage, learnt: Callable[[], None]) -> None:
        self.stage = stage
        self.learnt = learnt
        """Called when the last lesson is done."""
        self.at = 0
        self._begun = False
        self._wanted = ""
        """What the keyboard is given as soon as it is on the screen."""
        self._choice = 0
        self._room = CardRoom()
        self._seeking = False
        """Whether a list is still being scrolled to what a lesson is about."""

    @property
    def over(self) -> bool:
        """Whether all lessons are done."""
        return self.at >= len(LESSONS)

    def scene(self) -> Scene:
        """Return what the player has before them."""
        screen = self.stage.screen
        if not isinstance(screen, Crisis):
            return Scene(screen.name if screen else "")
        return Scene(
            screen.name,
            screen.play.view.turn,
            screen.overlay,
            screen.aspect,
            tuple(screen.draft.moves),
            bool(screen.draft.slip),
            screen.part(LedgerPages).page,
        )

    def draw(self, page: Page) -> None:
        """Draw the lesson that comes next, over whatever is on the screen."""
        scene = self.scene()
        if scene.screen in AWAY:
            if self._begun:
                self.leave()
            return
        if not self._begun:
            self._begun = True
            self._enter()
        while not self.over and (done := LESSONS[self.at].done) is not None and done(scene):
            self.at += 1
            self._enter()
        if self.over:
            self.leave()
        elif not self.stage.helping and scene.overlay != "resolving":
            self._draw(page)

    def _enter(self) -> None:
        self._choice = 0
        self._seeking = True
        self._wanted = "" if self.over else self._keyboard()
        self.stage.motion.start("coach")

    def _keyboard(self) -> str:
        """Return the widget that gets the keyboard with a lesson: what it points at, or the card."""
        lesson = LESSONS[self.at]
        return "coach" if lesson.done is None else "?"

    def _draw(self, page: Page) -> None:
        lesson = LESSONS[self.at]
        if self._seeking and lesson.points:
            self._seek(page, lesson.points[0])
        name, ring = pointed(page, lesson.points)
        if self._wanted == "?" and name:
            self._wanted = name
        if self._wanted not in ("", "?"):
            self._give_keyboard(page)
        card = self._room.place(page, (page.px(WIDTH), self._height(page)), ring, self.at)
        came = page.motion.eased("coach", 0.5)
        if ring is not None:
            _ring(page, ring.inflate(page.px(10), page.px(10)).clip(page.area), came)
        page.terms = [one for one in page.terms if not card.colliderect(one[0])]
        if ring is not None:
            _arrow(page, card, ring)
        self._card(page, card)

    def _seek(self, page: Page, name: str) -> None:
        """Scroll a list by one row towards what a lesson is about; it stays free to be scrolled elsewhere."""
        widget = page.widget(name.partition("/")[0])
        if "/" not in name or widget is None or widget.wheel is None:
            return
        before = page.memory.get(f"{widget.name}.offset")
        if pointed(page, (name,))[1] is None and before < MOST_ROWS:
            page.memory.put(f"{widget.name}.offset", before + 1)
            self.stage.redraw()
        else:
            self._seeking = False

    def _give_keyboard(self, page: Page) -> None:
        before = self.stage.page
        if before is None or before.layer != page.layer:
            self.stage.redraw()  # the frame that has it comes next
            return
        self.stage.focus(self._wanted)
        self._wanted = ""

    def _height(self, page: Page) -> int:
        lesson = LESSONS[self.at]
        text = page.measure(_(lesson.text), page.px(WIDTH) - 4 * page.gap)
        title = page.measure(_(lesson.title), self._title_width(page), Style.HEADING)
        return title + text + page.line() + 8 * page.gap

    def _title_width(self, page: Page) -> int:
        """Return the room that a lesson's title has beside its icon and its number."""
        step = page.type.width(self._step(), Style.BODY)
        return page.px(WIDTH) - 6 * page.gap - page.icon_width(20) - step

    def _step(self) -> str:
        return say("{number} of {total}", number=self.at + 1, total=len(LESSONS))

    def _card(self, page: Page, card: pygame.Rect) -> None:
        palette, gap, lesson = page.palette, page.gap, LESSONS[self.at]
        page.layer += 1
        page.covered.append(card)
        page.fill(card.inflate(page.px(4), page.px(4)), palette.veil, 10)
        page.fill(card, mix(palette.panel, palette.accent, 0.10), 8)
        page.outline(card, palette.accent, 8, max(2, page.px(2)))
        inner = card.inflate(-4 * gap, -3 * gap)
        size = page.icon_width(20)
        head = pygame.Rect(inner.x, inner.y, inner.width, page.line(Style.HEADING))
        page.icon("graduation-cap", pygame.Rect(head.x, head.y, size, head.height), palette.accent_ink, 20)
        page.text(self._step(), head, colour=palette.soft, align="right")
        title = pygame.Rect(head.x + size + gap, head.y, self._title_width(page), inner.height)
        y = page.paragraph(_(lesson.title), title, Style.HEADING) + gap
        foot = page.line() + 2 * gap
        page.paragraph(_(lesson.text), pygame.Rect(inner.x, y, inner.width, inner.bottom - foot - y))
        self._buttons(page, card, pygame.Rect(inner.x, inner.bottom - foot, inner.width, foot))
        page.layer -= 1

    def _buttons(self, page: Page, card: pygame.Rect, foot: pygame.Rect) -> None:
        lesson, palette = LESSONS[self.at], page.palette
        last = self.at == len(LESSONS) - 1
        widget = Widget("coach", card, "coach", label=_(lesson.title))
        choices = [("leave", _("Leave"), self.leave, palette.raised, palette.ink)]
        if lesson.done is None:
            words = _("Finish") if last else _("Next")
            choices.insert(0, ("next", words, self.go_on, palette.accent, palette.on_accent))
        right = foot.right
        for number, (name, label, press, back, ink) in enumerate(choices):
            width = min(button_width(page, label), foot.width // len(choices))
            place = pygame.Rect(right - width, foot.y, width, foot.height)
            page.fill(place, mix(back, palette.ink, 0.12) if page.over(place) else back, 5)
            if page.has_focus("coach") and number == self._choice % len(choices):
                page.outline(place, palette.focus, 5, 2)
            page.text(label, place.inflate(-page.gap, 0), Style.STRONG, ink, "centre")
            widget.parts.append(Part(name, place, label, press))
            right = place.x - page.gap
        chosen = choices[self._choice % len(choices)]
        widget.press, widget.at = chosen[2], chosen[0]

        def key(pressed: Key) -> bool:
            if pressed.code in (pygame.K_LEFT, pygame.K_RIGHT) and len(choices) > 1:
                self._choice += 1
                return True
            return False

        widget.key = key
        page.add(widget)

    # --- what can be done ---------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Go on to the next lesson."""
        self.at += 1
        if self.over:
            self.learnt()
            self.leave()
        else:
            self._enter()
        self.stage.redraw()

    def leave(self) -> None:
        """Go away; the game goes on as it is."""
        self.stage.coach = None
        self.stage.redraw()


def pointed(page: Page, names: tuple[str, ...]) -> tuple[str, pygame.Rect | None]:
    """Return the first of some widgets or parts that is on the page: its widget's name and where it is."""
    for name in names:
        for widget, part, rect in _things(page):
            if name in (widget, part):
                return widget, rect
    return "", None


def _things(page: Page) -> Iterator[tuple[str, str, pygame.Rect]]:
    for widget in page.widgets:
        yield widget.name, "", widget.rect
        for part in widget.parts:
            yield widget.name, f"{widget.name}/{part.name}", part.rect


def _ring(page: Page, rect: pygame.Rect, came: float) -> None:
    """Draw a ring that closes around something."""
    wide = round((1.0 - came) * page.px(60))
    page.outline(rect.inflate(wide, wide), page.palette.accent, 8, max(3, page.px(3)))


def _arrow(page: Page, card: pygame.Rect, ring: pygame.Rect) -> None:
    """Draw a line from the card to the ring, with a head."""
    palette = page.palette
    target = ring.inflate(page.px(14), page.px(14))
    end = (
        max(target.left, min(card.centerx, target.right)),
        max(target.top, min(card.centery, target.bottom)),
    )
    start = (max(card.left, min(end[0], card.right)), max(card.top, min(end[1], card.bottom)))
    way = pygame.Vector2(end[0] - start[0], end[1] - start[1])
    if way.length() < page.px(8):
        return
    page.stroke(start, end, palette.accent, max(2, page.px(3)))
    along = way.normalize() * page.px(10)
    across = pygame.Vector2(-along.y, along.x) * 0.6
    tip = pygame.Vector2(end)
    points = [tip, tip - along + across, tip - along - across]
    pygame.draw.polygon(page.surface, palette.accent, points)
