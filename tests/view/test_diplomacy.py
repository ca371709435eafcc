"""What a seat is shown of tables, and what the review says a table could have brought."""

import io

import pytest

from game.engine.orders import Orders
from game.model.ids import ActorId
from game.session.game import Game
from game.terminal import diplomacy
from game.terminal.ending import ending
from game.terminal.page import Page
from game.view.diplomacy import TableView
from game.view.ending import ending_view
from game.view.missed_deal import MissedDealView, missed_deals
from game.view.seated import seated_view, seated_weigh
from tests.rulebook.clauses import clause
from tests.rules.by_hand import scenario
from tests.rules.tables import ACCEPT, AT_THE_TABLE, GAME, GREEN, SWAP, changed, does, offer

RED, BLUE = ActorId("red"), ActorId("blue")
SHORT = ("horizon_hours: 48", "horizon_hours: 18")
NOTHING = Orders()


def game(text: str = GAME) -> Game:
    spec = scenario(text)
    return Game.start(spec, seed=3, seats=dict.fromkeys(spec.actors, "human"), save=False)


def turn(played: Game, **orders: Orders) -> None:
    for actor in played.waiting_for():
        played.submit(actor, orders.get(str(actor), NOTHING))
    played.end_turn()


def table(played: Game, actor: ActorId) -> TableView:
    (found,) = seated_view(played, actor).tables
    return found


def test_an_open_table_shows_two_columns_of_cards() -> None:
    view = table(game(), RED)
    assert (view.open, view.seated, view.state, view.words) == (
        True,
        True,
        "none",
        "open, and nothing is on it",
    )
    assert [card.id for card in view.ours] == ["leave"]
    assert [card.id for card in view.theirs] == ["pay"]
    (leave,) = view.ours
    assert [level.name for level in leave.levels] == ["leaves half", "leaves"]
    assert list(leave.levels[1].worth) == [("Red", -8), ("Blue", 12)]
    assert leave.levels[0].effects == ("Goods of Red falls by 1",)
    assert (leave.offered, leave.agreed, leave.available) == (None, 0, True)
    assert [(party.actor, party.complies) for party in view.parties] == [("red", None), ("blue", 0.5)]


def test_an_offer_shows_what_it_is_worth_to_us_and_to_them_as_we_think() -> None:
    played = game()
    turn(played, red=offer(2, 1, first="blue"))
    for actor, mine in ((RED, True), (BLUE, False)):
        view = table(played, actor)
        assert view.offer is not None
        assert (view.offer.mine, view.offer.can_reply, view.offer.levels) == (mine, not mine, (2, 1))
        assert (view.offer.first_name, view.offer.until) == ("Blue", 12)
        assert [party.agrees for party in view.parties] == [mine, not mine]
        weighed = {one.actor: one.worth for one in view.offer.weighed}
        # Blue goes first, so Red cancels all of its own where Blue is a cheat
        assert weighed["red"] == pytest.approx(10 * 0.5 - 8 * (1 - 0.5))
        assert weighed["blue"] == pytest.approx(12 * 0.5 - 5 * (1 - 0.5 * 0.7))
    words = table(played, RED).offer.words  # type: ignore[union-attr]
    assert words == "Red: Red leaves (leaves); Blue: Blue pays (pays); Blue goes first"
    assert table(played, BLUE).words == "an offer of Red stands"
    asked = seated_weigh(played, BLUE, SWAP, (2, 1), "blue")
    assert asked == table(played, BLUE).offer.weighed  # type: ignore[union-attr]


def test_a_deal_shows_its_progress_and_ones_own_deceit_only_to_oneself() -> None:
    slow = changed(("        detection: 1", "        delay_hours: 12\n        detection: 1"))
    played = game(slow)
    turn(played, red=offer(1, 1))
    turn(played, blue=ACCEPT, red=does("red/cheat"))
    red, blue = table(played, RED), table(played, BLUE)
    assert red.state == blue.state == "in_force"
    assert red.words == "agreed; still to be delivered: Red leaves and Blue pays"
    assert (red.cards[0].state, red.cards[0].due, red.cards[0].agreed) == ("waiting", 18, 1)
    assert red.cards[0].withheld
    assert not blue.cards[0].withheld
    assert not red.open


def test_others_see_the_table_but_not_a_secret_offer() -> None:
    text = changed(
        GREEN,
        (AT_THE_TABLE, AT_THE_TABLE + "    secret: true\n"),
        (", requires: [offer_stands: {deal: swap}]", ""),
    )
    played = game(text)
    turn(played, red=offer(2, 1))
    view = table(played, ActorId("green"))
    assert (view.seated, view.open, view.offer, view.words) == (False, False, None, "closed")
    assert view.ours == ()
    assert all(not party.agrees for party in view.parties)


def said(played: Game, actor: ActorId) -> str:
    out = io.StringIO()
    diplomacy.tables(Page(out), seated_view(played, actor))
    diplomacy.tables_moved(Page(out), seated_view(played, actor))
    return " ".join(out.getvalue().split())


def test_the_terminal_says_all_of_it() -> None:
    text = changed(
        (
            AT_THE_TABLE,
            AT_THE_TABLE + "    summary: The swap.\n    face: {red: -4}\n    guarantors: {blue: 1}\n",
        ),
        (
            "        giver: blue",
            "        giver: blue\n        delay_hours: 6\n"
            "        requires: [track_at_least: {track: mood, level: 60}]",
        ),
    )
    played = game(text)
    assert "Agreeing at all costs you 4 points at home." in said(played, RED)
    assert "Who vouches for a deal: Blue." in said(played, RED)
    assert "Blue would deliver what it agrees to: 50 %, as you believe." in said(played, RED)
    assert "Not now: it needs Mood is 60 or more (now 50)." in said(played, RED)
    assert "It takes 6 hours to deliver." in said(played, RED)
    assert "1: leaves half; points: Red -4, Blue +6" in said(played, RED)
    turn(played, red=offer(1, 0))
    assert "Red offers: Red: Red leaves (leaves half)." in said(played, BLUE)
    assert "To you: 4.4 points better than going on." in said(played, BLUE)
    assert "You may say `accept`, `reject`, or nothing" in said(played, BLUE)


def play_out(played: Game, **orders: Orders) -> Game:
    while not played.over:
        turn(played, **orders)
        orders = {}
    return played


def missed(text: str, **orders: Orders) -> MissedDealView:
    (found,) = missed_deals(play_out(game(text), **orders))
    return found


@clause("20.22")
def test_the_review_names_the_missed_deal() -> None:
    found = missed(changed(SHORT))
    assert [turn.hour for turn in found.turns] == [0, 6, 12]
    assert all(turn.exists for turn in found.turns)
    assert found.agreed_at is None
    assert found.best is not None
    gains = {gain.actor: gain.better for gain in found.best.gains}
    # Of all packages and orders: Red leaves, Blue pays, with the one going first that has the higher product
    assert gains == {"red": pytest.approx(1), "blue": pytest.approx(2.75)}
    assert found.best.package == "Red: Red leaves (leaves); Blue: Blue pays (pays); Blue goes first"
    assert "No deal was made. In 3 of 3 turns a package lay in the range." in found.words


@clause("20.22")
def test_the_review_stops_where_a_deal_was_made() -> None:
    played = game(changed(SHORT))
    turn(played, red=offer(1, 1))
    turn(played, blue=ACCEPT)
    (found,) = missed_deals(play_out(played))
    assert found.agreed_at == 6
    assert [one.hour for one in found.turns] == [0, 6]
    assert found.words.startswith("A deal was made at hour 6.")


@clause("20.22")
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"red: 10, blue: -5": "red: 6, blue: -5", "red: -4, blue: 6": "red: -9, blue: 6"}, "nothing"),
        ({"red: -8, blue: 12": "red: -9, blue: 6", "red: -4": "red: -40", "n: 1": "n: 0"}, "distrust"),
        ({AT_THE_TABLE: AT_THE_TABLE + "    face: {red: -30}\n"}, "face"),
    ],
)
def test_the_review_says_what_closed_the_range(changes: dict[str, str], why: str) -> None:
    found = missed(changed(SHORT, *changes.items()))
    assert {turn.closed_by for turn in found.turns} == {why}
    assert found.best is None
    assert "At no time was there a package" in found.words


def test_the_ending_says_what_was_never_delivered_and_what_was_missed() -> None:
    played = game(changed(SHORT, ("detection: 1", "detection: 0")))
    turn(played, red=offer(2, 1))
    turn(played, blue=ACCEPT, red=does("red/cheat"))
    view = ending_view(play_out(played))
    assert ("A swap", "Red never delivered “Red leaves”, and nobody found out") in [
        (truth.subject, truth.text) for truth in view.truths
    ]
    parts = {
        part.name: (part.kind, part.got, part.of)
        for value in view.values
        for part in value.parts
        if value.actor == "blue"
    }
    assert [*parts["A swap: Red leaves"]] == ["deal", 0, 12]
    out = io.StringIO()
    ending(Page(out), view)
    assert "What the tables could have brought" in out.getvalue()
