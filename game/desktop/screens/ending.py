"""The ending: what it was worth to each, the ladders of the whole game, what was true, what was foreseen."""

from collections.abc import Callable
from math import fsum

import pygame

from game.desktop import keys
from game.desktop.drawing.ladders import draw_ladders, draw_legend
from game.desktop.drawing.marks import Badge, badges, draw_mark
from game.desktop.drawing.trails import draw_trails
from game.desktop.page import Key, Page
from game.desktop.play import Play
from game.desktop.screens.deterred import draw_deterred
from game.desktop.screens.missed import draw_missed
from game.desktop.screens.overlays import draw_turns
from game.desktop.screens.sequels import draw_sequels
from game.desktop.stage import Stage
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.scrolls import Block, leads, scroll
from game.view.ending import EndingView, SequelView, ValueView

KINDS = {
    "objective": "Always",
    "aim": "In secret",
    "aftermath": "What is left behind",
    "deal": "What was agreed",
    "outcome": "The ending itself",
}
TABS = (
    Pick("worth", "What it was worth"),
    Pick("ladders", "The ladders"),
    Pick("truth", "What was true"),
    Pick("slips", "What you foresaw"),
    Pick("log", "All that happened"),
    Pick("deterred", "Deterrence"),
    Pick("missed", "What could have been"),
    Pick("next", "What comes next"),
)


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

    @property
    def end(self) -> EndingView:
        """How it ended, in the language that is spoken now."""
        return self.play.ending()

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        end, gap, palette = self.end, page.gap, page.palette
        frame = pygame.Rect(3 * gap, 3 * gap, page.area.width - 6 * gap, page.area.height - 6 * gap)
        turns = "1 turn" if end.turn == 1 else f"{end.turn} turns"
        head = f"{self.play.view.title} · {end.class_name} · hour {end.hour}, after {turns}"
        page.text(head, pygame.Rect(frame.x, frame.y, frame.width, page.line()), colour=palette.soft)
        y = frame.y + page.line()
        page.text(
            end.outcome_name,
            pygame.Rect(frame.x, y, frame.width, page.line(Style.DISPLAY)),
            Style.DISPLAY,
            palette.accent,
        )
        y += page.line(Style.DISPLAY) + gap // 2
        y = (
            page.paragraph(
                end.text, pygame.Rect(frame.x, y, min(frame.width, page.px(1100)), 4 * page.line())
            )
            + gap
        )
        tabs(
            page,
            "ending.tabs",
            pygame.Rect(frame.x, y, frame.width, page.px(36)),
            self._tabs(),
            self.tab,
            self._show,
        )
        y += page.px(36) + gap
        foot = pygame.Rect(frame.x, frame.bottom - page.px(40), frame.width, page.px(40))
        room = pygame.Rect(frame.x, y, frame.width, foot.y - gap - y)
        {
            "worth": self._worth,
            "ladders": self._ladders,
            "truth": self._truth,
            "slips": self._slips,
            "log": self._log,
            "deterred": self._deterred,
            "missed": self._missed,
            "next": self._next,
        }[self.tab](page, room)
        self._foot(page, foot)

    def _tabs(self) -> tuple[Pick, ...]:
        has = {
            "ladders": bool(self.play.view.rungs),
            "next": bool(self.end.sequels),
            "deterred": bool(self.end.deterred),
            "missed": bool(self.end.missed),
        }
        return tuple(tab for tab in TABS if has.get(tab.id, True))

    def _show(self, tab: str) -> None:
        self.tab = tab
        self.stage.redraw()

    def _foot(self, page: Page, foot: pygame.Rect) -> None:
        width = button_width(page, "Back to the menu")
        button(
            page,
            "menu",
            pygame.Rect(foot.right - width, foot.y, width, foot.height),
            "Back to the menu",
            self.leave,
            look="primary",
        )
        label = "Go back to an earlier turn"
        back = button_width(page, label)
        button(page, "back", pygame.Rect(foot.x, foot.y, back, foot.height), label, self._back, look="quiet")
        page.first = "ending.tabs"

    def _back(self) -> None:
        self.stage.show(Rewind(self.stage, self.play, self.back, lambda: self.stage.show(self)))

    # --- tabs ---------------------------------------------------------------------------------------------

    def _worth(self, page: Page, room: pygame.Rect) -> None:
        mine = self.play.view.actor
        values = sorted(self.end.values, key=lambda value: value.actor != mine)
        note = "Points of each one's own 100. They measure different wishes and cannot be compared."
        page.text(note, pygame.Rect(room.x, room.y, room.width, page.line()), colour=page.palette.soft)
        top = room.y + page.line() + page.gap
        width = (room.width - (len(values) - 1) * page.gap) // max(1, len(values))
        marks = badges([value.actor for value in values], page.palette.actors)
        for number, value in enumerate(values):
            card = pygame.Rect(room.x + number * (width + page.gap), top, width, room.bottom - top)
            inner = page.panel(card)
            if value.actor == mine:
                page.outline(card, page.palette.accent, 6, 2)
            badge = marks[value.actor]
            draw_mark(
                page,
                badge.mark,
                (inner.x + page.px(7), inner.y + page.line(Style.HEADING) // 2),
                page.px(6),
                badge.colour,
            )
            name = f"{value.actor_name} (you)" if value.actor == mine else value.actor_name
            page.text(
                name,
                pygame.Rect(
                    inner.x + page.px(22), inner.y, inner.width - page.px(22), page.line(Style.HEADING)
                ),
                Style.HEADING,
            )
            y = inner.y + page.line(Style.HEADING) + page.gap // 2
            page.text(
                f"{value.value:.0f}",
                pygame.Rect(inner.x, y, page.px(80), page.line(Style.DISPLAY)),
                Style.DISPLAY,
            )
            page.text(
                "on its own scale",
                pygame.Rect(inner.x + page.px(80), y, inner.width - page.px(80), page.line(Style.DISPLAY)),
                colour=page.palette.soft,
            )
            y += page.line(Style.DISPLAY) + page.gap
            scroll(
                page,
                f"worth.{value.actor}",
                pygame.Rect(inner.x, y, inner.width, inner.bottom - y),
                _parts(page, value),
                margin=page.px(92),
            )

    def _ladders(self, page: Page, room: pygame.Rect) -> None:
        view = self.play.view
        side = room.width * 30 // 100 if self.end.readings else 0
        main = pygame.Rect(room.x, room.y, room.width - side - (page.gap if side else 0), room.height)
        inner = page.panel(main, "As you read them, turn by turn")
        draw_legend(
            page,
            pygame.Rect(
                inner.x + inner.width // 2, main.y + page.gap, inner.width // 2, page.line(Style.HEADING)
            ),
        )
        draw_ladders(
            page,
            inner,
            view.rungs,
            view.ladders,
            badges({one.by for one in view.ladders}, page.palette.actors),
        )
        if side:
            inner = page.panel(
                pygame.Rect(main.right + page.gap, room.y, side, room.height), "Sent, and read otherwise"
            )
            blocks: list[Block] = []
            for trail in self.end.readings:
                blocks.append(
                    Block(f"{trail.by_name} on {trail.on_name}", Style.STRONG, flush=True, space=True)
                )
                blocks += [
                    Block(f"{sent}, read as {read}", lead=f"hour {hour}")
                    for hour, sent, read in trail.marks
                    if sent != read
                ]
            scroll(page, "readings", inner, blocks, margin=leads(page, blocks, 66))

    def _truth(self, page: Page, room: pygame.Rect) -> None:
        trails = self.end.beliefs
        side = room.width * 45 // 100 if trails else room.width
        inner = page.panel(pygame.Rect(room.x, room.y, side, room.height), "What was hidden")
        blocks: list[Block] = []
        for truth in self.end.truths:
            blocks += [Block(truth.subject, Style.STRONG, space=True), Block(truth.text)]
        if self.end.not_a_forecast:
            blocks.append(Block("What this game cannot tell", Style.STRONG, page.palette.soft, space=True))
            blocks.append(Block(" ".join(self.end.not_a_forecast.split()), colour=page.palette.soft))
        nothing = [Block("Nothing was hidden in this game.", colour=page.palette.soft)]
        scroll(page, "truths", inner, blocks or nothing)
        if trails:
            left = room.x + side + page.gap
            inner = page.panel(
                pygame.Rect(left, room.y, room.right - left, room.height),
                "What was believed of the true cause, then",
            )
            draw_trails(page, inner, trails, self._badges(page))

    def _badges(self, page: Page) -> dict[str, Badge]:
        """Return everybody's mark and colour by name."""
        ids = badges([value.actor for value in self.end.values], page.palette.actors)
        return {value.actor_name: ids[value.actor] for value in self.end.values}

    def _slips(self, page: Page, room: pygame.Rect) -> None:
        inner = page.panel(room)
        scores, soft = self.end.scores, page.palette.soft
        blocks: list[Block] = []
        if scores:
            right = len([score for score in scores if score.right])
            penalty = fsum(score.score for score in scores) / len(scores)
            blocks.append(
                Block(f"{right} of {len(scores)} right; Brier score {penalty:.2f}", Style.HEADING, flush=True)
            )
            blocks.append(
                Block(
                    "0 is perfect foresight. Always saying 50% scores 0.25; above that, be less sure.",
                    colour=soft,
                    flush=True,
                )
            )
        else:
            blocks.append(Block("You sealed no prediction slip in this game.", colour=soft, flush=True))
        for score in scores:
            sign = "✓" if score.right else "✗"
            words = f"{sign} {score.actor_name}: you said “{score.predicted}”, {score.sure}% sure"
            words += "." if score.right else f"; it {score.happened}."
            blocks.append(
                Block(words, colour=None if score.right else page.palette.warning, lead=f"turn {score.turn}")
            )
        scroll(page, "slips", inner, blocks, margin=page.px(70))

    def _log(self, page: Page, room: pygame.Rect) -> None:
        inner = page.panel(room)
        blocks = [
            Block(
                f"{line.text}  [hidden from somebody]" if line.hidden else line.text,
                lead=f"hour {line.hour}",
                colour=page.palette.accent if line.hidden else None,
            )
            for line in self.end.log
        ]
        scroll(page, "whole.log", inner, blocks, margin=leads(page, blocks, 74))

    def _deterred(self, page: Page, room: pygame.Rect) -> None:
        draw_deterred(page, room, self.end.deterred)

    def _missed(self, page: Page, room: pygame.Rect) -> None:
        draw_missed(page, room, self.end.missed)

    def _next(self, page: Page, room: pygame.Rect) -> None:
        draw_sequels(page, room, self.end.sequels, self.carry)

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE:
            self.leave()
            return True
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return ()


def _whole(points: float) -> str:
    return str(round(points))


def _parts(page: Page, value: ValueView) -> list[Block]:
    soft = page.palette.soft
    blocks: list[Block] = []
    if value.type_name:
        blocks.append(Block(f"Was: {value.type_name.lower()}", colour=soft, flush=True))
    kind = ""
    for part in value.parts:
        if part.kind != kind:
            kind = part.kind
            blocks.append(Block(KINDS.get(kind, kind), Style.STRONG, soft, flush=True, space=True))
        words = _whole(part.got) if part.kind == "outcome" else f"{_whole(part.got)} of {_whole(part.of)}"
        blocks.append(Block(part.name, lead=words))
    return blocks


class Rewind:
    """Which turn to go back to, from the ending."""

    name = "rewind"

    def __init__(self, stage: Stage, play: Play, sit: Callable[[], None], stay: Callable[[], None]) -> None:
        self.stage = stage
        self.play = play
        self.sit = sit
        self.stay = stay

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        draw_turns(page, self.play.view, self.play.view.turn, self._go, self.stay)

    def _go(self, turn: int) -> None:
        self.stage.work(lambda: self.play.undo_to(turn), self._went)

    def _went(self, problem: object) -> None:
        if isinstance(problem, Exception):
            self.stay()
            self.stage.say(f"It is not possible to go back: {problem}")
        else:
            self.sit()

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE:
            self.stay()
            return True
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return ()
