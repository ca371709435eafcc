"""The lessons of the tutorial: what is said, what is pointed at, and what the player does to go on."""

from collections.abc import Callable
from typing import Final

from attrs import frozen

from game.language import N_

SCENARIO: Final = "first_ladder"
SEAT: Final = "orvana"
SEED: Final = 9
"""With it the other side offers to share the light in the second turn; the tests say so."""
LANDING: Final = "orvana/order_landing/kelland"
LINE: Final = "orvana/draw_line_orvana/kelland"
PROMISE: Final = "orvana_line"
DIVERS: Final = "orvana/send_divers"
OFFER: Final = "orvana/offer_sharing/kelland"


@frozen
class Scene:
    """What the player has before them."""

    screen: str
    turn: int = 0
    overlay: str = ""
    aspect: str = ""
    moves: tuple[str, ...] = ()
    slip: bool = False
    """Whether something is predicted."""
    ledger: str = ""
    """The page of the tab on deterrence."""


@frozen
class Lesson:
    """One step."""

    title: str
    text: str
    points: tuple[str, ...] = ()
    """Names of widgets or their parts; the first that is on the screen is pointed at."""
    done: Callable[[Scene], bool] | None = None
    """When the player has done it; None where reading is enough and a button goes on."""


def _turn(number: int) -> Callable[[Scene], bool]:
    """Return whether a turn has begun and nothing lies on top."""
    return lambda scene: scene.screen == "ending" or (scene.turn >= number and not scene.overlay)


def _chosen(move: str, turn: int) -> Callable[[Scene], bool]:
    """Return whether a move is chosen, or its turn is over."""
    return lambda scene: scene.screen == "ending" or move in scene.moves or scene.turn > turn


def _reads(page: str, turn: int) -> Callable[[Scene], bool]:
    """Return whether a page of the tab on deterrence is open, or its turn is over."""
    return lambda scene: scene.ledger == page or scene.turn > turn or scene.screen == "ending"


def _sees(aspect: str, turn: int) -> Callable[[Scene], bool]:
    return lambda scene: scene.aspect == aspect or scene.turn > turn or scene.screen == "ending"


TO_THE_END: Final = ("overlay.close", "reveal.skip", "slip.reveal", "end_turn")
"""The way through a turn: whichever of them is on the screen comes next."""

LESSONS: Final[tuple[Lesson, ...]] = (
    Lesson(
        N_("Who you are"),
        N_(
            "You speak for Orvana. What you want stands here, with points. Read as much as you like, then "
            "take your seat."
        ),
        ("begin",),
        lambda scene: scene.screen not in ("briefing", "menu"),
    ),
    Lesson(
        N_("Two halves"),
        N_(
            "On the left is what you know. On the right is what you can do about it. You give orders, the "
            "other side does too, and both happen at once."
        ),
        ("aspects",),
    ),
    Lesson(
        N_("The ladder"),
        N_(
            "Whatever one side does to the other stands on a rung, from calm to war. The lines across the "
            "ladder are thresholds: above them it is another kind of conflict."
        ),
        ("rungs", "ladder.kelland"),
    ),
    Lesson(
        N_("The clock"),
        N_(
            "A turn is twelve hours. Five turns are announced, and perhaps one more: nobody knows. Some "
            "moves must be ordered a turn or two before they are needed."
        ),
        ("timeline", "plan.details"),
    ),
    Lesson(
        N_("Choose a move"),
        N_(
            "Prepare for the worst: choose “Ready a landing party”. We shall see how it looks from the "
            "other side."
        ),
        (f"moves/{LANDING}", "moves"),
        _chosen(LANDING, 1),
    ),
    Lesson(
        N_("End the turn"),
        N_("One move is all you have this turn. End it."),
        ("end_turn",),
        lambda scene: scene.overlay == "slip" or scene.turn > 1,
    ),
    Lesson(
        N_("Predict"),
        N_(
            "Before you see what Kelland does, say what you expect. It moves nothing; at the end you "
            "learn whether you were as right as you were sure."
        ),
        ("slip.kelland",),
        lambda scene: scene.slip or scene.turn > 1 or scene.overlay != "slip",
    ),
    Lesson(
        N_("Seal it"),
        N_("Say how sure you are, if you like, and let the turn happen."),
        ("slip.reveal", "end_turn"),
        lambda scene: scene.turn > 1 and scene.overlay != "resolving",
    ),
    Lesson(
        N_("Sent and read"),
        N_(
            "You meant rung 2, a warning. Kelland reads rung 3, a show of force. What you send is not "
            "always what is read, and they answer what they read. The number is only your estimate."
        ),
        ("reveal.skip", "overlay.close"),
        _turn(2),
    ),
    Lesson(
        N_("Take it back"),
        N_("That was more than you meant. Nothing is final here: open the list of earlier turns."),
        ("back",),
        lambda scene: scene.overlay.startswith(("back", "lines")) or scene.turn == 1,
    ),
    Lesson(
        N_("Go back to turn 1"),
        N_(
            "Turn 1 is marked already: go back to it. What chance has decided stays decided; only what you "
            "do is new. The line of play that you leave is kept."
        ),
        ("overlay.go", "overlay.turns", "back"),
        lambda scene: scene.turn == 1 and scene.overlay == "",
    ),
    Lesson(
        N_("A promise that deters"),
        N_(
            "Now choose “Draw a red line”: shots will be answered with shots. It deters because breaking "
            "it in public would cost you, and Kelland knows that."
        ),
        (f"moves/{LINE}", "moves"),
        _chosen(LINE, 1),
    ),
    Lesson(
        N_("Does it deter?"),
        N_("Open the tab on deterrence. It weighs what each move brings, and what your word is worth."),
        ("aspects/deterrence", "aspects"),
        _sees("deterrence", 1),
    ),
    Lesson(
        N_("Your promises"),
        N_("Open your promises. The red line stands there already, as if you had given your word."),
        ("deterrence.tabs/promises", "deterrence.tabs"),
        _reads("promises", 1),
    ),
    Lesson(
        N_("How far you are believed"),
        N_(
            "The bar says how likely your answer looks to Kelland; a tick on it marks how much would be "
            "needed to hold them back. Under it: what you have, what your word weighs, what was understood."
        ),
        (f"ledger.rows/promise.{PROMISE}", "ledger.rows", "deterrence.tabs"),
    ),
    Lesson(
        N_("End the turn"),
        N_("End the turn as before. You may predict or not."),
        TO_THE_END,
        _turn(2),
    ),
    Lesson(
        N_("Something has happened"),
        N_("An explosion has holed a boat, and nobody knows who did it. Open the tab on intelligence."),
        ("aspects/intelligence", "aspects"),
        _sees("intelligence", 2),
    ),
    Lesson(
        N_("What you believe"),
        N_(
            "Each cause has a bar: how likely you think it is, and how likely the public does. Who acts "
            "before they know may punish the innocent."
        ),
        ("intel.causes", "beliefs", "panels"),
    ),
    Lesson(
        N_("Buy evidence"),
        N_(
            "Choose “Send divers to the reef”. It costs a turn, and a turn is twelve hours on somebody "
            "else's rock."
        ),
        (f"moves/{DIVERS}", "moves"),
        _chosen(DIVERS, 2),
    ),
    Lesson(N_("End the turn"), N_("End the turn, and see what comes in."), TO_THE_END, _turn(3)),
    Lesson(
        N_("An offer"),
        N_(
            "Evidence has moved what you believe. And Kelland has offered to share the light. Answer it: "
            "choose “Offer to share the light”."
        ),
        (f"moves/{OFFER}", "moves"),
        _chosen(OFFER, 3),
    ),
    Lesson(
        N_("End the turn"),
        N_("End the turn. Two offers while nobody shoots are a settlement."),
        TO_THE_END,
        lambda scene: scene.screen == "ending" or (scene.turn > 3 and not scene.overlay),
    ),
    Lesson(
        N_("That is all of it"),
        N_(
            "Here you see what the end is worth to each side, what was true, and why the others did what "
            "they did. Larger crises add a map, allies and talks; the idea stays the same."
        ),
        ("ending.tabs", "aspects"),
    ),
)
