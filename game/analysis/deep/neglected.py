"""Actions that hardly anybody ever takes, over the mixes of doctrines."""

from game.analysis.deep.findings import Checked, Found, Sheet, Weight, percent
from game.analysis.deep.impossible import possible
from game.analysis.deep.sample import Material
from game.analysis.shares import Share, share
from game.model.ids import ActionId

LEAST = 0.005
"""Share of games in which somebody should choose an action."""
TOLD = 8
"""Actions that the report lists: the rarest."""


def check(material: Material) -> Checked:
    """An action chosen in fewer games than `LEAST`, in the reading that likes it best, is noted."""
    taken = {action: _taken(material, action) for action in _actions(material)}
    found = tuple(
        Found(
            Weight.NOTE,
            ("actions", str(action)),
            f"chosen by somebody in {often.count} of {games:,} games between doctrines "
            f"(at most {percent(often.high)}); below {percent(LEAST)} an action is hardly part of the game",
        )
        for action, (often, games) in taken.items()
        if often.share < LEAST and possible(material, action)
    )
    rarest = sorted(taken.items(), key=lambda item: item[1][0].share)[:TOLD]
    rows = tuple((str(action), percent(often.share)) for action, (often, _) in rarest)
    return Checked(found, Sheet("Rarest actions", ("Action", "Games in which somebody chose it"), rows))


def _actions(material: Material) -> tuple[ActionId, ...]:
    every = (action for reading in material.readings for action in reading.scenario.actions)
    return tuple(dict.fromkeys(every))


def _taken(material: Material, action: ActionId) -> tuple[Share, int]:
    """How often somebody took it in the reading that likes it best, and of how many games."""
    found = []
    for reading in material.readings:
        if action in reading.scenario.actions:
            samples = material.of(reading, counting=True)
            games = sum(len(s.games.outcome) for s in samples)
            found.append((share(sum(s.tally.done[action] for s in samples), games), games))
    return max(found, key=lambda often: often[0].share)
