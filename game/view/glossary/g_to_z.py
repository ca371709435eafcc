"""The words of the glossary from G to Z, by their English names."""

from typing import Final

from game.language import N_
from game.view.glossary.word import Word

WORDS: Final = (
    Word(
        "guarantor",
        N_("Guarantor"),
        N_("A third party that stands behind a deal. Its promise makes others' compliance likelier."),
        "20.16",
    ),
    Word(
        "hazard",
        N_("Hazard"),
        N_(
            "The chance of an accident in a day at a rung. It grows with closeness, free rules of "
            "engagement and raised strategic arms."
        ),
        "4.2",
    ),
    Word(
        "contingent",
        N_("“If” order"),
        N_(
            "A move that hangs on a question answered while the turn is resolved: done if the answer "
            "is yes, another or none if it is no."
        ),
        "2.5",
    ),
    Word(
        "inquiry",
        N_("Inquiry"),
        N_(
            "Asking one's own people whether they did it. It finds the truth with a stated chance; "
            "only you hear."
        ),
        "5.12",
    ),
    Word(
        "ladder",
        N_("Ladder"),
        N_(
            "The rungs from calm to general war, in order of severity. Every actor stands on a rung "
            "towards each other."
        ),
        "3.1",
    ),
    Word(
        "last_hour",
        N_("Last hour to order"),
        N_("When an option must be ordered to be ready in time: the hour of need less its lead."),
        "13.2",
    ),
    Word(
        "limit",
        N_("Limit"),
        N_(
            "A line that is crossed once, in the open, and stays crossed. Crossing it changes what "
            "others hold back from."
        ),
        "3.8",
    ),
    Word(
        "margin",
        N_("Margin"),
        N_(
            "How likely an answer looks, less how likely it would have to look. Above nothing, the "
            "promise deters."
        ),
        "17.15",
    ),
    Word(
        "monitors",
        N_("Monitors"),
        N_("Those who check whether what was declared is so. They take time, and they err now and then."),
        "9.2",
    ),
    Word(
        "option",
        N_("Option"),
        N_(
            "Something that must be prepared before it can be used: ready so many hours after it was "
            "ordered, and only for so long."
        ),
        "13.1",
    ),
    Word(
        "package",
        N_("Package"),
        N_(
            "A level for each term card on a table, and who goes first. One offer stands at a time; a "
            "new one replaces it."
        ),
        "20.2",
    ),
    Word(
        "posture",
        N_("Posture"),
        N_("How strategic arms stand: routine, raised or high, in the open."),
        "18.1",
    ),
    Word(
        "slip",
        N_("Prediction slip"),
        N_(
            "What you think each other seat will do this turn, sealed before it is resolved, and "
            "scored when the game is over."
        ),
        "",
    ),
    Word(
        "commitment",
        N_("Promise"),
        N_(
            "Who will answer what, against whom, at which rung, within how many hours. It is kept, "
            "broken or taken back, and others remember."
        ),
        "7.1",
    ),
    Word(
        "publicity",
        N_("Publicity"),
        N_(
            "How far a promise is known beyond those it is addressed to. It ties hands, and makes "
            "backing down dearer."
        ),
        "11.6",
    ),
    Word(
        "punishment",
        N_("Punishment"),
        N_("Deterring by what an answer would cost whoever acts, rather than by taking back the gain."),
        "17.13",
    ),
    Word(
        "quantal_choice",
        N_("Quantal choice"),
        N_(
            "How computer players choose: the better a move scores, the likelier it is, but chance "
            "may pick a lower one. A low temperature leaves little to chance."
        ),
        "25.2",
    ),
    Word(
        "readiness",
        N_("Readiness of a force"),
        N_(
            "How much of a force could act now. On the map: the bar of four pips under its symbol, more of "
            "them full the readier it is."
        ),
        "",
    ),
    Word(
        "plan",
        N_("Response plan"),
        N_(
            "What partners have agreed to do, by the hour, after a violation is alleged: tiers that "
            "open, are met, fail or pass."
        ),
        "8.1",
    ),
    Word(
        "roe",
        N_("Rules of engagement"),
        N_(
            "When soldiers may fire: tight, normal or free. Free spares your own and makes accidents "
            "likelier."
        ),
        "14.1",
    ),
    Word(
        "rung",
        N_("Rung"),
        N_("A step of the ladder. An actor stands on the highest rung of its acts that are live."),
        "3.2",
    ),
    Word(
        "salami",
        N_("Salami tactics"),
        N_(
            "Many small acts, each too slight to call down an answer. A promise can count them, so "
            "that together they do."
        ),
        "7.7",
    ),
    Word(
        "read",
        N_("Sent and read"),
        N_("The rung at which an act was meant, and the rung at which somebody took it. The two may differ."),
        "3.6",
    ),
    Word(
        "signal",
        N_("Signal"),
        N_("An act that is a message. Cheap talk moves nobody; what costs something, or ties hands, does."),
        "12.1",
    ),
    Word(
        "snap_back",
        N_("Snap-back"),
        N_("Taking back, in the open, what one has delivered under a deal: the answer to a breach."),
        "20.12",
    ),
    Word(
        "stand_down",
        N_("Stand-down"),
        N_(
            "The accused party declares that it stops. Monitors certify or refuse it; certified, it "
            "ends the plan."
        ),
        "9.1",
    ),
    Word(
        "step",
        N_("Step"),
        N_("An announced, verified move towards calm that asks for one in return."),
        "21.1",
    ),
    Word(
        "strength",
        N_("Strength of a force"),
        N_(
            "How much a force weighs in a fight, in units of its kind. On the map: the number under its "
            "symbol."
        ),
        "",
    ),
    Word(
        "arsenal",
        N_("Strategic arms"),
        N_(
            "Arms that threaten the other side as a whole. Raised, they hold answers off and make "
            "accidents likelier."
        ),
        "18.1",
    ),
    Word(
        "threshold",
        N_("Threshold"),
        N_(
            "A rung at which everybody sees that something new has begun: first shots, open war, the "
            "last step."
        ),
        "3.1",
    ),
    Word(
        "tier",
        N_("Tier"),
        N_("One step of a response plan: who owes which rung, from which hour, for how long."),
        "8.3",
    ),
    Word(
        "track",
        N_("Track"),
        N_(
            "A number that the game keeps for an actor or the world: support at home, standing "
            "abroad, the state of talks."
        ),
        "22.1",
    ),
    Word(
        "tripwire",
        N_("Tripwire"),
        N_(
            "Soldiers who stand where an attack must hit them: few to fight with, but their owner "
            "could hardly stay out."
        ),
        "17.4",
    ),
    Word(
        "value",
        N_("Value"),
        N_(
            "What the end is worth to one seat, from 0 to 100 on its own scale. Two seats' values "
            "cannot be compared."
        ),
        "23.4",
    ),
)
