"""Says the map, coalitions, strategic arms and steps in words."""

from game.language import ENGLISH, N_, _, count, say, spoken
from game.terminal.page import Page
from game.view.map import PlaceView
from game.view.map_forces import ForceView
from game.view.seat import SeatView
from game.view.words import listing, number, percent, sentence


def chart(page: Page, view: SeatView) -> None:
    """The whole map: every place with what stands there, then the ways between them."""
    if not view.map.worth_drawing:
        page.paragraph(_("This game has no map."))
        return
    page.heading(_("The map, place by place:"))
    for place in view.map.places:
        page.item(_place(place))
        page.items((_force(force) for force in place.forces), 1)
        page.items((presence.words for presence in place.presence), 1)
    if view.map.links:
        page.heading(_("The ways between them:"))
        page.items(link.words for link in view.map.links)


def held(place: str, holder: str) -> str:
    """Who holds a place."""
    if not holder:
        return say("{place}: held by nobody", place=place)
    return say("{place}: held by {holder}", place=place, holder=holder)


def with_facts(said: str, facts: float) -> str:
    """What is said of a place, with how far it has hardened."""
    points = number(round(facts, 1))
    return count(
        round(facts, 1),
        "{said}, {points} point of facts on the ground",
        "{said}, {points} points of facts on the ground",
        said=said,
        points=points,
    )


def _place(place: PlaceView) -> str:
    said = held(place.name, place.holder_name)
    if place.owner_name and place.owner != place.holder:
        said = say("{said}, belongs to {owner}", said=said, owner=place.owner_name)
    if place.facts:
        said = with_facts(said, place.facts)
    if place.incidents:
        said = say("{said}; here: {incidents}", said=said, incidents=listing(place.incidents))
    return sentence(said)


def _force(force: ForceView) -> str:
    template = (
        N_("{force}, your {type}: strength {strength}, {share} ready")
        if force.mine
        else N_("{force}, {type} of {owner}: strength {strength}, {share} ready")
    )
    said = say(
        template,
        force=force.name,
        type=_in_sentence(force.type_name),
        owner=force.owner_name,
        strength=number(round(force.strength, 1)),
        share=percent(force.readiness),
    )
    if force.going:
        said = say("{said}, under way to {place}", said=said, place=force.going_name)
        if force.arrives is not None:
            said = say("{said}, there at hour {hour}", said=said, hour=number(force.arrives))
    if force.member_name:
        lent = (
            N_("{said}, lent by {member}")
            if force.lent
            else N_("{said}, lent by {member}, who has not joined")
        )
        said = say(lent, said=said, member=force.member_name)
    return sentence(said)


def _in_sentence(name: str) -> str:
    """A type's name inside a sentence: in English without its capital."""
    return name.lower() if spoken() is ENGLISH else name


def under_way(page: Page, view: SeatView) -> None:
    """Forces on the move, and what is shut: what a turn's beginning says of the map."""
    moving = view.map.under_way
    if moving:
        page.heading(_("Forces under way:"))
    for force in moving:
        said = say(
            "{force} ({owner}), from {place} to {going}",
            force=force.name,
            owner=force.owner_name,
            place=force.place_name,
            going=force.going_name,
        )
        if force.arrives is not None:
            said = say("{said}, there at hour {hour}", said=said, hour=number(force.arrives))
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
        page.paragraph(_("This game has no coalition."))


def coalitions_moved(page: Page, view: SeatView) -> None:
    """Whoever joined or left since last turn."""
    for coalition in view.coalitions:
        moved = [member for member in coalition.members if member.changed]
        if moved or view.turn == 1:
            page.heading(f"{coalition.actor_name}: {coalition.words}")
        page.items(
            say(
                N_("New: {member} joined.") if member.joined else N_("New: {member} left."),
                member=member.name,
            )
            for member in moved
        )


def arms(page: Page, view: SeatView) -> None:
    """The posture of strategic arms."""
    if view.arsenals:
        page.heading(_("Strategic arms:"))
    page.items(f"{one.words} {one.summary}".strip() for one in view.arsenals)


def arms_raised(page: Page, view: SeatView) -> None:
    """The same, where the posture is no routine, or has changed."""
    shown = [one for one in view.arsenals if one.changed or one.posture != "routine"]
    if shown:
        page.heading(_("Strategic arms:"))
    page.items(one.words for one in shown)


def steps(page: Page, view: SeatView) -> None:
    """Steps towards a calmer crisis."""
    if view.steps:
        page.heading(_("Steps towards a calmer crisis:"))
    page.items(step.words for step in view.steps)


def steps_taken(page: Page, view: SeatView) -> None:
    """Those that somebody has announced."""
    shown = [step for step in view.steps if step.state != "none"]
    if shown:
        page.heading(_("Steps towards a calmer crisis:"))
    page.items(step.words for step in shown)
