"""The map and its forces hold together: ways, gates, the law of exchange, and what forces are told to do."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from game.engine.reach import forces_of
from game.engine.roads import NO_WAY, Roads
from game.loading.lint.walk import Path, central, meant, primitives
from game.loading.problems import Finding, listed
from game.model.forces import Domain, ExchangeLaw, Link
from game.model.ids import FRONT
from game.model.scenario import Scenario

MOST_GATES = 12
"""The quickest ways are worked out for every set of closed gates that occurs."""


def check(scenario: Scenario) -> Iterator[Finding]:
    """Links, gates, exchange and orders to forces."""
    found = [*_links(scenario)]
    yield from found
    yield from _gates(scenario)
    yield from _exchange(scenario)
    roads = Roads(scenario)
    for path, value in primitives(scenario):
        match path[-1]:
            case "move_force" if not found:
                yield from _move(scenario, roads, path, value)
            case "battle" | "strike":
                yield from _engagement(scenario, path, value)
            case "force_ready" | "forces_in":
                actors = meant(scenario, path, str(value.actor))
                if actors and not any(forces_of(scenario, a, value.domain, value.type) for a in actors):
                    yield Finding(
                        (*path, "actor"), f"no force of that sort that can fight belongs to {listed(actors)}"
                    )


def _links(scenario: Scenario) -> Iterator[Finding]:
    known: dict[tuple[frozenset[str], Domain], int] = {}
    for number, link in enumerate(scenario.links, 1):
        path: Path = ("links", number)
        if link.between[0] == link.between[1]:
            yield Finding((*path, "between"), "a way leads from one place to another")
        if not link.hours:
            yield Finding((*path, "hours"), "say for at least one domain how many hours it takes")
        for domain, hours in link.hours.items():
            if not hours > 0:
                yield Finding((*path, "hours", str(domain)), "a way takes some time: more than 0 hours")
            first = known.setdefault((frozenset(link.between), domain), number)
            if first != number:
                yield Finding(
                    (*path, "hours", str(domain)), f"link {first} joins the same places by {domain} already"
                )


def _gates(scenario: Scenario) -> Iterator[Finding]:
    gated: dict[str, tuple[int, Link]] = {}
    for number, link in enumerate(scenario.links, 1):
        if link.gate:
            gated.setdefault(link.gate, (number, link))
    members = {
        (str(actor.id), str(member.id)): member.controls
        for actor in scenario.actors.values()
        if actor.coalition is not None
        for member in actor.coalition.members.values()
    }
    shut = {*scenario.force_rules.closed, *(gate for controls in members.values() for gate in controls)}
    asked = {value.gate for path, value in primitives(scenario) if path[-1] == "gate_open"}
    for gate, (number, _) in gated.items():
        if gate not in shut:
            message = (
                f"nobody ever closes the gate `{gate}`: no `closed` of `force_rules`, no member `controls` it"
            )
            yield Finding(("links", number, "gate"), message)
    if len(gated) > MOST_GATES:
        yield Finding(("links",), f"at most {MOST_GATES} gates, and there are {len(gated)}")
    for gate in scenario.force_rules.closed:
        if gate not in gated and gate not in asked:
            path: Path = ("force_rules", "closed", gate)
            yield Finding(path, f"no link has the gate `{gate}`, and no condition asks about it")
    for (actor, member), controls in members.items():
        for number, gate in enumerate(controls, 1):
            if gate not in gated and gate not in asked:
                path = ("actors", actor, "coalition", "members", member, "controls", number)
                yield Finding(path, f"no link has the gate `{gate}`, and no condition asks about it")
    for path, value in primitives(scenario):
        if path[-1] == "gate_open" and value.gate not in shut:
            message = f"nobody ever closes a gate `{value.gate}`, so it is always open"
            yield Finding((*path, "gate"), message)


def _exchange(scenario: Scenario) -> Iterator[Finding]:
    rules = scenario.force_rules.exchange
    path: Path = ("force_rules", "exchange", "table")
    fights = any(where[-1] in ("battle", "strike") for where, _ in primitives(scenario))
    if rules.law is ExchangeLaw.TABLE and fights and not rules.table:
        yield Finding(
            ("force_rules",), "forces fight, and the table of exchange that says who loses what is empty"
        )
    for number, (one, other) in enumerate(pairwise(rules.table), 2):
        if other.ratio <= one.ratio:
            yield Finding(
                (*path, number, "ratio"), f"{other.ratio:g} is not above {one.ratio:g}, the line before"
            )
        if central(scenario, other.defender_loses) < central(scenario, one.defender_loses):
            yield Finding(
                (*path, number, "defender_loses"),
                "a stronger attacker would do less harm than in the line before",
            )
        if central(scenario, other.attacker_loses) > central(scenario, one.attacker_loses):
            yield Finding(
                (*path, number, "attacker_loses"),
                "a stronger attacker would lose more than in the line before",
            )


def _move(scenario: Scenario, roads: Roads, path: Path, value: Any) -> Iterator[Finding]:
    force = scenario.forces[value.force]
    kind = roads.kind(force)
    if kind.strategic:
        yield Finding((*path, "force"), f"`{force.id}` is a strategic force, and those never move")
    elif value.to != FRONT:
        hours = roads.routes(kind.domain).hours[roads.index[force.region], roads.index[value.to]]
        if hours == NO_WAY:
            yield Finding(
                (*path, "to"),
                f"`{force.id}` moves by {kind.domain}, and no way leads there from `{force.region}`",
            )


def _engagement(scenario: Scenario, path: Path, value: Any) -> Iterator[Finding]:
    kind = getattr(value, "type", None)
    if kind is not None and scenario.force_types[kind].strategic:
        yield Finding((*path, "type"), f"`{kind}` is a strategic type, and those never fight")
        return
    defending = value.domain if path[-1] == "battle" else None
    for key, domain, of in (("by", value.domain, kind), ("against", defending, None)):
        actors = meant(scenario, path, str(getattr(value, key)))
        if actors and not any(forces_of(scenario, actor, domain, of) for actor in actors):
            yield Finding((*path, key), f"no force of that sort that can fight belongs to {listed(actors)}")
