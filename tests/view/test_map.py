"""The map as a seat may know it: hidden forces stay hidden, and what moves says when it arrives."""

import attrs
import pytest

from game.engine.observe import observe
from game.model.ids import ActorId
from game.view.map import MapView
from game.view.seat import seat_view
from tests.view.moments import moment, played
from tests.view.test_secrecy import scrambled
from tests.view.theatre import theatre

HIDDEN = {"drones": "norland", "secret": "sudria"}
"""Forces that only their owner sees."""


def forces(view: MapView) -> set[str]:
    return {force.id for force in view.forces}


@pytest.mark.parametrize("actor", theatre().played)
def test_a_hidden_force_is_on_its_owners_map_only(actor: str) -> None:
    seen = forces(moment(actor, 1).map)
    for force, owner in HIDDEN.items():
        assert (force in seen) == (owner == actor)
    assert "guards" in seen


@pytest.mark.parametrize("actor", theatre().played)
def test_what_a_hidden_force_does_changes_nothing_on_another_map(actor: str) -> None:
    world = played(1)[-1]
    other = scrambled(world, ActorId(actor))
    one, two = (seat_view(observe(w, ActorId(actor)), ()).map for w in (world, other))
    assert attrs.asdict(one) == attrs.asdict(two)


def test_places_keep_their_proportions_with_the_north_above() -> None:
    places = {place.id: place for place in moment("norland", 0).map.places}
    assert (places["port"].x, places["plain"].x) == (0.0, 1.0)
    assert (places["capital"].y, places["gulf"].y) == (0.0, 1.0)
    assert places["hollin"].x == pytest.approx(0.5)


def test_a_move_says_where_it_goes_and_when_it_is_there() -> None:
    view = moment("norland", 1)
    reserve = next(force for force in view.map.forces if force.id == "reserve")
    assert (reserve.place, reserve.going, reserve.arrives) == ("capital", "hollin", 12)
    assert "from Norhaven to Hollin, there at hour 12" in reserve.words
    after = next(force for force in moment("norland", 2).map.forces if force.id == "reserve")
    assert (after.place, after.going) == ("hollin", "")


def test_friends_in_harms_way_are_a_tripwire() -> None:
    places = {place.id: place for place in moment("sudria", 0).map.places}
    (presence,) = places["hollin"].presence
    assert (presence.actor, presence.strength) == ("league", 1.5)
    assert places["plain"].presence == ()
    assert {one.actor for place in places.values() for one in place.presence} == {"league"}


def test_a_force_counts_only_while_its_member_has_joined() -> None:
    view = moment("norland", 1)
    joined = {member.id: member.joined for member in view.coalitions[0].members}
    for force in view.map.forces:
        if force.member_name:
            assert force.lent == joined["aland" if force.id == "lent" else "boland"]


def test_a_gate_says_who_keeps_it_shut() -> None:
    link = next(link for link in moment("norland", 0).map.links if link.gate)
    members = {member.name: member for member in moment("norland", 0).coalitions[0].members}
    assert link.gate == "narrows"
    assert link.refused_by == (() if members["Aland"].joined else ("Aland",))
    assert dict(link.hours) == {"sea": 10, "air": 2}


def test_what_happened_is_shown_where_it_happened() -> None:
    places = {place.id: place.incidents for place in moment("harbour", 0).map.places}
    assert places.pop("hollin") == ("Attack on the post at Hollin",)
    assert not any(places.values())


def test_a_force_on_the_road_says_how_far_it_is() -> None:
    reserve = next(force for force in moment("norland", 1).map.forces if force.id == "reserve")
    assert reserve.way == ("hollin",)
    assert reserve.gone == pytest.approx(0.5)
    there = next(force for force in moment("norland", 2).map.forces if force.id == "reserve")
    assert (there.way, there.came_from) == ((), "capital")


def test_sides_follow_plans_promises_and_places() -> None:
    seen = {
        actor: {force.owner: force.side for force in moment(actor, 1).map.forces}
        for actor in ("norland", "sudria", "harbour")
    }
    assert seen["norland"] == {
        "norland": "friend", "league": "friend", "sudria": "hostile", "harbour": "neutral",
    }  # fmt: skip
    assert seen["sudria"] == {
        "sudria": "friend", "norland": "hostile", "league": "hostile", "harbour": "hostile",
    }  # fmt: skip
    assert seen["harbour"]["sudria"] == "hostile"
    assert seen["harbour"]["norland"] == "neutral"


def test_a_place_is_land_sea_or_air_by_the_ways_that_lead_there() -> None:
    places = {place.id: place for place in moment("norland", 0).map.places}
    assert (places["ford"].medium, places["gulf"].medium) == ("land", "sea")
    assert (places["ford"].east, places["ford"].north) == (6, 4)
    assert not moment("norland", 0).map.real_coast
    assert not any(place.contested for place in places.values())


def test_a_move_says_where_it_would_act() -> None:
    view = moment("norland", 0).map
    march = view.act("norland/march")
    assert march is not None
    assert (march.places, march.ways) == (("hollin",), (("capital", "hollin"),))
    shoot = next(act for act in view.acts if act.move.startswith("norland/shoot"))
    assert shoot.places == ("ford",)
    assert view.act("norland/wait") is None


def test_only_this_seats_moves_are_on_its_map() -> None:
    for actor in theatre().played:
        assert all(act.move.startswith(f"{actor}/") for act in moment(actor, 1).map.acts)


def test_what_was_done_at_a_place_a_turn_ago_is_told() -> None:
    games = [moment("harbour", turn).map.happened for turn in range(3)]
    assert games[0] == ()
    for happened in games:
        assert len(set(happened)) == len(happened)
        assert all(one.words for one in happened)
