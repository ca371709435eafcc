"""Plays a script of what people say through the terminal and returns the whole transcript.

A script `NAME.say` begins with one comment line, `# scenario=first_ladder seat=orvana seed=7` (also `variant`
and `assumptions`); each further line is said to the game. Its transcript is `NAME.txt`. Scenarios, doctrines
and words may all change a transcript: write it anew with `python -m tests.playthroughs`, and read it.
"""

import io
from pathlib import Path

from game.loading import choose_variants, find_scenario, load
from game.model.ids import ActorId, AssumptionSetId
from game.session.game import Game
from game.terminal.play import play_text

FOLDER = Path(__file__).resolve().parent


def scripts() -> tuple[str, ...]:
    """The names of all scripts."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.say")))


def start(script: str) -> tuple[Game, str]:
    """The game that a script plays, and what is said in it."""
    first, _, said = (FOLDER / f"{script}.say").read_text(encoding="utf-8").partition("\n")
    given = dict(word.split("=") for word in first.removeprefix("#").split())
    document = load(find_scenario(given["scenario"]))
    game = Game.start(
        document.scenario(choose_variants(document, given.get("variant", ""))),
        seed=int(given["seed"]),
        assumptions=AssumptionSetId(given["assumptions"]) if "assumptions" in given else None,
        seats={ActorId(seat): "human" for seat in given["seat"].split("+")},
        save=False,
    )
    return game, said


def transcript(script: str) -> str:
    """What a script's game says, with what is said to it."""
    game, said = start(script)
    out = io.StringIO()
    code = play_text(game, game.people, io.StringIO(said), out)
    return f"{out.getvalue()}\nexit code {code}\n"
