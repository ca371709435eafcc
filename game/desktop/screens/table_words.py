"""What there is to read about a card and about a table."""

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block
from game.language import _, say
from game.view.diplomacy import CardView, TableView
from game.view.words import hours, number, percent

FULL, EMPTY = "●", "○"


def signed(points: float) -> str:
    """Return points with their sign: `+3`, `−1.5`."""
    figure = number(abs(points))
    return f"+{figure}" if points >= 0 else f"−{figure}"


def card_title(card: CardView) -> str:
    """Return a card's name and who gives it."""
    if card.mine:
        return say("{card} (you give)", card=card.name)
    return say("{card} ({actor} gives)", card=card.name, actor=card.giver_name)


def card_blocks(page: Page, card: CardView, step: int = 0) -> list[Block]:
    """Return everything to know about a card, in a game whose turns have `step` hours."""
    soft, warning = page.palette.soft, page.palette.warning
    blocks = [Block(card_title(card), Style.STRONG)]
    if card.summary:
        blocks.append(Block(card.summary))
    if not card.available and card.reasons:
        blocks.append(Block(say("Not now: {reasons}.", reasons="; ".join(card.reasons)), colour=warning))
    for place, level in enumerate(card.levels, 1):
        pips = FULL * place + EMPTY * (len(card.levels) - place)
        worth = ", ".join(
            say("{actor} {points}", actor=who, points=signed(points)) for who, points in level.worth
        )
        words = say("{pips} {level}: {worth}", pips=pips, level=level.name, worth=worth)
        blocks.append(Block(words if worth else f"{pips} {level.name}"))
        blocks += [Block(capital(effect), colour=soft) for effect in level.effects]
    late = hours(card.delay_hours, step)
    due = say("Due {time} after its turn comes.", time=late) if card.delay_hours else _("Due at once.")
    blocks.append(Block(due, colour=soft))
    found = say(
        "A breach is found out with {chance}; partners then take back {share} of what they gave.",
        chance=percent(card.detection),
        share=percent(card.snaps_back),
    )
    blocks.append(Block(found, colour=soft))
    if card.withheld:
        blocks.append(Block(_("You do not mean to deliver it."), colour=warning))
    return blocks


def table_blocks(page: Page, table: TableView, step: int = 0) -> list[Block]:
    """Return what there is to know about a table itself."""
    soft = page.palette.soft
    blocks = [Block(table.summary)] if table.summary else []
    for party in table.parties:
        if party.complies is not None:
            words = say(
                "You think that {actor} would deliver what it agrees to with {chance}.",
                actor=party.name,
                chance=percent(party.complies),
            )
            blocks.append(Block(words, colour=soft))
        if party.agrees and not party.mine:
            agreed = say("{actor} agrees to the offer that stands.", actor=capital(party.name))
            blocks.append(Block(agreed))
    if table.guarantors:
        blocks.append(Block(say("Vouched for by {actors}.", actors=", ".join(table.guarantors)), colour=soft))
    if table.face:
        face = say("Agreeing at all means {points} for you at home.", points=signed(table.face))
        blocks.append(Block(face, colour=soft))
    if table.seated:
        stands = say("An offer stands for {time}.", time=hours(table.stands_hours, step))
        blocks.append(Block(stands, colour=soft))
    seen = _("Only the parties see offers.") if table.secret else _("Everybody sees offers.")
    blocks.append(Block(seen, colour=soft))
    return blocks
