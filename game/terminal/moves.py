"""Says what may be ordered, and about one move why it may not, or all there is to know."""

from game.language import N_, _, count, say
from game.terminal.page import Page
from game.view.moves import MoveView
from game.view.seat import SeatView
from game.view.words import listing, sentence


def moves(page: Page, view: SeatView, *, briefly: bool = False) -> None:
    """All moves by kind, those that are not available with the reason; briefly, these are only counted."""
    page.heading(
        count(
            view.limit.moves,
            "Your moves. You may order one this turn:",
            "Your moves. You may order {number} this turn:",
        )
    )
    for group in view.moves:
        available = [move for move in group.moves if move.available]
        if available:
            page.paragraph(f"{group.name}:")
        for move in available:
            page.numbered(move.number, _title(view, move))
    closed = [move for group in view.moves for move in group.moves if not move.available]
    if closed and briefly:
        page.paragraph(
            count(
                len(closed),
                "{number} more is not available now; `moves` lists it with the reasons.",
                "{number} more are not available now; `moves` lists them with the reasons.",
            )
        )
        return
    if closed:
        page.paragraph(_("Not available now, because:"))
    for move in closed:
        page.numbered(move.number, f"{move.label}: {reasons(move)}")


def _title(view: SeatView, move: MoveView) -> str:
    if move.rung:
        return say("{move} (rung {number}, {rung})", move=move.label, number=move.rung, rung=move.rung_name)
    return move.label


def reasons(move: MoveView) -> str:
    """Why it is not available, in one clause."""
    return "; ".join(move.reasons) or _("the rules do not allow it")


def extras(page: Page, view: SeatView, ordered: str = "") -> None:
    """What may be ordered besides moves; `ordered` are the rules of engagement that are ordered already."""
    lines = []
    if view.engagement:
        choices = listing((f"`roe {choice.id}`" for choice in view.engagement.choices), "or")
        current = view.engagement.current
        names = {choice.id: choice.name.lower() for choice in view.engagement.choices}
        template = (
            N_("Rules of engagement, now {rules}, {ordered} from this turn: say {choices}.")
            if ordered not in ("", current)
            else N_("Rules of engagement, now {rules}: say {choices}.")
        )
        lines.append(
            say(template, rules=names[current], ordered=names.get(ordered, ordered), choices=choices)
        )
    if view.claim_choices:
        lines.append(_("One public claim: say `claim` to hear the choices."))
    if view.contingencies:
        lines.append(_("One move may hang on a question: say `if` to hear the questions."))
    if view.predictions:
        lines.append(_("Prediction slip, if you like: say `predict` to hear how."))
    if lines:
        page.paragraph(_("Besides moves:"))
    page.items(lines)


def details(page: Page, view: SeatView, move: MoveView) -> None:
    """All there is to know about a move."""
    page.heading(f"{move.number}. {move.label}")
    if move.summary:
        page.paragraph(move.summary)
    if move.rung is not None:
        severity = view.rungs[move.rung].severity
        page.item(
            say(
                "Rung {number}, {rung}, severity {severity:g}.",
                number=move.rung,
                rung=move.rung_name,
                severity=float(severity),
            )
        )
    if move.target_name:
        page.item(say("On {actor}.", actor=move.target_name))
    page.items(sentence(text) for text in move.reads_as)
    if move.requires:
        page.item(say("Possible only if: {conditions}.", conditions="; ".join(move.requires)))
    if move.effects:
        page.item(say("Does: {effects}.", effects="; ".join(move.effects)))
    page.items(sentence(text) for text in move.notes)
    why(page, move)


def why(page: Page, move: MoveView) -> None:
    """Whether it may be ordered, and if not, why not."""
    if move.available:
        page.item(_("You may order it now."))
    else:
        page.item(say("Not available now: {reasons}.", reasons=reasons(move)))


def claims(page: Page, view: SeatView) -> None:
    """What may be said in public."""
    page.heading(_("What you may say in public; one claim a turn, `claim` and its number:"))
    for choice in view.claim_choices:
        text = f"{choice.incident_name}: {choice.text}"
        already = say("{claim} (you say so already)", claim=text) if choice.current else text
        page.numbered(choice.number, already)


def questions(page: Page, view: SeatView) -> None:
    """What a contingent order may hang on."""
    page.heading(_("One move may hang on a question: `if 1 then 4 else 7`, with these questions:"))
    for number, choice in enumerate(view.contingencies, 1):
        page.numbered(number, choice.name)


def predictions(page: Page, view: SeatView) -> None:
    """What may be predicted."""
    page.heading(
        _(
            "What will the others do this turn, and how sure are you? "
            "It is scored at the end and moves nothing."
        )
    )
    first = view.predictions[0]
    for number, choice in enumerate(view.predictions, 1):
        page.numbered(number, choice.actor_name)
    page.items(f"{course.name}: {course.summary}" for course in first.choices)
    page.paragraph(
        say("For example: predict {actor} climbs 70. Say 50 to 100, in per cent.", actor=first.actor_name)
    )
