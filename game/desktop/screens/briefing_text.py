"""The briefing in words: the dilemma, the case, the situation, what can be done, what it is worth."""

from typing import Final

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.scrolls import Block
from game.language import N_, _, count, say
from game.view.briefing import AimView
from game.view.seat import SeatView

KINDS: Final = (
    ("objective", N_("Always")),
    ("aim", N_("In secret: only you know")),
    ("aftermath", N_("What is left behind")),
)
"""The kinds of aims, in the order in which they are told."""


def case_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return the dilemma, the case and the situation, as one text."""
    briefing, soft = view.briefing, page.palette.soft
    blocks: list[Block] = []
    if briefing.dilemma:
        blocks.append(Block(briefing.dilemma, Style.HEADING, page.palette.accent_ink))
    for words in secret_lines(view):
        blocks.append(Block(_("Only you know this"), Style.STRONG, page.palette.accent_ink, space=True))
        blocks.append(Block(words))
    blocks += seat_blocks(page, view)
    if briefing.setting:
        blocks.append(Block(_situation(view), Style.STRONG, space=True))
        blocks += _paragraphs(briefing.setting)
    blocks += [Block(one.text, colour=soft, space=True) for one in _paragraphs(briefing.not_a_forecast)]
    return blocks


def secret_lines(view: SeatView) -> list[str]:
    """Return what this seat knows for certain of what has happened, while others see only evidence."""
    return [
        say(
            "{incident}: {cause}. You know it for certain; the others have only the evidence.",
            incident=one.incident_name,
            cause=one.known_cause,
        )
        for one in view.beliefs
        if one.known_cause
    ]


def seat_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return the case as this seat is told it, with its private type."""
    briefing = view.briefing
    blocks = [
        Block(one.text, space=bool(number)) for number, one in enumerate(_paragraphs(briefing.briefing))
    ]
    if briefing.type_name:
        known = say("Only you know: {type}.", type=briefing.type_name)
        blocks.append(Block(known, Style.STRONG, page.palette.accent_ink, space=True))
        blocks.append(Block(briefing.type_summary))
    return blocks


def setting_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return the situation at the start, for everybody."""
    blocks = []
    if view.start:
        blocks.append(Block(say("It begins: {when}.", when=view.start), colour=page.palette.soft))
    found = _paragraphs(view.briefing.setting)
    return blocks + [Block(one.text, space=bool(number or blocks)) for number, one in enumerate(found)]


def caution_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return what the game cannot tell."""
    found = _paragraphs(view.briefing.not_a_forecast)
    return [Block(one.text, space=bool(number)) for number, one in enumerate(found)]


def doing_lines(view: SeatView) -> list[tuple[str, str]]:
    """Return what this seat can do, in words, each with the name of its icon."""
    limit = view.limit
    lines = [
        (
            "hourglass",
            count(view.hours_per_turn, "A turn is {number} hour.", "A turn is {number} hours.")
            + " "
            + (
                count(
                    view.of,
                    "{number} turn is announced; the end may come later.",
                    "{number} turns are announced; the end may come later.",
                )
                if view.hidden_end
                else count(view.of, "There is {number} turn.", "There are {number} turns.")
            ),
        ),
        (
            "list",
            count(limit.moves, "You give {number} order a turn.", "You give up to {number} orders a turn."),
        ),
    ]
    if limit.simultaneous:
        lines.append(("eye", _("Everybody orders at once and in secret; then all of it happens.")))
    if limit.contingent:
        lines.append(("git-branch", _("An “if” order waits for what another does in the same turn.")))
    if limit.claims:
        lines.append(("megaphone", _("You may say in public what you hold to be the cause of an incident.")))
    if limit.engagement:
        lines.append(
            ("crosshair", _("Rules of engagement tell soldiers when to shoot; loose ones bring accidents."))
        )
    if view.tables:
        lines.append(
            ("handshake", _("At a table you put terms together, offer them, accept or let them lie."))
        )
    if view.ledger.promises or view.commitments:
        lines.append(
            ("shield", _("Promises and red lines deter as far as they are believed, and cost to break."))
        )
    if view.predictions:
        lines.append(
            (
                "target",
                _("Before each turn is revealed you may say what you expect, and learn how good you are."),
            )
        )
    return lines


def aim_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return what the seat wants, with points in the margin."""
    blocks: list[Block] = []
    for kind, title in KINDS:
        aims: list[AimView] = [aim for aim in view.briefing.aims if aim.kind == kind]
        if aims:
            blocks.append(Block(_(title), Style.STRONG, page.palette.soft, space=True))
        blocks += [Block(aim.name, lead=f"{aim.points:+.0f}") for aim in aims]
    return blocks or [Block(_("Your scenario says nothing about it."), colour=page.palette.soft)]


def briefing_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return the whole briefing as one text."""
    blocks = case_blocks(page, view)
    blocks.append(Block(_("What it is worth to you"), Style.HEADING, space=True))
    return blocks + aim_blocks(page, view)


def _situation(view: SeatView) -> str:
    return say("The situation, {when}", when=view.start) if view.start else _("The situation")


def _paragraphs(text: str) -> list[Block]:
    return [Block(" ".join(part.split()), space=True) for part in text.split("\n\n") if part.strip()]
