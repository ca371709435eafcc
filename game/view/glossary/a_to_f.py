"""The words of the glossary from A to F, by their English names."""

from typing import Final

from game.language import N_
from game.view.glossary.word import Word

WORDS: Final = (
    Word(
        "accident",
        N_("Accident"),
        N_(
            "Forces that meet without anybody ordering it. The likelier, the higher the rungs and the "
            "longer they last; it is nobody's act and breaks no promise."
        ),
        "4.1",
    ),
    Word(
        "allegation",
        N_("Allegation"),
        N_(
            "The public charge that starts a response plan. It can be made once for an incident, and "
            "is paid for if it proves wrong."
        ),
        "8.1",
    ),
    Word(
        "aspiration",
        N_("Aspiration"),
        N_(
            "What a party still asks of a deal. It comes down to what going on is worth as the "
            "announced end comes near."
        ),
        "20.20",
    ),
    Word(
        "assumption",
        N_("Assumption"),
        N_(
            "A number of the scenario that nobody knows for sure, with a range, a source and a grade. "
            "You may play with other values and see what changes."
        ),
        "22.4",
    ),
    Word(
        "audience_cost",
        N_("Audience cost"),
        N_(
            "What backing down costs a leader at home: the more public the promise and the graver "
            "what it promised, the more it costs."
        ),
        "11.1",
    ),
    Word(
        "bargaining_range",
        N_("Bargaining range"),
        N_(
            "All packages that every party prefers to going on. Fear that the other side will cheat "
            "makes it narrower, and may close it."
        ),
        "20.18",
    ),
    Word(
        "belief",
        N_("Belief"),
        N_(
            "How likely an observer thinks each possible cause is. It moves only with evidence, by "
            "Bayes's rule, and is never entirely sure."
        ),
        "5.6",
    ),
    Word(
        "bluff",
        N_("Bluff"),
        N_(
            "A declared line below which the issuer would not really act: its true line lies higher, "
            "and only it knows."
        ),
        "7.9",
    ),
    Word(
        "brier",
        N_("Brier score"),
        N_(
            "How good a prediction was: the square of the gap between how sure you were and what "
            "happened. 0 is perfect; always saying 50 % scores 0.25."
        ),
        "",
    ),
    Word(
        "cap",
        N_("Cap"),
        N_("The highest rung that a tier of a plan allows those who answer. Going above it has a price."),
        "8.6",
    ),
    Word(
        "capability",
        N_("Capability"),
        N_(
            "Whether an answer could be given at all: the forces that are ready and in reach. One of "
            "the three things that make a threat deter."
        ),
        "17.6",
    ),
    Word(
        "claim",
        N_("Claim"),
        N_(
            "What a seat says in public about a cause. It need not be what the seat believes, and is "
            "only weak evidence."
        ),
        "6.1",
    ),
    Word(
        "coalition",
        N_("Coalition"),
        N_(
            "One seat with several members. Each joins or leaves by what it asks for: proof, a "
            "backstop, bearable losses."
        ),
        "19.1",
    ),
    Word(
        "communication",
        N_("Communication"),
        N_(
            "Whether the other side has heard and understood a promise. What was not understood cannot deter."
        ),
        "17.8",
    ),
    Word(
        "credibility",
        N_("Credibility"),
        N_(
            "How likely others think it is that an actor keeps its word. It rises when a promise is "
            "kept at a cost, falls when one is broken, and talk alone does not move it."
        ),
        "10.1",
    ),
    Word(
        "critical_risk",
        N_("Critical risk"),
        N_(
            "The chance of an answer at which acting is worth exactly as much as waiting. Above it, "
            "the threat deters."
        ),
        "17.15",
    ),
    Word(
        "denial",
        N_("Denial"),
        N_("Deterring by taking back what an act would gain, rather than by hurting whoever acts."),
        "17.13",
    ),
    Word(
        "doctrine",
        N_("Doctrine"),
        N_(
            "How a computer player weighs things: which drives count, how hard it answers, how much "
            "chance is in its choices."
        ),
        "25.2",
    ),
    Word(
        "appeal",
        N_("Drive"),
        N_(
            "What moves a computer player besides its aims: to look strong, to keep out of a wider "
            "war, to learn what happened and so on. Its doctrine says how much each weighs."
        ),
        "25.1",
    ),
    Word(
        "evidence",
        N_("Evidence"),
        N_(
            "Something that shows more often under one cause than under another. It arrives some "
            "hours after it was ordered, and may be kept back or shared."
        ),
        "5.5",
    ),
    Word(
        "exposure",
        N_("Exposure"),
        N_("A staged incident comes out: everybody hears who did it, and beliefs move."),
        "5.17",
    ),
    Word(
        "face",
        N_("Face"),
        N_(
            "Standing at home that is lost by a public step back. A mediator or a step in return can "
            "cover it."
        ),
        "12.6",
    ),
    Word(
        "frame",
        N_("Frame of a symbol"),
        N_(
            "On the map: a box, or a circle at sea, is yours or stands with you; a diamond is the other "
            "side's; a square is neither's."
        ),
        "",
    ),
    Word(
        "free_riding",
        N_("Free riding"),
        N_("A member that is not in yet asks for more when the others carry the burden anyway."),
        "19.6",
    ),
)
