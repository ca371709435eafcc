"""The computer players' reasons: choose who and which turn, and read why it moved as it did."""

from collections.abc import Mapping
from functools import partial

import pygame

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.drawing.weights import draw_belief, draw_likely, draw_weight
from game.desktop.page import Key, Page
from game.desktop.stage import Stage
from game.desktop.terms import term
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.scrolls import Block, scroll
from game.language import _, count, say
from game.view.ending import EndingView
from game.view.ledger import LedgerRow
from game.view.reasons import MoveReason, RejectedView, TurnReasons
from game.view.words import number, percent

WEIGHTS = 7
"""How many of the things that counted for a move are drawn, the weightiest first."""


class ReasonsTab:
    """Whose reasons are read, and of which turn."""

    def __init__(self, stage: Stage, end: EndingView) -> None:
        self.stage = stage
        self.end = end
        players = end.reasons.players
        self.actor = players[0].actor if players else ""
        self.at = 0

    def choose(self, actor: str) -> None:
        """Read another player's reasons."""
        self.actor = actor
        self._look(self.at)

    def _look(self, at: int) -> None:
        self.at = max(0, min(at, len(self._turns()) - 1))
        self.stage.memory.forget("reasons.")
        self.stage.motion.start("ending.reasons")
        self.stage.redraw()

    def _turns(self) -> tuple[TurnReasons, ...]:
        return self.end.reasons.of(self.actor)

    def draw(self, page: Page, room: pygame.Rect, signs: Mapping[str, Badge]) -> None:
        """Draw who and when, then what it chose beside what it believed and rejected."""
        turns = self._turns()
        self.at = max(0, min(self.at, len(turns) - 1))
        y = self._who(page, room, signs) + page.gap
        if not turns:
            page.text(_("It never ordered anything."), pygame.Rect(room.x, y, room.width, page.line()))
            return
        turn = turns[self.at]
        side = room.width * 40 // 100
        left = pygame.Rect(room.x, y, room.width - side - 2 * page.gap, room.bottom - y)
        grown = page.motion.eased("ending.reasons", 0.5)
        inner = page.panel(left, _("What it chose"))
        scroll(page, "reasons.chosen", inner, _chosen(page, turn, grown), margin=page.px(26))
        right = pygame.Rect(left.right + 2 * page.gap, y, side, room.bottom - y)
        believed = _believed(page, turn, grown)
        share = (
            min(right.height * 45 // 100, (len(believed) + 2) * page.line() + 5 * page.gap) if believed else 0
        )
        if believed:
            inner = page.panel(pygame.Rect(right.x, y, side, share), _("What it believed then"))
            scroll(page, "reasons.believed", inner, believed)
            share += 2 * page.gap
        rest = pygame.Rect(right.x, y + share, side, right.bottom - y - share)
        inner = page.panel(rest, _("What it rejected"))
        scroll(page, "reasons.rejected", inner, _rejected(page, turn), margin=page.px(26))

    def _who(self, page: Page, room: pygame.Rect, signs: Mapping[str, Badge]) -> int:
        """Tabs for the players, one line on how the chosen one plays, and the turn; the y below."""
        high = page.line() + page.px(16)
        players = self.end.reasons.players
        labels = [page.type.width(self._label(one.turn, one.hour), Style.STRONG) for one in self._turns()]
        stepper = 2 * high + max(labels, default=0) + 3 * page.gap
        wide = room.width - stepper - 2 * page.gap
        picks = tuple(Pick(one.actor, one.actor_name) for one in players)
        tabs(page, "reasons.players", pygame.Rect(room.x, room.y, wide, high), picks, self.actor, self.choose)
        self._step(page, pygame.Rect(room.right - stepper, room.y, stepper, high))
        player = next(one for one in players if one.actor == self.actor)
        line = pygame.Rect(room.x, room.y + high + page.px(6), room.width, page.line())
        sign = signs[player.actor]
        draw_mark(page, sign.mark, (line.x + page.px(7), line.centery), page.px(6), sign.colour)
        name = page.text(
            player.player_name,
            pygame.Rect(line.x + page.px(22), line.y, line.width // 3, line.height),
            Style.STRONG,
        )
        term(page, name, "doctrine")
        left = name.right + page.gap
        page.text(
            player.summary,
            pygame.Rect(left, line.y, room.right - left, line.height),
            colour=page.palette.soft,
        )
        return line.bottom

    @staticmethod
    def _label(turn: int, hour: int) -> str:
        return say("Turn {turn} · hour {hour}", turn=turn, hour=hour)

    def _step(self, page: Page, rect: pygame.Rect) -> None:
        """Which turn, between a button back and a button forward."""
        turns = self._turns()
        square = pygame.Rect(rect.x, rect.y, rect.height, rect.height)
        for name, icon, place, step, hint in (
            ("reasons.before", "chevron-left", square, -1, _("The turn before")),
            (
                "reasons.after",
                "chevron-right",
                square.move(rect.width - rect.height, 0),
                1,
                _("The next turn"),
            ),
        ):
            there = 0 <= self.at + step < len(turns)
            press = partial(self._look, self.at + step)
            widget = button(page, name, place, "", press, icon=icon, enabled=there, hint=hint)
            widget.key = self._key
        if turns:
            middle = pygame.Rect(square.right, rect.y, rect.width - 2 * rect.height, rect.height)
            turn = turns[self.at]
            page.text(self._label(turn.turn, turn.hour), middle, Style.STRONG, align="centre")

    def _key(self, pressed: Key) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(pressed.code, 0)
        if not step or not 0 <= self.at + step < len(self._turns()):
            return False
        self._look(self.at + step)
        return True


# --- what it chose ----------------------------------------------------------------------------------------


def _chosen(page: Page, turn: TurnReasons, grown: float) -> list[Block]:
    blocks: list[Block] = []
    for label in turn.blind:
        blocks.append(Block(label, Style.HEADING, icon="shuffle", space=True))
    if turn.blind:
        blocks.append(Block(_("Chosen blindly among what was allowed."), colour=page.palette.soft))
    for move in turn.moves:
        blocks += _move(page, move, turn, grown)
    if not turn.moves and not turn.blind:
        blocks.append(Block(_("It made no move."), colour=page.palette.soft))
    if turn.also:
        blocks.append(
            Block(_("It also ordered"), Style.STRONG, page.palette.accent_ink, flush=True, space=True)
        )
        blocks += [Block(words, icon="chevron-right") for words in turn.also]
    return blocks


def _move(page: Page, move: MoveReason, turn: TurnReasons, grown: float) -> list[Block]:
    palette = page.palette
    by_chance = move.behind > 0
    blocks = [
        Block(
            move.label,
            Style.HEADING,
            icon="shuffle" if by_chance else "circle-check",
            flush=False,
            space=True,
        ),
        Block(move.words, colour=palette.warning if by_chance else palette.good),
        Block(
            count(
                round(move.score, 2),
                "It scored {score} point, place {rank} of {could}; the chance to pick it was {chance}.",
                "It scored {score} points, place {rank} of {could}; the chance to pick it was {chance}.",
                score=number(move.score),
                rank=move.rank,
                could=turn.could,
                chance=percent(move.chance),
            ),
            colour=palette.soft,
        ),
    ]
    widest = max((abs(why.points) for why in move.why), default=1.0)
    for why in move.why[:WEIGHTS]:
        paint = partial(draw_weight, words=capital(why.words), points=why.points, widest=widest, grown=grown)
        blocks.append(Block("", paint=paint))
    if move.answers:
        blocks.append(Block(_("Who it thought would answer"), Style.STRONG, palette.soft, space=True))
    for row in move.answers:
        blocks.append(Block(_answer(row), icon="shield-alert"))
        blocks.append(Block("", paint=partial(draw_likely, likely=row.likely, takes=row.takes, grown=grown)))
    return blocks


def _answer(row: LedgerRow) -> str:
    if row.takes is None:
        return say(
            "{actor}, with {rung}: {likely} likely, it thought; nothing would have kept it from this.",
            actor=row.issuer_name,
            rung=row.rung_name,
            likely=percent(row.likely),
        )
    if row.takes <= 0:
        return say(
            "{actor}, with {rung}: {likely} likely, it thought; by the ledger not worth it even unanswered.",
            actor=row.issuer_name,
            rung=row.rung_name,
            likely=percent(row.likely),
        )
    return say(
        "{actor}, with {rung}: {likely} likely, it thought; to be deterred it takes {takes}.",
        actor=row.issuer_name,
        rung=row.rung_name,
        likely=percent(row.likely),
        takes=percent(min(1.0, row.takes)),
    )


# --- what it believed and rejected ------------------------------------------------------------------------


def _believed(page: Page, turn: TurnReasons, grown: float) -> list[Block]:
    blocks: list[Block] = []
    for incident in turn.believed:
        blocks.append(Block(incident.incident_name, Style.STRONG, page.palette.soft, space=True))
        for cause in incident.causes:
            paint = partial(draw_belief, words=cause.name, share=cause.share, true=cause.true, grown=grown)
            blocks.append(Block("", paint=paint))
    return blocks


def _rejected(page: Page, turn: TurnReasons) -> list[Block]:
    if turn.blind:
        return [Block(_("It weighed nothing against anything."), colour=page.palette.soft, flush=True)]
    blocks: list[Block] = []
    for rejected in turn.rejected:
        blocks.append(Block(rejected.label, icon="x", space=True))
        blocks.append(Block(_behind(rejected), colour=page.palette.soft))
    return blocks or [Block(_("There was nothing else to do."), colour=page.palette.soft, flush=True)]


def _behind(rejected: RejectedView) -> str:
    chance = percent(rejected.chance)
    if rejected.behind <= 0:
        return say(
            "The best of all, but chance passed it over; it would have been picked first in {chance}.",
            chance=chance,
        )
    against = next((why for why in rejected.why if why.points < 0), None)
    points = number(rejected.behind)
    if against is None:
        return count(
            round(rejected.behind, 2),
            "{points} point behind the best; {chance} to be picked first.",
            "{points} points behind the best; {chance} to be picked first.",
            points=points,
            chance=chance,
        )
    return count(
        round(rejected.behind, 2),
        "{points} point behind the best; {chance} to be picked first. Against it: {reason}.",
        "{points} points behind the best; {chance} to be picked first. Against it: {reason}.",
        points=points,
        chance=chance,
        reason=against.words,
    )
