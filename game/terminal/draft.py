"""Orders in the making: each change gives a new draft, so that undoing is going back to the one before."""

from attrs import evolve, frozen

from game.engine.orders import Contingent, Offer, Orders
from game.language import N_, _, count, say
from game.model.actions import Engagement
from game.model.deals import Reply
from game.model.ids import ActorId, ClaimId, ContingencyId, DealId, IncidentId
from game.session.predictions import Course, Prediction
from game.terminal.moves import reasons
from game.terminal.naming import move_of
from game.terminal.problems import NotNow
from game.view.prediction import COURSES
from game.view.seat import SeatView
from game.view.words import ENGAGEMENT, listing


@frozen
class Draft:
    """What a seat has ordered so far this turn."""

    orders: Orders = Orders()
    """The orders."""
    predictions: tuple[Prediction, ...] = ()
    """The prediction slip."""

    @property
    def moves(self) -> int:
        """How many moves have been ordered; a contingent one counts."""
        return len(self.orders.moves) + (self.orders.contingent is not None)

    def with_move(self, view: SeatView, name: str) -> "Draft":
        """One move more. Raises NotNow."""
        _must_be_available(view, name)
        if name in self.orders.moves:
            raise NotNow(
                say(
                    "Not now: {move} is ordered already. `orders` lists your orders.",
                    move=move_of(view, name).label,
                )
            )
        self._must_have_room(view)
        return evolve(self, orders=evolve(self.orders, moves=(*self.orders.moves, name)))

    def with_contingent(self, view: SeatView, when: str, then: str, otherwise: str) -> "Draft":
        """A move that hangs on a question. Raises NotNow."""
        for name in (then, otherwise):
            if name:
                _must_be_available(view, name)
        if self.orders.contingent is None:
            self._must_have_room(view)
        contingent = Contingent(ContingencyId(when), then, otherwise)
        return evolve(self, orders=evolve(self.orders, contingent=contingent))

    def with_engagement(self, rules: str) -> "Draft":
        """New rules of engagement."""
        return evolve(self, orders=evolve(self.orders, engagement=Engagement(rules)))

    def with_claim(self, incident: str, claim: str) -> "Draft":
        """A public claim, in place of any other of this turn."""
        return evolve(self, orders=evolve(self.orders, claim=(IncidentId(incident), ClaimId(claim))))

    def with_offer(self, offer: Offer | None) -> "Draft":
        """An offer, in place of any other of this turn; None takes it back."""
        return evolve(self, orders=evolve(self.orders, offer=offer))

    def with_reply(self, deal: DealId, reply: Reply) -> "Draft":
        """A reply to what stands on a table, in place of any other there."""
        others = tuple(one for one in self.orders.replies if one[0] != deal)
        return evolve(self, orders=evolve(self.orders, replies=(*others, (deal, reply))))

    def with_prediction(self, actor: str, course: Course, sureness: int) -> "Draft":
        """A prediction of one seat, in place of any other of it."""
        others = tuple(slip for slip in self.predictions if slip.actor != actor)
        return evolve(self, predictions=(*others, Prediction(ActorId(actor), course, sureness)))

    def without(self, name: str) -> "Draft":
        """One move less. Raises NotNow."""
        if name not in self.orders.moves:
            raise NotNow(_("Not now: that move is not among your orders. `orders` lists them."))
        kept = tuple(move for move in self.orders.moves if move != name)
        return evolve(self, orders=evolve(self.orders, moves=kept))

    def _must_have_room(self, view: SeatView) -> None:
        ordered = [move_of(view, name).label for name in self.orders.moves]
        if self.orders.contingent is not None:
            ordered.append(_("the contingent order"))
        if len(ordered) >= view.limit.moves:
            raise NotNow(
                count(
                    view.limit.moves,
                    "Not now: you may order one move a turn and have ordered {moves}. "
                    "`undo` takes back the last.",
                    "Not now: you may order {number} moves a turn and have ordered {moves}. "
                    "`undo` takes back the last.",
                    moves=listing(ordered),
                )
            )


def _must_be_available(view: SeatView, name: str) -> None:
    move = move_of(view, name)
    if not move.available:
        raise NotNow(
            say(
                "Not now: {move}: {reasons}. `details {number}` says more.",
                move=move.label,
                reasons=reasons(move),
                number=move.number,
            )
        )


_REPLIES = {
    Reply.ACCEPT: N_("{table}: you accept what stands"),
    Reply.REJECT: N_("{table}: you reject what stands"),
    Reply.LET_LIE: N_("{table}: you let lie what stands"),
}


def described(view: SeatView, draft: Draft) -> tuple[str, ...]:
    """The draft as a list of lines."""
    orders, lines = draft.orders, []
    for name in orders.moves:
        move = move_of(view, name)
        lines.append(say("Move: {number} {move}", number=move.number, move=move.label))
    if orders.contingent is not None:
        question = next(choice for choice in view.contingencies if choice.id == orders.contingent.when)
        then, otherwise = (
            move_of(view, name).label if name else _("nothing")
            for name in (orders.contingent.then, orders.contingent.otherwise)
        )
        lines.append(
            say(
                "Move: if {question}, then {then}, or else {otherwise}",
                question=question.name,
                then=then,
                otherwise=otherwise,
            )
        )
    if orders.engagement is not None:
        lines.append(
            say("Rules of engagement: {rules}", rules=_(ENGAGEMENT[orders.engagement.value][0]).lower())
        )
    if orders.claim is not None:
        choice = next(c for c in view.claim_choices if (c.incident, c.claim) == tuple(orders.claim))
        lines.append(say("Public claim: {claim}", claim=choice.text))
    tables = {table.id: table for table in view.tables}
    for deal, reply in orders.replies:
        lines.append(say(_REPLIES[reply], table=tables[deal].name))
    if orders.offer is not None:
        table, first = tables[orders.offer.deal], orders.offer.first
        parts = table.package(orders.offer.levels)
        leads = [party.name for party in table.parties if party.actor == first]
        parts = (*parts, *(say("{actor} goes first", actor=name) for name in leads))
        lines.append(say("Offer at {table}: {package}", table=table.name, package="; ".join(parts)))
    for slip in draft.predictions:
        name = next(p.actor_name for p in view.predictions if p.actor == slip.actor)
        course = _(COURSES[slip.course][0])
        lines.append(
            say("Prediction: {actor} {course}, {sure} % sure", actor=name, course=course, sure=slip.sureness)
        )
    return tuple(lines)
