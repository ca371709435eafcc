"""A person's seat in a running game: the one place where the window meets the session."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from game.desktop.draft import Expected
from game.desktop.start import Choices
from game.engine.orders import Orders
from game.loading import choose_variants, load
from game.model.ids import ActorId, AssumptionId, AssumptionSetId, DealId
from game.session.game import Game
from game.session.predictions import Course, Prediction
from game.session.saves import HUMAN
from game.view.diplomacy import WeighedView
from game.view.ending import EndingView, ending_view
from game.view.seat import SeatView
from game.view.seated import seated_problems, seated_view, seated_weigh


class SeatedPlay:
    """One person at one seat; the computer has the others."""

    def __init__(self, game: Game, actor: ActorId) -> None:
        self.game = game
        self.actor = actor
        self._look()

    @classmethod
    def start(cls, choices: Choices, seed: int) -> "SeatedPlay":
        """Start the game that was chosen; its record is saved from the first moment."""
        document = load(Path(choices.scenario.path))
        scenario = document.scenario(choose_variants(document, "+".join(choices.variant())))
        actor = ActorId(choices.seat)
        seats = {ActorId(other): name for other, name in choices.players.items() if other != choices.seat}
        game = Game.start(
            scenario,
            seed=seed,
            values=_values(choices.values),
            assumptions=AssumptionSetId(choices.assumptions) if choices.assumptions else None,
            seats=seats | {actor: HUMAN},
            source=Path(choices.scenario.path),
        )
        game.play_on()
        return cls(game, actor)

    @classmethod
    def resume(cls, path: Path) -> "SeatedPlay":
        """Play a saved game on."""
        game = Game.resume(path)
        game.play_on()
        return cls(game, game.people[0])

    def _look(self) -> None:
        self._view = seated_view(self.game, self.actor)

    @property
    def view(self) -> SeatView:
        """What the seat is shown now."""
        return self._view

    @property
    def setting(self) -> str:
        """Which reading and which assumptions are played, in words."""
        header, scenario = self.game.header, self.game.scenario
        words = list(self._view.variant)
        if header.assumptions is not None:
            words.append(f"assumptions: {scenario.assumption_sets[header.assumptions].name.lower()}")
        if header.values:
            words.append(f"{len(header.values)} changed by hand")
        return " · ".join(words)

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.game.over

    def weigh(self, table: str, levels: tuple[int, ...], first: str) -> tuple[WeighedView, ...]:
        """Return what a package on a table would be worth to each party, as this seat thinks."""
        return seated_weigh(self.game, self.actor, DealId(table), levels, first)

    def problems(self, orders: Orders) -> tuple[str, ...]:
        """Return what is wrong with orders, in words."""
        return seated_problems(self.game, self.actor, orders)

    def end_turn(self, orders: Orders, slip: Sequence[Expected]) -> None:
        """Give orders and resolve the turn; it is saved when this returns."""
        predictions = [Prediction(ActorId(one.actor), Course(one.choice), one.sure) for one in slip]
        self.game.submit(self.actor, orders, predictions)
        self.game.end_turn()
        self.game.play_on()
        self._look()

    def undo_to(self, turn: int) -> None:
        """Go back to the start of a turn."""
        self.game.undo_to(turn)
        self._look()

    def ending(self) -> EndingView:
        """Return how it ended."""
        return ending_view(self.game)


def _values(values: Mapping[str, float]) -> dict[AssumptionId, float]:
    return {AssumptionId(name): value for name, value in values.items()}
