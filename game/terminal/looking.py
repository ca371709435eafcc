"""Commands that only look: they say something and order nothing."""

from game.language import N_, _, say
from game.terminal import deterrence, diplomacy, situation, theatre
from game.terminal import moves as ordering
from game.terminal.desk import Desk, Step
from game.terminal.naming import Named, find, move_names, move_of
from game.terminal.problems import NotUnderstood


def chosen_move(desk: Desk, text: str) -> str:
    """The name of the move that is meant."""
    return find(N_("move"), text, move_names(desk.view), _("`moves` lists them.")).key


def moves(desk: Desk, rest: str) -> Step:
    """All moves, also those that are not available."""
    ordering.moves(desk.page, desk.view)
    rules = desk.draft.orders.engagement
    ordering.extras(desk.page, desk.view, rules.value if rules is not None else "")
    return Step.STAY


def why(desk: Desk, rest: str) -> Step:
    """Why a move is not available."""
    if not rest:
        raise NotUnderstood(_("Not understood: why which move? Say `why` and its number."))
    move = move_of(desk.view, chosen_move(desk, rest))
    desk.page.paragraph(f"{move.number}. {move.label}")
    ordering.why(desk.page, move)
    return Step.STAY


def details(desk: Desk, rest: str) -> Step:
    """All about a move."""
    if not rest:
        raise NotUnderstood(_("Not understood: details of which move? Say `details` and its number."))
    ordering.details(desk.page, desk.view, move_of(desk.view, chosen_move(desk, rest)))
    return Step.STAY


def show(desk: Desk, rest: str) -> Step:
    """The situation, or one part of it."""
    things = [Named(topic, (topic,)) for topic in situation.TOPICS]
    if not rest:
        situation.turn(desk.page, desk.view)
        return Step.STAY
    found = find(
        N_("thing to show"), rest, things, say("Say one of {names}.", names=", ".join(situation.TOPICS))
    )
    for part in situation.TOPICS[found.key]:
        part(desk.page, desk.view)
    return Step.STAY


def chart(desk: Desk, rest: str) -> Step:
    """The map."""
    theatre.chart(desk.page, desk.view)
    return Step.STAY


def ledger(desk: Desk, rest: str) -> Step:
    """Who would answer one's moves, or one of them."""
    if not rest:
        deterrence.summary(desk.page, desk.view)
        return Step.STAY
    move = move_of(desk.view, chosen_move(desk, rest))
    deterrence.act(desk.page, desk.view, move.name, move.label)
    return Step.STAY


def coalition(desk: Desk, rest: str) -> Step:
    """Who has joined, and why the others have not."""
    theatre.coalitions(desk.page, desk.view)
    theatre.without_coalition(desk.page, desk.view)
    return Step.STAY


def talks(desk: Desk, rest: str) -> Step:
    """The tables."""
    diplomacy.tables(desk.page, desk.view)
    if not desk.view.tables:
        desk.page.paragraph(_("In this game there are no tables to bargain at."))
    return Step.STAY
