"""The talks: laid out well under every look, played in a minute with the mouse or the keyboard alone."""

import attrs
import pygame
import pytest

from game.desktop.talks import Package, TalksDraft
from game.engine.orders import Offer
from game.model.deals import Reply
from game.model.ids import ActorId, DealId
from game.view.diplomacy import TableView, WeighedView
from tests.desktop.layout import LOOKS, Look, problems
from tests.desktop.midgames import BARGAIN, FLAGSHIP, cut_in, ford, opened, seat_of, tab_to, unsaid, words

TALKS = DealId("ford_talks")
PLAIN = LOOKS[0]


# --- how it looks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(("actor", "turns"), [("norland", 0), ("norland", 1), ("sudria", 1), ("harbour", 1)])
def test_a_table_is_laid_out_well_under_every_look(look: Look, actor: str, turns: int) -> None:
    crisis, _, hand = opened(look, ford(look, actor, turns), "talks")
    (table,) = crisis.play.view.tables
    for press in ("", "talks.ours/statement", "talks.theirs/pull_back", "talks.put", "talks.soften"):
        if press and press in hand.names():
            hand.click(press)
            crisis.stage.message = ""
            hand.hover("aspects")
            hand.draw()
        assert problems(hand.page) == [], press
        assert unsaid(hand, look) == [], press
        names = {card.name for card in table.cards}
        buttons = {"talks.put", "talks.soften", "talks.anew"}
        labels = {widget.label for widget in hand.page.widgets if widget.name in buttons}
        cut = set(cut_in(hand))
        assert not cut & labels
        assert look.language.code != "en" or not cut & names


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(
    ("name", "actor", "turns", "seed"),
    [
        (FLAGSHIP, "ukraine", 0, 7),
        (FLAGSHIP, "us", 6, 11),
        (BARGAIN, "ukraine", 2, 3),
        (BARGAIN, "europe", 3, 3),
    ],
)
def test_the_tables_of_real_games_are_laid_out_well(
    look: Look, name: str, actor: str, turns: int, seed: int
) -> None:
    crisis, _, hand = opened(look, seat_of(look, name, actor, turns, seed), "talks")
    for table in crisis.play.view.tables:
        crisis.choose_table(table.id)
        hand.draw()
        assert problems(hand.page) == [], table.id
        assert unsaid(hand, look) == [], table.id
        for card in (*hand.parts("talks.ours"), *hand.parts("talks.theirs")):
            if card in hand.names():
                hand.click(card)
                crisis.stage.message = ""
                crisis.stage.redraw()
                hand.draw()
                assert problems(hand.page) == [], card


def test_a_closed_table_says_what_opens_it_and_weighs_what_is_tried_out() -> None:
    crisis, _, hand = opened(PLAIN, seat_of(PLAIN, FLAGSHIP, "ukraine", 0), "talks")
    (table,) = crisis.play.view.tables
    assert not table.open
    assert "This table is closed" in words(hand)
    assert "It opens when all of this holds:" in words(hand)
    assert "talks.put" not in hand.names()
    card = next(card for card in table.theirs if card.available)
    hand.click(f"talks.theirs/{card.id}")
    assert "What you try out" in words(hand)
    assert crisis.draft.orders().offer is None


# --- playing ----------------------------------------------------------------------------------------------


def test_an_offer_is_made_with_the_mouse() -> None:
    crisis, play, hand = opened(PLAIN, ford(PLAIN, "norland", 0), "talks")
    hand.click("talks.put")
    assert "empty package" in crisis.stage.message
    for card in ("talks.ours/statement", "talks.theirs/pull_back", "talks.theirs/pull_back"):
        hand.click(card)
    hand.click("talks.first/sudria")
    assert "Sudria, you think" in words(hand)
    hand.click("talks.put")
    assert crisis.draft.talks.words(crisis.play.view.tables) == "an offer goes out"
    crisis.resolve([])
    hand.wait()
    orders, _ = play.given[0]
    assert orders.offer == Offer(TALKS, (2, 0, 1, 0), ActorId("sudria"))
    assert crisis.draft.talks.offer() is None


def test_an_offer_is_made_with_the_keyboard() -> None:
    crisis, play, hand = opened(PLAIN, ford(PLAIN, "norland", 0))
    hand.key(pygame.K_4)
    tab_to(hand, "talks.ours")
    hand.key(pygame.K_DOWN, pygame.K_RETURN, pygame.K_RETURN)
    tab_to(hand, "talks.theirs")
    hand.key(pygame.K_SPACE)
    tab_to(hand, "talks.first")
    hand.key(pygame.K_LEFT)
    tab_to(hand, "talks.put")
    hand.key(pygame.K_RETURN)
    assert crisis.draft.orders().offer == Offer(TALKS, (1, 0, 0, 2), ActorId("norland"))
    hand.key(pygame.K_RETURN)
    assert crisis.draft.orders().offer is None
    assert play.given == []


def test_an_offer_that_stands_is_answered_or_countered() -> None:
    crisis, _, hand = opened(PLAIN, ford(PLAIN, "norland", 1), "talks")
    assert "Sudria offers" in words(hand)
    hand.click("talks.put")
    assert crisis.draft.talks.offer() is None, "what stands already is no counter-offer"
    hand.click("talks.reply/accept")
    assert crisis.draft.orders().replies == ((TALKS, Reply.ACCEPT),)
    assert crisis.draft.talks.words(crisis.play.view.tables) == "the offer is accepted"
    hand.click("talks.reply/let_lie")
    assert crisis.draft.orders().replies == ()
    hand.click("talks.reply/reject")
    hand.click("talks.ours/statement")
    hand.click("talks.put")
    orders = crisis.draft.orders()
    assert orders.replies == ((TALKS, Reply.REJECT),)
    assert orders.offer == Offer(TALKS, (1, 1, 0, 0), ActorId("norland"))
    hand.click("talks.anew")
    assert crisis.draft.orders().offer is None
    assert crisis.draft.talks.package(crisis.play.view.tables[0]) == Package((1, 1, 2, 0), "norland")


def test_the_tab_says_that_an_offer_waits_until_it_is_answered() -> None:
    crisis, _, hand = opened(PLAIN, ford(PLAIN, "norland", 1))
    hint = {part.name: part.hint for part in hand.page.widget("aspects").parts}["talks"]  # type: ignore[union-attr]
    assert "waits for your answer" in hint
    crisis.reply_at(crisis.play.view.tables[0], "accept")
    hand.draw()
    hint = {part.name: part.hint for part in hand.page.widget("aspects").parts}["talks"]  # type: ignore[union-attr]
    assert "waits" not in hint


def test_who_has_no_seat_at_a_table_can_only_look() -> None:
    crisis, _, hand = opened(PLAIN, ford(PLAIN, "harbour", 1), "talks")
    assert "you do not sit here" in words(hand)
    assert "talks.put" not in hand.names()
    hand.click("talks.ours/pull_back")
    assert "You do not sit" in crisis.stage.message
    assert crisis.card == "pull_back"


# --- softening --------------------------------------------------------------------------------------------


def open_table() -> TableView:
    (table,) = ford(PLAIN, "norland", 0).tables
    return table


def points(worth: dict[int, tuple[float, float]]) -> "object":
    """Weigh packages by points a level: to us and to them, card by card."""

    def weigh(package: Package) -> tuple[WeighedView, ...]:
        ours, theirs = (
            sum(level * worth[place][who] for place, level in enumerate(package.levels)) for who in (0, 1)
        )
        return (
            WeighedView("norland", "Norland", True, ours, 0.0, ours),
            WeighedView("sudria", "Sudria", False, theirs, 0.0, theirs),
        )

    return weigh


def test_softening_takes_the_step_that_costs_least() -> None:
    table, talks = open_table(), TalksDraft()
    mine = [place for place, card in enumerate(table.cards) if card.mine]
    theirs = [place for place, card in enumerate(table.cards) if not card.mine]
    talks.packages[table.id] = Package(tuple(1 if place in theirs else 0 for place in range(4)))
    worth = dict.fromkeys(mine, (-5.0, 3.0)) | dict.fromkeys(theirs, (4.0, -2.0))
    worth[theirs[1]] = (1.0, -2.0)
    found = talks.soften(table, points(worth))  # type: ignore[arg-type]
    assert found == (table.cards[theirs[1]], 0)
    assert talks.package(table).levels[theirs[1]] == 0


def test_where_nothing_brings_it_nearer_nothing_is_softened() -> None:
    table, talks = open_table(), TalksDraft()
    talks.packages[table.id] = Package((1, 0, 0, 0))
    worth = dict.fromkeys(range(4), (0.0, 0.0))
    assert talks.soften(table, points(worth)) is None  # type: ignore[arg-type]
    assert talks.package(table) == Package((1, 0, 0, 0))


def test_a_card_that_cannot_be_offered_is_not_given_in_softening() -> None:
    table, talks = open_table(), TalksDraft()
    mine = [place for place, card in enumerate(table.cards) if card.mine]
    cards = tuple(attrs.evolve(card, available=not card.mine) for card in table.cards)
    shut = attrs.evolve(table, cards=cards)
    talks.packages[table.id] = Package(tuple(0 if place in mine else 1 for place in range(4)))
    worth = {place: (-0.1, 9.0) if place in mine else (4.0, -2.0) for place in range(4)}
    found = talks.soften(shut, points(worth))  # type: ignore[arg-type]
    assert found is not None
    assert not found[0].mine
