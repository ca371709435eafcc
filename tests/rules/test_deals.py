"""Deals in force: the order of terms, delivery, breach found out or not, snap-back, what is left of it."""

import numpy as np
import pytest

from game.engine.events import EventKind
from game.engine.mechanisms.endings import scores
from game.engine.world import World
from game.model.ids import ActorId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table
from tests.rules.tables import ACCEPT, AT_THE_TABLE, GAME, GREEN, changed, offer

NOTHING, WAITING, DELIVERED, BROKEN, SNAPPED_BACK = range(5)
NEVER_FOUND = ("        detection: 1", "        detection: 0")
SLOW = ("        detection: 1", "        delay_hours: 12\n        detection: 1")
SHORT = ("hours_per_turn: 6, horizon_hours: 48", "hours_per_turn: 6, horizon_hours: 24")


def agreed(
    text: str = GAME, first: str | None = None, levels: tuple[int, int] = (2, 1), **more: int
) -> Table:
    """A deal in force, in the turn in which Blue has accepted."""
    table = Table(text)
    table.turn(red=offer(*levels, first=first))
    table.resolve(blue=ACCEPT)
    return table


def states(table: Table) -> tuple[int, int]:
    return table.whole("term_state", "swap", "leave"), table.whole("term_state", "swap", "pay")


def goods(table: Table) -> tuple[float, float]:
    return table.number("track", "red", "goods"), table.number("track", "blue", "goods")


@clause("20.8", "20.9", "20.13")
def test_with_nobody_first_all_terms_are_delivered_at_once() -> None:
    table = agreed()
    assert states(table) == (DELIVERED, DELIVERED)
    assert goods(table) == (-2, -3)
    assert table.whole("deal", "swap") == 2
    assert table.number("track", "world", "mood") == 65
    texts = [event.text for event in table.events(EventKind.DEAL)]
    assert "A swap: Red has delivered: leaves" in texts
    assert texts[-1] == "A swap: every term has been delivered"


@clause("20.8")
def test_the_others_turn_comes_when_the_first_have_delivered() -> None:
    table = agreed(first="blue")
    assert states(table) == (WAITING, DELIVERED)
    assert table.whole("deal", "swap") == 1
    table.go_on()
    table.resolve()
    assert states(table) == (DELIVERED, DELIVERED)
    assert table.whole("deal", "swap") == 2


@clause("20.8")
def test_delays_count_from_a_terms_own_turn_in_the_order() -> None:
    table = agreed(changed(SLOW), first="red")
    assert table.number("term_at", "swap", "leave") == 6 + 12
    assert table.number("term_at", "swap", "pay") == 1e9
    table.go_on()
    table.turns(2)
    assert states(table) == (DELIVERED, WAITING)
    table.resolve()
    assert table.number("term_at", "swap", "pay") == 24 + 12


@clause("20.8")
def test_whoever_gives_nothing_keeps_nobody_waiting() -> None:
    table = agreed(first="red", levels=(0, 1))
    assert states(table) == (NOTHING, DELIVERED)
    assert table.whole("deal", "swap") == 2


@clause("20.9")
def test_every_term_delivered_is_a_promise_kept() -> None:
    table = agreed()
    assert table.number("credibility", "blue", "red", "term") > 0
    assert table.number("credibility", "red", "blue", "term") > 0
    silent = agreed(changed((AT_THE_TABLE, "")))
    assert silent.number("credibility", "blue", "red", "term") == 0


@clause("20.10", "20.11")
def test_a_withheld_term_is_found_out_and_the_partners_take_back() -> None:
    """Blue has paid; Red does not leave, and is found out."""
    table = agreed(first="blue")
    table.go_on()
    before = table.number("credibility", "blue", "red", "term")
    table.resolve(red="cheat")
    assert states(table) == (BROKEN, SNAPPED_BACK)
    assert table.whole("deal", "swap") == 3
    assert goods(table) == (-7, 0), "the breach costs Red 7, and Blue has its payment back"
    assert table.number("track", "world", "mood") == 50 + 5 - 20
    assert table.number("credibility", "blue", "red", "term") < before
    assert table.whole("agrees", "swap", "blue") == 0


@clause("20.11")
def test_what_waits_is_cancelled_when_the_first_is_found_out() -> None:
    table = Table(GAME)
    table.turn(red=offer(2, 1, first="red"))
    table.turn(blue=ACCEPT, red="cheat")
    assert states(table) == (BROKEN, NOTHING)
    assert goods(table) == (-7, 0)
    assert table.number("term_at", "swap", "pay") == 1e9


@clause("20.10")
def test_what_is_not_found_out_passes_for_delivered_and_only_its_giver_knows() -> None:
    honest, cheat = (
        agreed(changed(NEVER_FOUND, ("        snaps", "        delay_hours: 12\n        snaps")))
        for _ in range(2)
    )
    honest.go_on()
    cheat.go_on()
    honest.turn()
    cheat.turn(red="cheat")
    assert honest.sees("blue").as_bytes() == cheat.sees("blue").as_bytes()
    honest.turn()
    cheat.turn()
    assert honest.whole("deal", "swap") == cheat.whole("deal", "swap") == 2
    assert goods(honest) == (-2, -3)
    assert goods(cheat) == (0, -3), "nothing was delivered"
    assert cheat.sees("red").whole("withheld", "swap", "leave")[0] == 1
    assert not cheat.sees("blue").can_see("withheld", "swap", "leave")
    said = [[event.text for event in table.events(EventKind.DEAL)] for table in (honest, cheat)]
    assert said[0] == said[1]
    assert honest.number("credibility", "blue", "red", "term") == cheat.number(
        "credibility", "blue", "red", "term"
    )


@clause("20.10")
def test_a_breach_is_found_out_as_often_as_its_detection_says() -> None:
    table = Table(changed(("detection: 1", "detection: 0.3")), games=2000)
    table.turn(red=offer(2, 0))
    table.resolve(blue=ACCEPT, red="cheat")
    found = np.count_nonzero(table.world.whole("term_state", "swap", "leave") == BROKEN)
    assert 540 < found < 660
    assert found == np.count_nonzero(table.world.whole("deal", "swap") == 3)
    before = table.world.whole("term_state", "swap", "leave").copy()
    table.go_on()
    table.resolve()
    assert np.array_equal(before, table.world.whole("term_state", "swap", "leave")), "it is drawn once"


@clause("20.10")
def test_what_was_delivered_can_be_undone_in_secret_and_found_out() -> None:
    table = agreed()
    table.go_on()
    table.resolve(red="cheat")
    assert states(table) == (BROKEN, SNAPPED_BACK)
    assert goods(table) == (-7, 0)
    assert table.whole("deal", "swap") == 3
    quiet = agreed(changed(NEVER_FOUND))
    quiet.go_on()
    quiet.turn(red="cheat")
    quiet.resolve(red="cheat")
    assert states(quiet) == (DELIVERED, DELIVERED)
    assert goods(quiet) == (0, -3), "undone once, however often it is ordered"


@clause("20.10")
def test_what_is_undone_and_not_found_out_tells_the_other_party_nothing() -> None:
    own = ('{name: "Goods", ', '{name: "Goods", seen_by: owner, ')
    honest, cheat = (agreed(changed(NEVER_FOUND, own)) for _ in range(2))
    for table, orders in ((honest, {}), (cheat, {"red": "cheat"})):
        table.go_on()
        table.turn(**orders)
        table.turn()
    assert cheat.number("track", "red", "goods") == 0, "it was undone"
    assert honest.sees("blue").as_bytes() == cheat.sees("blue").as_bytes()
    told = [
        [
            event
            for kind in EventKind
            for event in table.events(kind)
            if "blue" in (event.seen_by or ("blue",))
        ]
        for table in (honest, cheat)
    ]
    assert told[0] == told[1]
    assert cheat.whole("withheld", "swap", "leave") == 1, "it is drawn no more"


@clause("20.11")
def test_two_who_cheat_in_the_same_turn_are_both_found_out() -> None:
    table = Table(GAME)
    table.turn(red=offer(2, 1))
    table.resolve(blue=ACCEPT, red="cheat")
    assert states(table) == (BROKEN, SNAPPED_BACK)
    both = Table(changed(SLOW))
    both.turn(red=offer(2, 1))
    both.turn(blue=ACCEPT)
    both.turn(red="cheat", blue="cheat")
    both.turn()
    both.resolve()
    assert states(both) == (BROKEN, BROKEN)
    assert goods(both) == (-7, -7)


@clause("20.12")
def test_whoever_takes_back_what_it_gave_breaks_the_deal_in_the_open() -> None:
    table = agreed()
    table.go_on()
    before = table.number("credibility", "red", "blue", "term")
    table.resolve(blue="retake")
    assert states(table) == (DELIVERED, SNAPPED_BACK)
    assert table.whole("deal", "swap") == 3
    assert goods(table) == (-2, 0 - 7)
    assert table.number("credibility", "red", "blue", "term") < before
    assert table.number("track", "world", "mood") == 45


@clause("20.12")
def test_a_deal_is_broken_in_the_open_though_nothing_was_delivered_under_it() -> None:
    table = agreed(changed(SLOW), first="red")
    table.go_on()
    before = table.number("credibility", "blue", "red", "term")
    table.resolve(red="retake")
    assert table.whole("deal", "swap") == 3
    assert states(table) == (NOTHING, NOTHING)
    assert goods(table) == (-7, 0)
    assert table.number("credibility", "blue", "red", "term") < before


@clause("20.12")
def test_taking_back_after_anothers_breach_is_no_breach() -> None:
    table = agreed(changed(("snaps_back: 0.7", "snaps_back: 0")), first="blue")
    table.go_on()
    table.turn(red="cheat")
    assert states(table) == (BROKEN, DELIVERED)
    word = table.number("credibility", "red", "blue", "term")
    table.resolve(blue="retake")
    assert states(table) == (BROKEN, SNAPPED_BACK)
    assert goods(table) == (-7, 0)
    assert table.number("credibility", "red", "blue", "term") <= word
    assert table.number("track", "world", "mood") == 35


def valued(table: Table) -> dict[str, float]:
    """What the end is worth to each."""
    return {actor: round(table.number("value", actor), 9) for actor in ("red", "blue")}


GAIN = """
actors:
  red:
    name: "Red"
    objectives: {calm: {name: "Calm", points: 75, when: [hour_at_least: {hour: 0}]}}
  blue:
    name: "Blue"
    objectives: {calm: {name: "Calm", points: 75, when: [hour_at_least: {hour: 0}]}}
"""
POINTS = changed(SHORT, (TWO_ACTORS[TWO_ACTORS.index("actors:") : TWO_ACTORS.index("outcomes:")], GAIN))


def ended(table: Table) -> Table:
    """Played to the end by nobody."""
    while not table.world.over.all():
        table.go_on()
        table.resolve()
    return table


@clause("20.14")
def test_the_end_counts_what_was_delivered() -> None:
    table = ended(agreed(POINTS))
    assert valued(table) == {"red": 75 - 8 + 10, "blue": 75 + 12 - 5}
    parts = {score.objective: (score.points, score.of) for score in scores(table.world, ActorId("red"))}
    assert parts == {"Calm": (75, 75), "A swap: Red leaves": (-8, -8), "A swap: Blue pays": (10, 10)}


@clause("20.14")
def test_the_end_counts_only_what_snap_back_has_left() -> None:
    table = agreed(POINTS, first="blue")
    table.go_on()
    table.resolve(red="cheat")
    ended(table)
    assert valued(table) == {"red": 75 + 10 * 0.3, "blue": 75 - 5 * 0.3}


@clause("20.14")
def test_what_was_never_delivered_counts_for_nobody_although_nobody_found_out() -> None:
    table = Table(POINTS.replace("detection: 1", "detection: 0"))
    table.turn(red=offer(2, 1))
    table.resolve(blue=ACCEPT, red="cheat")
    ended(table)
    assert table.whole("deal", "swap") == 2
    assert valued(table) == {"red": 75 + 10, "blue": 75 - 5}


@clause("20.14")
def test_what_came_of_a_broken_deal_still_counts_when_another_is_made() -> None:
    table = agreed(POINTS.replace("horizon_hours: 24", "horizon_hours: 48"), first="blue")
    table.go_on()
    table.turn(red="cheat")
    table.turn(blue=offer(1, 0))
    table.resolve(red=ACCEPT)
    assert table.number("banked", "swap", "red") == pytest.approx(3)
    ended(table)
    assert valued(table) == {"red": 75 + 3 - 4, "blue": 75 - 1.5 + 6}


@clause("20.14")
def test_agreeing_costs_face_at_home_less_what_is_covered() -> None:
    face = (AT_THE_TABLE, AT_THE_TABLE + "    face: {red: -10, blue: 2}\n    face_covered: 0.6\n")
    bare = ended(agreed(POINTS.replace(*face)))
    assert valued(bare) == {"red": 77 - 10, "blue": 82 + 2}
    cover = "audience: {covered_when: [track_at_least: {track: mood, level: 50}]}\n"
    covered = ended(agreed(POINTS.replace(*face) + cover))
    assert valued(covered) == {"red": 77 - 4, "blue": 82 + 0.8}


@clause("20.21")
def test_only_a_term_clears_a_limit() -> None:
    text = (
        TWO_ACTORS
        + LADDER
        + """
limits: {fire: {name: "Fire", at: middle}}
actions:
  wait: {name: "Wait", kind: inaction}
  shoot: {name: "Shoot", kind: force, rung: middle, target: {others: true}, persists_hours: 6}
deals:
  swap:
    name: "A truce"
    parties: [red, blue]
    terms:
      hush:
        name: "Forget it"
        giver: red
        levels: [{name: "forgets", worth: {red: 0, blue: 1}, effects: [clear_limit: {limit: fire}]}]
"""
    )
    table = Table(text)
    table.turn(red="shoot/blue")
    table.turns(2)
    assert table.whole("limit", "fire") == 0
    table.turn(red=offer(1))
    table.resolve(blue=ACCEPT)
    assert (table.whole("limit", "fire"), table.whole("limit_by", "fire")) == (-1, -1)
    assert table.events(EventKind.LIMIT)[-1].text == "The limit “Fire” stands again"


def test_effects_say_what_they_do() -> None:
    compiled = Table(GAME).program
    said = {
        move.action.id: [effect.explain(compiled.words) for effect in move.action.effects]
        for move in compiled.moves
    }
    assert said["cheat"] == ["what was agreed of “A swap” is not kept; it may be found out"]  # type: ignore[index]
    assert said["retake"] == ["what was delivered under “A swap” is taken back"]  # type: ignore[index]
    assert said["recall"] == ["the offer at “A swap” is withdrawn"]  # type: ignore[index]


def test_an_assumption_may_differ_from_game_to_game() -> None:
    """Detection, the share snapped back and worth may all be columns."""
    half = "{value: 0.5, low: 0, high: 1, unit: probability, grade: D, invented: x}"
    text = POINTS.replace("detection: 1", f"detection: {half}", 1).replace(
        "{red: -8, blue: 12}", f"{{red: {half}, blue: 12}}"
    )
    names = ["deals.swap.terms.leave.detection", "deals.swap.terms.leave.levels.2.worth.red"]
    values = {names[0]: np.array([0.0, 1.0]), names[1]: np.array([3.0, 4.0])}
    table = Table(text, games=2)
    known = set(table.program.scenario.assumptions)
    assert set(names) <= {str(name) for name in known}
    table = Table(text, games=2, values=values)
    table.turn(red=offer(2, 0))
    table.resolve(blue=ACCEPT, red="cheat")
    assert table.world.whole("deal", "swap").tolist() == [2, 3]
    other = Table(text, games=2, values=values)
    other.turn(red=offer(2, 0))
    other.resolve(blue=ACCEPT)
    ended(other)
    assert other.world.number("value", "red").tolist() == [78, 79]


def test_dropping_games_drops_their_deals() -> None:
    table = Table(GAME, games=6)
    table.turn(red=offer(2, 1, first="blue"))
    kept: World = table.world.only(np.array([1, 4]))
    assert kept.whole("offer_by", "swap").tolist() == [0, 0]


def test_a_party_of_three_takes_back_from_whoever_broke_it() -> None:
    text = changed(GREEN, ("[red, blue]", "[red, blue, green]"))
    table = Table(text)
    table.turn(red=offer(2, 1, first="blue"))
    table.turn(blue=ACCEPT)
    table.turn(green=ACCEPT)
    assert states(table) == (WAITING, DELIVERED)
    table.resolve(red="cheat")
    assert states(table) == (BROKEN, SNAPPED_BACK)
