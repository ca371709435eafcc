"""The main screen: what is known on the left, what one can do about it on the right."""

from typing import Protocol

import pygame

from game.desktop import keys
from game.desktop.draft import Draft, Expected, find_move
from game.desktop.drawing.ladders import Lines, draw_ladders, draw_legend
from game.desktop.drawing.marks import Badge, badges
from game.desktop.drawing.tables import draw_places
from game.desktop.drawing.timeline import draw_timeline, window_lanes
from game.desktop.page import Key, Page
from game.desktop.play import Play
from game.desktop.screens import overlays
from game.desktop.screens.bar import draw_bar
from game.desktop.screens.briefing import aim_blocks, case_blocks
from game.desktop.screens.orders import draw_orders
from game.desktop.screens.panels import draw_panels
from game.desktop.stage import Stage
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button
from game.desktop.widgets.scrolls import scroll
from game.engine.orders import Orders

PANEL_KEYS = {
    pygame.K_l: "log",
    pygame.K_b: "beliefs",
    pygame.K_t: "tracks",
    pygame.K_p: "places",
    pygame.K_e: "evidence",
    pygame.K_v: "promises",
}
ORDER_KEYS = {pygame.K_m: "moves", pygame.K_i: "if", pygame.K_r: "rules", pygame.K_c: "claim"}


COMFORTABLE_PANEL = 215
"""What the panels below the ladders want, before ladders take more room than they need."""
SIX_CAUSES = 192
"""What a panel needs to show six causes; the clock gives up a line for it."""
LEAST_PANEL = 150
"""What is left for the panels below the ladders, at least, in pixels at 1280 x 720."""


class Leave(Protocol):
    """Where one goes from here."""

    def to_menu(self) -> None:
        """Go to the menu; the game is saved already."""

    def to_ending(self, play: Play) -> None:
        """Show how it ended."""


class Crisis:
    """One seat's place at the table."""

    name = "crisis"

    def __init__(self, stage: Stage, play: Play, leave: Leave) -> None:
        self.stage = stage
        self.play = play
        self.leave = leave
        self.draft = Draft()
        self.panel = "beliefs" if play.view.beliefs else "log"
        self.order_tab = "moves"
        self.branch = "then"
        self.looked_at = ""
        """The move whose details are shown."""
        self.incident = 0
        self.overlay = ""
        """What lies on top: `slip`, `resolving`, `reveal`, `plan`, `back`, `briefing`, `actor:ID`."""
        self._checked: tuple[Orders, str] | None = None
        self.shown_turn = 0
        """The turn before the one just revealed."""

    # --- drawing ------------------------------------------------------------------------------------------

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        gap = page.gap
        bar = pygame.Rect(0, 0, page.area.width, page.px(52))
        draw_bar(page, bar, self)
        body = pygame.Rect(
            gap, bar.bottom + gap, page.area.width - 2 * gap, page.area.height - bar.height - 2 * gap
        )
        left = pygame.Rect(body.x, body.y, self._left_width(page), body.height)
        right = pygame.Rect(left.right + gap, body.y, body.right - left.right - gap, body.height)
        draw_orders(page, right, self)
        self._clock(page, left)
        page.first = "moves"
        overlays.draw(page, self)

    def _clock(self, page: Page, left: pygame.Rect) -> None:
        gap = page.gap
        view = self.play.view
        rows = max(6, min(13, len(view.rungs)))
        height = page.px(64) + rows * (page.line() + page.px(7 if page.large else 1))
        top = left.y
        if view.plans or view.options or view.evidence:
            room = left.height - height - page.px(LEAST_PANEL) - 2 * gap
            wanted = self._strip_height(page)
            row = page.line() + page.px(2)
            comfortable = room - page.px(SIX_CAUSES - LEAST_PANEL)
            strip = pygame.Rect(left.x, top, left.width, min(room, wanted, max(comfortable, wanted - row)))
            self._timeline(page, strip)
            top = strip.bottom + gap
        if not view.rungs:
            self._without_ladder(page, pygame.Rect(left.x, top, left.width, left.bottom - top))
            return
        airy = page.px(64) + len(view.rungs) * page.px(30)
        spare = left.bottom - top - gap - page.px(COMFORTABLE_PANEL)
        ladders = pygame.Rect(left.x, top, left.width, max(height, min(airy, spare)))
        badges = self.badges(page)
        if page.large and view.regions:
            side = left.width * 23 // 100
            places = pygame.Rect(left.right - side, ladders.y, side, ladders.height)
            ladders.width -= side + gap
            draw_map_room(page, places, self)
        inner = page.panel(ladders, "Ladders")
        head = pygame.Rect(
            inner.x + page.px(90), ladders.y + gap, inner.width - page.px(90), page.line(Style.HEADING)
        )
        draw_legend(page, head)
        draw_ladders(
            page,
            inner,
            view.rungs,
            view.ladders,
            badges,
            self._considered(),
            self._open_actor,
            self._open_lines(),
        )
        rest = pygame.Rect(left.x, ladders.bottom + gap, left.width, left.bottom - ladders.bottom - gap)
        draw_panels(page, rest, self)

    def _without_ladder(self, page: Page, rect: pygame.Rect) -> None:
        """A textbook game has no ladder: its situation stands there instead."""
        upper = pygame.Rect(rect.x, rect.y, rect.width, rect.height * 62 // 100)
        inner = page.panel(upper, "The situation")
        blocks = case_blocks(page, self.play.view)
        if self.play.view.briefing.aims:
            blocks += aim_blocks(page, self.play.view)
        scroll(page, "situation", inner, blocks)
        draw_panels(
            page,
            pygame.Rect(rect.x, upper.bottom + page.gap, rect.width, rect.height - upper.height - page.gap),
            self,
        )

    def _strip_height(self, page: Page) -> int:
        view = self.play.view
        rows = (
            1
            + len(window_lanes(view))
            + bool(self._unknown())
            + (2 if view.options else 0)
            + bool(view.evidence)
            + self._obligation_lines(page)
        )
        return page.px(52) + rows * (page.line() + page.px(2))

    def _unknown(self) -> list[str]:
        plan = self.play.view.plan
        return [tier.name for tier in plan.tiers if tier.opens_at is None] if plan else []

    def _open_lines(self) -> Lines:
        """Return what open tiers oblige to and allow, by the name of who responds."""
        return frozenset(
            (name, kind, rung)
            for plan in self.play.view.plans
            for tier in plan.tiers
            for name in tier.responders
            for kind, rung in (("obliged", tier.obliged), ("cap", tier.cap))
            if tier.state == "open"
        )

    def _obligation_lines(self, page: Page) -> int:
        """Return how many lines of its own this seat's obligation needs; 0 where it fits beside the title."""
        plan = self.play.view.plan
        if plan is None or not plan.my_obligation:
            return 0
        title = page.type.width(capital(plan.name), Style.HEADING)
        width = self._left_width(page) - 3 * page.gap
        if page.type.width(plan.my_obligation, Style.STRONG) <= width - title - page.px(110):
            return 0
        return min(2, len(page.type.wrap(plan.my_obligation, Style.STRONG, width)))

    @staticmethod
    def _left_width(page: Page) -> int:
        body = page.area.width - 2 * page.gap
        return body - max(page.px(432), body * 30 // 100) - page.gap

    def _timeline(self, page: Page, strip: pygame.Rect) -> None:
        view = self.play.view
        plan = view.plan
        name = capital(plan.name) if plan else "Time"
        inner = page.panel(strip, name)
        title = page.type.width(name, Style.HEADING) + 2 * page.gap
        more = page.px(84)
        head = pygame.Rect(
            inner.x + title,
            strip.y + page.gap,
            inner.width - title - more - page.gap,
            page.line(Style.HEADING),
        )
        if plan and plan.my_obligation:
            lines = self._obligation_lines(page)
            if lines:
                page.text(plan.words, head, colour=page.palette.soft)
                taken = lines * page.line() + page.px(2)
                head = pygame.Rect(inner.x, inner.y - page.px(3), inner.width, taken)
                inner = pygame.Rect(inner.x, inner.y + taken, inner.width, inner.height - taken)
            mine = [tier for tier in plan.tiers if tier.mine and tier.state == "open"]
            owed = any(view.actor_name not in tier.met_by for tier in mine)
            page.paragraph(
                plan.my_obligation, head, Style.STRONG, page.palette.warning if owed else page.palette.ink
            )
        elif plan:
            page.text(plan.words, head, colour=page.palette.soft)
        place = pygame.Rect(
            inner.right - more, strip.y + page.gap - page.px(3), more, page.line() + page.px(8)
        )
        button(page, "plan.details", place, "Details", lambda: self.open("plan"), look="quiet")
        draw_timeline(page, inner, view)

    def _considered(self) -> int | None:
        move = find_move(self.play.view, self.looked_at)
        return move.rung or None if move else None

    def badges(self, page: Page) -> dict[str, Badge]:
        """Return everybody's mark and colour."""
        view = self.play.view
        actors = {ladder.by for ladder in view.ladders} | {view.actor}
        return dict(badges(actors, page.palette.actors))

    # --- what can be done ---------------------------------------------------------------------------------

    def open(self, overlay: str) -> None:
        """Lay something on top."""
        self.overlay = overlay
        self.stage.memory.forget("overlay")
        self.stage.redraw()

    def close(self) -> None:
        """Take away what lies on top."""
        self.overlay = ""
        self.stage.redraw()

    def _open_actor(self, actor: str) -> None:
        self.open(f"actor:{actor}")

    def ask_help(self) -> None:
        """Show the keys."""
        self.stage.helping = True
        self.stage.redraw()

    def to_menu(self) -> None:
        """Leave the table; the game is saved already."""
        self.leave.to_menu()

    def problem(self) -> str:
        """Say what is wrong with the orders as they stand; empty for nothing."""
        orders = self.draft.orders()
        if self._checked is None or self._checked[0] != orders:
            found = "; ".join(problem.rstrip(".") for problem in self.play.problems(orders))
            self._checked = (orders, f"These orders cannot be given: {found}." if found else "")
        return self._checked[1]

    def end_turn(self) -> None:
        """Ask for predictions, or resolve the turn at once where there is nothing to predict."""
        problem = self.problem()
        if problem:
            self.stage.say(problem)
        elif self.play.view.predictions:
            self.open("slip")
        else:
            self.resolve([])

    def resolve(self, slip: list[Expected]) -> None:
        """Give the orders; the turn is resolved beside the window."""
        self.shown_turn = self.play.view.turn
        self.open("resolving")
        orders = self.draft.orders()
        self.stage.work(lambda: self.play.end_turn(orders, slip), self._resolved)

    def _resolved(self, problem: object) -> None:
        if isinstance(problem, Exception):
            self.close()
            self.stage.say(f"The turn could not be resolved: {problem}")
            return
        self.draft, self._checked = Draft(), None
        self.looked_at = ""
        self._forget()
        self.open("reveal")

    def _forget(self) -> None:
        for name in ("moves", "log", "tracks", "evidence", "promises", "places", "if."):
            self.stage.memory.forget(name)

    def revealed(self) -> None:
        """Go on after the reveal."""
        if self.play.over:
            self.leave.to_ending(self.play)
        else:
            self.close()

    def go_back(self, turn: int) -> None:
        """Undo everything since some turn."""
        self.open("resolving")
        self.stage.work(lambda: self.play.undo_to(turn), self._went_back)

    def _went_back(self, problem: object) -> None:
        self.close()
        if isinstance(problem, Exception):
            self.stage.say(f"It is not possible to go back: {problem}")
            return
        self.draft, self._checked = Draft(), None
        self.looked_at = ""
        self._forget()
        self.stage.say(f"You are back in turn {self.play.view.turn}.")

    def look_at(self, move: str) -> None:
        """Show a move's details."""
        if move != self.looked_at:
            self.looked_at = move
            self.stage.memory.forget("details")
            self.stage.redraw()

    def show_panel(self, panel: str) -> None:
        """Show another tab of what is known."""
        self.panel = panel
        self.stage.redraw()

    def show_orders(self, tab: str) -> None:
        """Show another tab of the orders."""
        self.order_tab = tab
        self.stage.redraw()

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE:
            return self._escape()
        if self.overlay:
            return False
        if key.code in (pygame.K_RETURN, pygame.K_KP_ENTER) and key.ctrl:
            self.end_turn()
        elif key.code == keys.BRIEFING:
            self.open("briefing")
        elif key.code == keys.UNDO and self.play.view.turn > 1:
            self.open("back")
        elif key.code in PANEL_KEYS:
            self.show_panel(PANEL_KEYS[key.code])
        elif key.code in ORDER_KEYS:
            self.show_orders(ORDER_KEYS[key.code])
        else:
            return False
        return True

    def _escape(self) -> bool:
        if self.overlay == "reveal":
            self.revealed()
        elif self.overlay and self.overlay != "resolving":
            self.close()
        elif not self.overlay:
            self.to_menu()
        return True

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return keys.CRISIS


def draw_map_room(page: Page, rect: pygame.Rect, crisis: Crisis) -> None:
    """Draw the places in the room that is kept for the map."""
    inner = page.panel(rect, "Places")
    draw_places(page, inner, crisis.play.view.regions, "places.room")
