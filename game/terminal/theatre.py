"""Says the map, coalitions, strategic arms and steps in words."""

from game.terminal.page import Page
from game.view.map import ForceView, PlaceView
from game.view.seat import SeatView
from game.view.words import listing, number, percent, sentence


def chart(page: Page, view: SeatView) -> None:
    """The whole map: every place with what stands there, then the ways between them."""
    if not view.map.worth_drawing:
        page.paragraph("This game has no map.")
        return
    page.heading("The map, place by place:")
    for place in view.map.places:
        page.item(_place(place))
        page.items((_force(force) for force in place.forces), 1)
        page.items((presence.words for presence in place.presence), 1)
    if view.map.links:
        page.heading("The ways between them:")
        page.items(link.words for link in view.map.links)


def _place(place: PlaceView) -> str:
    said = f"{place.name}: held by {place.holder_name or 'nobody'}"
    if place.owner_name and place.owner != place.holder:
        said += f", belongs to {place.owner_name}"
    if place.facts:
        said += f", {number(round(place.facts, 1))} points of facts on the ground"
    if place.incidents:
        said += f"; here: {listing(place.incidents)}"
    return sentence(said)


def _force(force: ForceView) -> str:
    kind = force.type_name.lower()
    what = f"your {kind}" if force.mine else f"{kind} of {force.owner_name}"
    said = f"{force.name}, {what}: strength {number(round(force.strength, 1))}"
    said += f", {percent(force.readiness)} ready"
    if force.going:
        until = f", there at hour {number(force.arrives)}" if force.arrives is not None else ""
        said += f", under way to {force.going_name}{until}"
    if force.member_name:
        said += f", lent by {force.member_name}" + ("" if force.lent else ", who has not joined")
    return sentence(said)


def under_way(page: Page, view: SeatView) -> None:
    """Forces on the move, and what is shut: what a turn's beginning says of the map."""
    moving = view.map.under_way
    if moving:
        page.heading("Forces under way:")
    for force in moving:
        until = f", there at hour {number(force.arrives)}" if force.arrives is not None else ""
        said = f"{force.name} ({force.owner_name}), from {force.place_name} to {force.going_name}{until}"
        page.item(sentence(said))


def coalitions(page: Page, view: SeatView) -> None:
    """Who has joined, and of the others why not, as far as one may know."""
    for coalition in view.coalitions:
        page.heading(f"{coalition.actor_name}: {coalition.words}")
        for member in coalition.members:
            page.item(f"{member.words} {member.summary}".strip())


def without_coalition(page: Page, view: SeatView) -> None:
    """Say that there is none."""
    if not view.coalitions:
        page.paragraph("This game has no coalition.")


def coalitions_moved(page: Page, view: SeatView) -> None:
    """Whoever joined or left since last turn."""
    for coalition in view.coalitions:
        moved = [member for member in coalition.members if member.changed]
        if moved or view.turn == 1:
            page.heading(f"{coalition.actor_name}: {coalition.words}")
        page.items(f"New: {member.name} {'joined' if member.joined else 'left'}." for member in moved)


def arms(page: Page, view: SeatView) -> None:
    """The posture of strategic arms."""
    if view.arsenals:
        page.heading("Strategic arms:")
    page.items(f"{one.words} {one.summary}".strip() for one in view.arsenals)


def arms_raised(page: Page, view: SeatView) -> None:
    """The same, where the posture is no routine, or has changed."""
    shown = [one for one in view.arsenals if one.changed or one.posture != "routine"]
    if shown:
        page.heading("Strategic arms:")
    page.items(one.words for one in shown)


def steps(page: Page, view: SeatView) -> None:
    """Steps towards a calmer crisis."""
    if view.steps:
        page.heading("Steps towards a calmer crisis:")
    page.items(step.words for step in view.steps)


def steps_taken(page: Page, view: SeatView) -> None:
    """Those that somebody has announced."""
    shown = [step for step in view.steps if step.state != "none"]
    if shown:
        page.heading("Steps towards a calmer crisis:")
    page.items(step.words for step in shown)
