"""The main screen: what is known on the left, what one can do about it on the right."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar, cast

import pygame

from game.desktop import keys
from game.desktop.draft import Draft, Expected, find_move
from game.desktop.drawing.marks import Badge, badges
from game.desktop.page import Key, Page
from game.desktop.play import Play
from game.desktop.screens import overlays
from game.desktop.screens.aspects import available
from game.desktop.screens.bar import draw_bar
from game.desktop.screens.orders import draw_orders
from game.desktop.screens.orders_moves import SEARCH
from game.desktop.screens.situation import draw_situation
from game.desktop.stage import Stage
from game.desktop.talks import Package
from game.engine.orders import Orders
from game.language import say, spoken
from game.view.diplomacy import TableView, WeighedView
from game.view.words import sentence

PANEL_KEYS = {
    pygame.K_l: "log",
    pygame.K_b: "beliefs",
    pygame.K_t: "tracks",
    pygame.K_p: "places",
    pygame.K_e: "evidence",
    pygame.K_v: "promises",
}
ORDER_KEYS = {pygame.K_m: "moves", pygame.K_i: "if", pygame.K_r: "rules", pygame.K_c: "claim"}


PartT = TypeVar("PartT")


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
        self.aspect = "situation"
        """The tab of the left side."""
        self.place = ""
        """The place whose details are shown on the map."""
        self.answer = ""
        """The answer in the deterrence ledger whose reasons are shown."""
        self.table = ""
        """The table that is shown."""
        self.card = ""
        """The card whose details are shown."""
        self.incident: int | None = None
        """The incident whose beliefs are shown; at first the one that the plan is about."""
        self.overlay = ""
        """What lies on top: `slip`, `resolving`, `reveal`, `plan`, `back`, `briefing`, `actor:ID`."""
        self._checked: tuple[Orders, str] | None = None
        self._weighed: tuple[tuple[int, str, Package], tuple[WeighedView, ...]] | None = None
        self._still: tuple[tuple[object, ...], pygame.Surface] | None = None
        """What lies behind an overlay, and how it was drawn."""
        self._parts: dict[type[object], object] = {}
        self.goes_to = ""
        """Where the game is led, in words, while it is; empty while a turn is resolved."""
        self.shown_turn = 0
        """The turn before the one just revealed."""
        self.on_moved: Callable[[], bool] = lambda: False
        """Leads elsewhere after something was done, where this seat is not to be shown; says whether."""

    # --- drawing ------------------------------------------------------------------------------------------

    def draw(self, page: Page) -> None:
        """Draw the screen. What an overlay covers is drawn once, for as long as the overlay lies there."""
        if not self.overlay:
            self._still = None
            self._draw_table(page)
        else:
            self._draw_behind(page)
        overlays.draw(page, self)

    def _draw_behind(self, page: Page) -> None:
        look = (
            page.area.size,
            page.palette.dark,
            page.type.scale,
            spoken().code,
            self.overlay,
            self.play.view.turn,
        )
        if self._still is not None and self._still[0] == look:
            page.behind(self._still[1])
            return
        self._draw_table(page)
        page.veil()
        self._still = look, page.surface.copy()

    def _draw_table(self, page: Page) -> None:
        gap = page.gap
        bar = pygame.Rect(0, 0, page.area.width, page.px(52))
        draw_bar(page, bar, self)
        body = pygame.Rect(
            gap, bar.bottom + gap, page.area.width - 2 * gap, page.area.height - bar.height - 2 * gap
        )
        left = pygame.Rect(body.x, body.y, _left_width(page), body.height)
        right = pygame.Rect(left.right + gap, body.y, body.right - left.right - gap, body.height)
        self.draw_side(page, right)
        draw_situation(page, left, self)
        page.first = "moves"

    def draw_side(self, page: Page, room: pygame.Rect) -> None:
        """Draw what one can do; who only looks on has something else there."""
        draw_orders(page, room, self)

    def part(self, kind: type[PartT]) -> PartT:
        """Return what one part of the screen remembers, made when it is first asked for."""
        found = self._parts.get(kind)
        if found is None:
            found = self._parts[kind] = kind()
        return cast(PartT, found)

    def considered(self) -> int | None:
        """Return the rung of the move that is being looked at."""
        move = find_move(self.play.view, self.looked_at)
        return move.rung or None if move else None

    def badges(self, page: Page) -> dict[str, Badge]:
        """Return everybody's mark and colour."""
        view = self.play.view
        actors = {actor.id for actor in view.actors} or {ladder.by for ladder in view.ladders} | {view.actor}
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

    def open_actor(self, actor: str) -> None:
        """Show one actor's ladder in words."""
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
            self._checked = (orders, sentence(found))
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
        self.shown_turn, self.goes_to = self.play.view.turn, ""
        self.open("resolving")
        orders = self.draft.orders()
        self.stage.work(lambda: self.play.end_turn(orders, slip), self._resolved)

    def _resolved(self, problem: object) -> None:
        if isinstance(problem, Exception):
            self.close()
            self.stage.say(say("The turn could not be resolved: {problem}", problem=problem))
            return
        self._begin_anew()
        if not self.on_moved():
            self.open("reveal")

    def replay(self, turn: int) -> None:
        """Show again what came of a turn, as this seat saw it."""
        self.shown_turn = turn
        self.open("reveal")

    def _begin_anew(self) -> None:
        self.draft, self._checked, self._weighed = Draft(), None, None
        self.looked_at = ""
        for name in ("moves", "log", "record", "intel", "tracks", "evidence", "promises", "places", "if."):
            self.stage.memory.forget(name)

    def revealed(self) -> None:
        """Go on after the reveal."""
        if self.play.over:
            self.leave.to_ending(self.play)
        else:
            self.stage.motion.start("ladders")  # the marks go to where they were told to be now
            self.close()

    def go_to(self, line: int, turn: int) -> None:
        """Go to the start of a turn of a line of play; 0 is the end of that line."""
        lines = self.play.lines()
        if not turn:
            name = next((one.name for one in lines.lines if one.id == line), lines.current.name)
            self.goes_to = say("Going to the end of {line} …", line=name)
        elif line == lines.current.id:
            self.goes_to = say("Going back to turn {turn} …", turn=turn)
        else:
            self.goes_to = say("Going to turn {turn} …", turn=turn)
        self.open("resolving")
        self.stage.work(lambda: self.play.go_to(line, turn), self._went)

    def _went(self, problem: object) -> None:
        self.close()
        if isinstance(problem, Exception):
            self.stage.say(say("It is not possible to go there: {problem}", problem=problem))
            return
        self._begin_anew()
        if self.on_moved():
            return
        if self.play.over:
            self.leave.to_ending(self.play)
            return
        lines = self.play.lines()
        self.stage.say(say("You are in turn {turn} of {line}.", turn=lines.turn, line=lines.current.name))

    def override(self, values: Mapping[str, float]) -> None:
        """Change assumptions from the turn that is being ordered on."""
        self.stage.work(lambda: self.play.override(values), self._overridden)

    def _overridden(self, problem: object) -> None:
        self._checked, self._weighed = None, None
        if isinstance(problem, Exception):
            self.stage.say(say("The assumptions stay as they are: {problem}.", problem=problem))
            return
        turn = self.play.view.turn
        self.stage.say(say("From turn {turn} on, the new values count. The record says so.", turn=turn))

    def look_at(self, move: str) -> None:
        """Show a move's details."""
        if move != self.looked_at:
            self.looked_at = move
            self.stage.memory.forget("details")
            self.stage.redraw()

    def show_panel(self, panel: str) -> None:
        """Show another panel of what is known; evidence has a tab of its own where there is any."""
        if panel == "evidence" and "intelligence" in available(self):
            self.show_aspect("intelligence")
            return
        self.panel, self.aspect = panel, "situation"
        self.stage.redraw()

    def show_aspect(self, aspect: str) -> None:
        """Show another aspect of the crisis, and give the keyboard to its tab."""
        self.aspect = aspect
        self.stage.focus("aspects")

    def choose_place(self, place: str) -> None:
        """Show a place's details beside the map."""
        if place != self.place:
            self.place = place
            self.stage.memory.forget("map.details")
            self.stage.redraw()

    def choose_answer(self, answer: str) -> None:
        """Show why an answer in the ledger is as likely as it is."""
        if answer != self.answer:
            self.answer = answer
            self.stage.memory.forget("ledger.why")
            self.stage.redraw()

    # --- talks --------------------------------------------------------------------------------------------

    def choose_table(self, table: str) -> None:
        """Show another table."""
        self.table, self.card = table, ""
        self.stage.redraw()

    def look_at_card(self, card: str) -> None:
        """Show a card's details."""
        if card != self.card:
            self.card = card
            self.stage.memory.forget("talks.details")
            self.stage.redraw()

    def put_offer(self, table: TableView) -> None:
        """Put the package on the table with this turn's orders, or take it back."""
        problem = self.draft.talks.put(table)
        if problem:
            self.stage.say(problem)

    def reply_at(self, table: TableView, reply: str) -> None:
        """Say something to the offer that stands."""
        self.draft.talks.reply(table, reply)
        self.stage.redraw()

    def weigh(self, table: TableView, package: Package) -> tuple[WeighedView, ...]:
        """Return what a package is worth to each party, as this seat thinks."""
        key = (self.play.view.turn, table.id, package)
        if self._weighed is None or self._weighed[0] != key:
            self._weighed = key, self.play.weigh(table.id, package.levels, package.first)
        return self._weighed[1]

    def short(self, actor: str) -> str:
        """Return an actor's name for narrow columns."""
        return next((one.short for one in self.play.view.actors if one.id == actor), actor)

    # --- orders -------------------------------------------------------------------------------------------

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
        elif key.text == "/" or key.code == pygame.K_SLASH or (key.ctrl and key.code == pygame.K_f):
            self.show_orders("moves")
            self.stage.focus(SEARCH)
        elif key.code == keys.BRIEFING:
            self.open("briefing")
        elif key.code == keys.UNDO and self.play.lines().longest > 1:
            self.open("back")
        elif key.code in PANEL_KEYS:
            self.show_panel(PANEL_KEYS[key.code])
        elif pygame.K_1 <= key.code <= pygame.K_9:
            return self._show_numbered(key.code - pygame.K_1)
        elif key.code in ORDER_KEYS:
            self.show_orders(ORDER_KEYS[key.code])
        else:
            return False
        return True

    def _show_numbered(self, number: int) -> bool:
        names = available(self)
        if number >= len(names):
            return False
        self.show_aspect(names[number])
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


def _left_width(page: Page) -> int:
    body = page.area.width - 2 * page.gap
    return body - max(page.px(432), body * 30 // 100) - page.gap
