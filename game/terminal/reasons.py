"""Says, when a game is over, why computer players moved as they did: `why russia 3`."""

from game.language import count, say
from game.terminal.naming import Named, matches
from game.terminal.page import Page
from game.view.ending import EndingView
from game.view.reasons import MoveReason, TurnReasons
from game.view.words import number, percent, sentence

WHY = "why"
"""What a line that asks for reasons begins with."""
MOST = 4
"""How many of the things that counted for a move are said."""


def invite(page: Page, view: EndingView) -> None:
    """Say how to ask, if there is anybody to ask."""
    players = view.reasons.players
    if players:
        example = players[0].actor.lower()
        page.blank()
        page.paragraph(
            say(
                "To hear why a computer player moved as it did: `why {actor} 1`. Enter leaves.", actor=example
            )
        )


def answer(page: Page, view: EndingView, line: str) -> bool:
    """Answer a line that asks for reasons; return whether it was one."""
    words = line.split()
    if not words or words[0].casefold() != WHY:
        return False
    turn = int(words[-1]) if words[-1].isdecimal() else 0
    name = " ".join(words[1:-1] if turn else words[1:])
    everybody = [Named(one.actor, (one.actor_name, one.actor)) for one in view.reasons.players]
    meant = matches(name, everybody) if name else []
    if len(meant) != 1:
        names = ", ".join(one.names[0] for one in everybody)
        page.paragraph(say("Whose reasons? There are {names}: `why NAME TURN`.", names=names))
        return True
    turns = [one for one in view.reasons.of(meant[0].key) if not turn or one.turn == turn]
    if not turns:
        page.paragraph(say("{actor} ordered nothing then.", actor=meant[0].names[0]))
    for one in turns:
        _turn(page, meant[0].names[0], one)
    return True


def _turn(page: Page, name: str, turn: TurnReasons) -> None:
    page.heading(say("{actor}, turn {turn}, hour {hour}:", actor=name, turn=turn.turn, hour=turn.hour))
    for label in turn.blind:
        page.item(say("{move}, chosen blindly among what was allowed.", move=label))
    for move in turn.moves:
        _move(page, turn, move)
    for incident in turn.believed:
        causes = ", ".join(
            say("{cause} {share}", cause=cause.name, share=percent(cause.share)) for cause in incident.causes
        )
        page.item(
            say("It believed of “{incident}”: {causes}.", incident=incident.incident_name, causes=causes)
        )
    if turn.rejected:
        moves = ", ".join(
            count(
                round(one.behind, 2),
                "{move} ({points} point behind the best)",
                "{move} ({points} points behind the best)",
                move=one.label,
                points=number(one.behind),
            )
            for one in turn.rejected[:MOST]
        )
        page.item(say("It rejected {moves}.", moves=moves))
    page.items(sentence(words) for words in turn.also)


def _move(page: Page, turn: TurnReasons, move: MoveReason) -> None:
    page.item(
        count(
            turn.could,
            "{move}: {score} points, place {rank} of {number}. {words}",
            "{move}: {score} points, place {rank} of {number}. {words}",
            move=move.label,
            score=number(move.score),
            rank=move.rank,
            words=move.words,
        )
    )
    counted = ", ".join(
        say("{reason} {points}", reason=why.words, points=number(round(why.points, 1)))
        for why in move.why[:MOST]
    )
    if counted:
        page.item(say("What counted: {reasons}.", reasons=counted), 1)
    for row in move.answers:
        page.item(
            say(
                "{actor} would answer with {rung}, {likely} likely as it thought.",
                actor=row.issuer_name,
                rung=row.rung_name,
                likely=percent(row.likely),
            ),
            1,
        )
