"""The ending: how it ended first, then, tab by tab, what it was worth, what was true, and why."""

from collections.abc import Callable, Mapping

import pygame

from game.desktop import keys
from game.desktop.drawing.marks import Badge, badges
from game.desktop.page import Key, Page
from game.desktop.play import Play
from game.desktop.screens.deterred import draw_deterred
from game.desktop.screens.ending_course import CourseTab
from game.desktop.screens.ending_foreseen import draw_foreseen
from game.desktop.screens.ending_log import LogTab
from game.desktop.screens.ending_reasons import ReasonsTab
from game.desktop.screens.ending_truth import TruthTab
from game.desktop.screens.ending_worth import draw_worth
from game.desktop.screens.missed import draw_missed
from game.desktop.screens.rewind import Rewind
from game.desktop.screens.sequels import draw_sequels
from game.desktop.stage import Stage
from game.desktop.theme import Colour, Style, mix
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.choices import Pick, tabs
from game.language import N_, _, count, say, speaking
from game.view.ending import EndingView, SequelView

TABS = (
    ("worth", N_("Worth"), "scale"),
    ("ladders", N_("Course"), "trending-up"),
    ("truth", N_("Truth"), "eye"),
    ("reasons", N_("Reasons"), "brain"),
    ("slips", N_("Foresight"), "telescope"),
    ("deterred", N_("Deterrence"), "shield-alert"),
    ("missed", N_("Missed deals"), "handshake"),
    ("log", N_("Log"), "scroll-text"),
    ("next", N_("Next"), "arrow-right"),
)
ICONS = {
    "general_war": "radiation",
    "limited_war": "swords",
    "frozen": "snowflake",
    "stand_down": "hand",
    "settlement": "handshake",
    "other": "flag",
}
"""What stands for each class of endings."""
ALONE, OPENS = 1.3, 0.5
"""Seconds for which how it ended stands alone, and in which the rest appears."""


class Ending:
    """How it ended."""

    name = "ending"

    def __init__(
        self,
        stage: Stage,
        play: Play,
        leave: Callable[[], None],
        back: Callable[[], None],
        carry: Callable[[SequelView], None] = lambda sequel: None,
    ) -> None:
        """`carry` starts another scenario from this ending."""
        self.stage = stage
        self.play = play
        self.leave = leave
        self.back = back
        self.carry = carry
        self.tab = "worth"
        with speaking(stage.language):  # whoever puts this screen on may speak none
            self.end: EndingView = play.ending()
        self._spoken = stage.language
        self.course = CourseTab(stage, self.end)
        self.truth = TruthTab(stage, self.end)
        self.reasons = ReasonsTab(stage, self.end)
        self.log = LogTab(stage, self.end)
        stage.motion.start("ending")
        stage.sound("end")

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        if self._spoken is not self.stage.language:
            self._say_again()
        gap = page.gap
        frame = pygame.Rect(3 * gap, 2 * gap, page.area.width - 6 * gap, page.area.height - 4 * gap)
        y = self._head(page, frame) + gap
        high = page.line() + page.px(20)
        tabs(
            page,
            "ending.tabs",
            pygame.Rect(frame.x, y, frame.width, high),
            self._tabs(),
            self.tab,
            self._show,
        )
        y += high + 2 * gap
        foot = pygame.Rect(frame.x, frame.bottom - high, frame.width, high)
        room = pygame.Rect(frame.x, y, frame.width, foot.y - gap - y)
        self._tab(page, room)
        self._foot(page, foot)
        self._curtain(page)

    def _curtain(self, page: Page) -> None:
        """For a moment nothing but how it ended, in the middle; then it opens on the rest."""
        gone = page.motion.progress("ending", OPENS, ALONE)
        if gone >= 1.0:
            return
        end, palette, area, gap = self.end, page.palette, page.area, page.gap
        below, page.surface = page.surface, pygame.Surface(area.size)
        page.surface.fill(palette.ground)
        page.layer += 1
        page.covered.append(area)
        page.curtained = True
        come = page.motion.eased("ending", 0.7)
        colour = mix(palette.ground, self._colour(page), come)
        rise = round((1.0 - come) * 2 * gap)
        middle = area.centery - page.line(Style.DISPLAY) + rise
        seal = pygame.Rect(0, 0, page.px(96), page.px(96))
        seal.midbottom = (area.centerx, middle - 2 * gap)
        page.fill(seal, mix(palette.ground, colour, 0.18), 12)
        page.outline(seal, colour, 12, page.px(2))
        page.icon(ICONS.get(end.class_, "flag"), seal, colour, 52)
        title = pygame.Rect(4 * gap, middle, area.width - 8 * gap, page.line(Style.DISPLAY))
        page.text(end.outcome_name, title, Style.DISPLAY, mix(palette.ground, palette.ink, come), "centre")
        under = pygame.Rect(title.x, title.bottom + gap, title.width, page.line(Style.HEADING))
        later = mix(palette.ground, palette.soft, page.motion.eased("ending", 0.6, 0.4))
        if end.class_ != "other":
            page.text(end.class_name, under, Style.HEADING, later, "centre")
        page.layer -= 1
        sheet, page.surface = page.surface, below
        sheet.set_alpha(round(255 * (1.0 - gone)))
        page.surface.blit(sheet, (0, 0))

    def _say_again(self) -> None:
        """Tell the end in the language that is spoken now."""
        self._spoken, self.end = self.stage.language, self.play.ending()
        for tab in (self.course, self.truth, self.reasons, self.log):
            tab.end = self.end

    def _head(self, page: Page, frame: pygame.Rect) -> int:
        """How it ended, in the largest type of all; return the y below."""
        end, palette, gap = self.end, page.palette, page.gap
        colour = self._colour(page)
        size = page.line(Style.DISPLAY) + page.line() + gap
        seal = pygame.Rect(frame.x, frame.y, size, size)
        page.fill(seal, mix(palette.ground, colour, 0.18), 8)
        page.outline(seal, colour, 8, page.px(2))
        page.icon(ICONS.get(end.class_, "flag"), seal, colour, 34)
        left = seal.right + 2 * gap
        wide = frame.right - left
        facts = say(
            "{scenario} · hour {hour}, {turns}",
            scenario=self.play.view.title,
            hour=end.hour,
            turns=count(end.turn, "after {number} turn", "after {number} turns"),
        )
        name = page.type.width(end.class_name, Style.STRONG) + 2 * gap
        line = page.line()
        chip = pygame.Rect(left, frame.y, min(name, wide // 2), line + page.px(4))
        rest = pygame.Rect(chip.right + gap, chip.y, frame.right - chip.right - gap, chip.height)
        if end.class_ == "other":  # the class says nothing then
            rest = pygame.Rect(left, chip.y, wide, chip.height)
        else:
            page.fill(chip, mix(palette.ground, colour, 0.18), 4)
            page.text(end.class_name, chip.inflate(-2 * gap, 0), Style.STRONG, palette.ink)
        page.text(facts, rest, colour=palette.soft)
        title = pygame.Rect(left, chip.bottom + page.px(2), wide, page.line(Style.DISPLAY))
        page.text(end.outcome_name, title, Style.DISPLAY)
        y = max(seal.bottom, title.bottom) + gap
        room = pygame.Rect(frame.x, y, min(frame.width, page.px(1180)), (2 if page.tight else 3) * line)
        return page.paragraph(end.text, room)

    def _colour(self, page: Page) -> Colour:
        palette = page.palette
        return {
            "general_war": palette.danger,
            "limited_war": palette.warning,
            "stand_down": palette.good,
            "settlement": palette.good,
        }.get(self.end.class_, palette.accent_ink)

    def badges(self, page: Page) -> Mapping[str, Badge]:
        """Return everybody's mark and colour by id."""
        actors = {one.actor for one in self.end.course.actors} | {value.actor for value in self.end.values}
        return badges(actors, page.palette.actors)

    # --- tabs ---------------------------------------------------------------------------------------------

    def _tabs(self) -> tuple[Pick, ...]:
        has = {
            "ladders": bool(self.end.course.rungs),
            "next": bool(self.end.sequels),
            "deterred": bool(self.end.deterred),
            "missed": any(missed.turns for missed in self.end.missed),
            "reasons": bool(self.end.reasons.players),
        }
        return tuple(Pick(id, _(name), icon=icon) for id, name, icon in TABS if has.get(id, True))

    def _show(self, tab: str) -> None:
        self.tab = tab
        self.stage.motion.stop("ending")
        self.stage.motion.start(f"ending.{tab}")
        self.stage.redraw()

    def _tab(self, page: Page, room: pygame.Rect) -> None:
        end, signs = self.end, self.badges(page)
        match self.tab:
            case "worth":
                draw_worth(page, room, end.values, self.play.view.actor, signs)
            case "ladders":
                self.course.draw(page, room, signs)
            case "truth":
                self.truth.draw(page, room, signs)
            case "reasons":
                self.reasons.draw(page, room, signs)
            case "slips":
                draw_foreseen(
                    page, room, end.scores, signs, {value.actor_name: value.actor for value in end.values}
                )
            case "log":
                self.log.draw(page, room)
            case "deterred":
                draw_deterred(page, room, end.deterred)
            case "missed":
                draw_missed(page, room, end.missed)
            case _:
                draw_sequels(page, room, end.sequels, self.carry)

    def _foot(self, page: Page, foot: pygame.Rect) -> None:
        label = _("Back to the menu")
        width = button_width(page, label, icon="house")
        place = pygame.Rect(foot.right - width, foot.y, width, foot.height)
        button(page, "menu", place, label, self.leave, look="primary", icon="house")
        label = _("Go back to an earlier turn")
        width = button_width(page, label, icon="undo-2")
        place = pygame.Rect(foot.x, foot.y, width, foot.height)
        button(page, "back", place, label, self._back, look="quiet", icon="undo-2")
        page.first = "ending.tabs"

    def _back(self) -> None:
        self.stage.show(Rewind(self.stage, self.play, self.back, lambda: self.stage.show(self)))

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE:
            self.leave()
            return True
        picks = self._tabs()
        if pygame.K_1 <= key.code < pygame.K_1 + len(picks):
            self._show(picks[key.code - pygame.K_1].id)
            return True
        self.stage.motion.stop("ending")
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return keys.ENDING
