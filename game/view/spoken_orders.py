"""Orders besides moves, in words: rules of engagement, claims, and what was said and put at tables."""

from collections.abc import Iterator

from game.engine.orders import Orders
from game.language import _, count, say, told
from game.model.deals import Reply
from game.players import Account
from game.view.diplomacy import package_words
from game.view.sight import Sight
from game.view.words import ENGAGEMENT, number, percent


def other_orders(sight: Sight, orders: Orders) -> Iterator[str]:
    """Rules of engagement that were changed, and a claim."""
    if orders.engagement is not None and orders.engagement.value in ENGAGEMENT:
        yield say("Rules of engagement: {rules}.", rules=_(ENGAGEMENT[orders.engagement.value][0]))
    if orders.claim is not None:
        incident, claim = orders.claim
        yield say(
            "It says of “{incident}”: {claim}.",
            incident=told(sight.scenario.incidents[incident].name),
            claim=told(sight.scenario.claims[claim].name),
        )


def dealt_words(sight: Sight, account: Account) -> Iterator[str]:
    """What it said to packages, and put on tables, with what each was worth to it."""
    for dealt in account.dealt:
        table = next(one for one in sight.program.tables.values() if one.deal.id == dealt.deal)
        name = told(table.deal.name)
        if dealt.standing is not None:
            points, chance = number(dealt.standing), percent(dealt.accepts)
            worth = round(dealt.standing, 2)
            if dealt.reply is Reply.ACCEPT:
                yield count(
                    worth,
                    "{table}: it accepted what lay there, worth {points} point to it ({chance}).",
                    "{table}: it accepted what lay there, worth {points} points to it ({chance}).",
                    table=name,
                    points=points,
                    chance=chance,
                )
            elif dealt.reply is Reply.REJECT:
                yield count(
                    worth,
                    "{table}: it rejected what lay there, worth {points} point to it.",
                    "{table}: it rejected what lay there, worth {points} points to it.",
                    table=name,
                    points=points,
                )
            else:
                yield count(
                    worth,
                    "{table}: it let lie what was there, worth {points} point to it.",
                    "{table}: it let lie what was there, worth {points} points to it.",
                    table=name,
                    points=points,
                )
        if dealt.offered is not None and account.orders.offer is not None:
            offer = account.orders.offer
            yield count(
                round(dealt.offered, 2),
                "{table}: it put a package that was worth {points} point to it: {package}.",
                "{table}: it put a package that was worth {points} points to it: {package}.",
                table=name,
                points=number(dealt.offered),
                package=package_words(sight, table, offer.levels, str(offer.first or "")),
            )
