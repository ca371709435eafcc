"""What counts for a computer player, in words: one phrase for each kind of consequence that it weighs."""

from typing import Final

from game.language import N_, _, say, told
from game.model.ids import CommitmentId
from game.players.reckoning import Kind
from game.view.sight import Sight

DRIVES: Final = {
    "resolve": N_("to look strong"),
    "caution": N_("to keep out of a wider war"),
    "truth": N_("to learn what happened"),
    "alliance": N_("to keep partners together"),
    "face": N_("not to lose standing at home"),
    "deal": N_("to end it by agreement"),
    "ground": N_("to hold or regain a place"),
    "deceit": N_("to hide, disrupt or stage"),
}
"""What moves a computer player."""

PLAIN: Final = {
    "effort": N_("the effort of acting at all"),
    "act": N_("answers that it expected"),
    "above cap": N_("going above what the plan allows"),
    "tie": N_("tying its own hands"),
    "credibility": N_("how far its word is believed"),
    "learn": N_("learning more about what happened"),
    "gather": N_("evidence to come"),
    "release": N_("what others would learn from it"),
    "deny": N_("evidence kept from coming"),
    "delay": N_("evidence that comes later"),
    "expose": N_("showing that something was staged"),
    "staged": N_("staging something that may come out"),
    "allege": N_("accusing, as sure as it was"),
    "stand_down": N_("standing down before promised answers come"),
    "withdraw": N_("climbing down to where it wanted to stand"),
    "breach": N_("breaking a deal"),
    "snap back": N_("taking back what was given"),
    "proceed": N_("going ahead without all partners"),
    "ruin": N_("general war, in which all is lost"),
    "strike": N_("wearing the other side down from afar"),
    "ready force": N_("units made ready"),
    "posture": N_("the posture of strategic arms"),
    "already": N_("it was under way already"),
    "just done": N_("it had just been done"),
    "denied": N_("gains that others could take back"),
}
"""Kinds that are said without naming anything."""

NAMED: Final = {
    "keep": N_("keeping its word: {name}"),
    "issue": N_("giving its word: {name}"),
    "holds": N_("who holds {name}"),
    "battle": N_("fighting for {name}"),
    "presence": N_("soldiers in {name}"),
    "option": N_("having it ready in time: {name}"),
}
"""Kinds that name one thing, and which of their words is its id."""

_AT: Final = {"option": 2, "presence": 2}


def kind_words(sight: Sight, kind: Kind) -> str:
    """Say what sort of consequence this is."""
    word = kind[0]
    if word == "drive":
        return _(DRIVES[kind[1]])
    if word == "rung":
        return say("how hard it wanted to act on {actor}", actor=sight.name(kind[1]))
    if word == "track":
        return sight.words(kind[2])
    if word in NAMED:
        return say(NAMED[word], name=_called(sight, kind[_AT.get(word, 1)]))
    return _(PLAIN[word]) if word in PLAIN else _("other consequences")


def _called(sight: Sight, name: str) -> str:
    """What people call something; the promise of a tier has no name in the file, but one of its own."""
    promise = sight.program.commitments.get(CommitmentId(name))
    return told(promise.name) if promise else sight.words(name)
