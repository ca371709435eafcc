"""Says what may be ordered, and about one move why it may not, or all there is to know."""

from game.terminal.page import Page
from game.view.moves import MoveView
from game.view.seat import SeatView
from game.view.words import listing, sentence


def moves(page: Page, view: SeatView, *, briefly: bool = False) -> None:
    """All moves by kind, those that are not available with the reason; briefly, these are only counted."""
    limit = "one" if view.limit.moves == 1 else str(view.limit.moves)
    page.heading(f"Your moves. You may order {limit} this turn:")
    for group in view.moves:
        available = [move for move in group.moves if move.available]
        if available:
            page.paragraph(f"{group.name}:")
        for move in available:
            page.numbered(move.number, _title(view, move))
    closed = [move for group in view.moves for move in group.moves if not move.available]
    if closed and briefly:
        page.paragraph(f"{len(closed)} more are not available now; `moves` lists them with the reasons.")
        return
    if closed:
        page.paragraph("Not available now, because:")
    for move in closed:
        page.numbered(move.number, f"{move.label}: {reasons(move)}")


def _title(view: SeatView, move: MoveView) -> str:
    if move.rung:
        return f"{move.label} (rung {move.rung}, {move.rung_name})"
    return move.label


def reasons(move: MoveView) -> str:
    """Why it is not available, in one clause."""
    return "; ".join(move.reasons) or "the rules do not allow it"


def extras(page: Page, view: SeatView, ordered: str = "") -> None:
    """What may be ordered besides moves; `ordered` are the rules of engagement that are ordered already."""
    lines = []
    if view.engagement:
        choices = listing((f"`roe {choice.id}`" for choice in view.engagement.choices), "or")
        current = view.engagement.current
        soon = f", {ordered} from this turn" if ordered not in ("", current) else ""
        lines.append(f"Rules of engagement, now {current}{soon}: say {choices}.")
    if view.claim_choices:
        lines.append("One public claim: say `claim` to hear the choices.")
    if view.contingencies:
        lines.append("One move may hang on a question: say `if` to hear the questions.")
    if view.predictions:
        lines.append("Prediction slip, if you like: say `predict` to hear how.")
    if lines:
        page.paragraph("Besides moves:")
    page.items(lines)


def details(page: Page, view: SeatView, move: MoveView) -> None:
    """All there is to know about a move."""
    page.heading(f"{move.number}. {move.label}")
    if move.summary:
        page.paragraph(move.summary)
    if move.rung is not None:
        severity = view.rungs[move.rung].severity
        page.item(f"Rung {move.rung}, {move.rung_name}, severity {severity:g}.")
    if move.target_name:
        page.item(f"On {move.target_name}.")
    page.items(sentence(text) for text in move.reads_as)
    if move.requires:
        page.item(f"Possible only if: {'; '.join(move.requires)}.")
    if move.effects:
        page.item(f"Does: {'; '.join(move.effects)}.")
    page.items(sentence(text) for text in move.notes)
    why(page, move)


def why(page: Page, move: MoveView) -> None:
    """Whether it may be ordered, and if not, why not."""
    if move.available:
        page.item("You may order it now.")
    else:
        page.item(f"Not available now: {reasons(move)}.")


def claims(page: Page, view: SeatView) -> None:
    """What may be said in public."""
    page.heading("What you may say in public; one claim a turn, `claim` and its number:")
    for choice in view.claim_choices:
        said = " (you say so already)" if choice.current else ""
        page.numbered(choice.number, f"{choice.incident_name}: {choice.text}{said}")


def questions(page: Page, view: SeatView) -> None:
    """What a contingent order may hang on."""
    page.heading("One move may hang on a question: `if 1 then 4 else 7`, with these questions:")
    for number, choice in enumerate(view.contingencies, 1):
        page.numbered(number, choice.name)


def predictions(page: Page, view: SeatView) -> None:
    """What may be predicted."""
    page.heading(
        "What will the others do this turn, and how sure are you? It is scored at the end and moves nothing."
    )
    first = view.predictions[0]
    for number, choice in enumerate(view.predictions, 1):
        page.numbered(number, choice.actor_name)
    page.items(f"{course.name}: {course.summary}" for course in first.choices)
    page.paragraph(f"For example: predict {first.actor_name} climbs 70. Say 50 to 100, in per cent.")
