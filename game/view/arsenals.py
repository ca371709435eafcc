"""Strategic arms: the posture of everybody who has them, and what it means."""

from attrs import frozen

from game.language import N_, _, say, told
from game.model.deterrence import Arsenal, Posture
from game.view.sight import Sight
from game.view.words import number, percent, sentence

POSTURES = tuple(Posture)
"""As the rows of the world count them."""

POSTURE_WORDS = {
    "routine": N_("routine posture"),
    "raised": N_("raised posture"),
    "high": N_("high posture"),
}
"""A posture in words."""


@frozen
class ArsenalView:
    """One actor's strategic arms."""

    owner: str
    owner_name: str
    mine: bool
    posture: str
    """`routine`, `raised` or `high`."""
    changed: bool
    """Whether that is new since last turn."""
    line_name: str
    """The rung below which acts on their owner do not bring them into play."""
    believed: float
    """How far others are assumed to believe in them now, 0 to 1."""
    hazard: float
    """What its posture multiplies the hazard of accidents by."""
    summary: str
    posture_words: str
    """The posture in words."""
    said: str
    """What the posture means, in a sentence without whose it is."""
    words: str
    """All of it in a sentence."""


def arsenals(sight: Sight) -> tuple[ArsenalView, ...]:
    """Everybody who has strategic arms, this seat first."""
    found = [_arsenal(sight, str(owner), spec) for owner, spec in sight.scenario.deterrence.arsenals.items()]
    return tuple(sorted(found, key=lambda view: not view.mine))


def _arsenal(sight: Sight, owner: str, spec: Arsenal) -> ArsenalView:
    level = max(0, sight.count("posture", owner))
    before = max(0, sight.before.count("posture", owner)) if sight.before else level
    posture = POSTURES[level]
    trust = {
        Posture.ROUTINE: 1.0,
        Posture.RAISED: sight.amount(spec.raised),
        Posture.HIGH: sight.amount(spec.high),
    }
    risk = {
        Posture.ROUTINE: 1.0,
        Posture.RAISED: sight.amount(spec.hazard_raised),
        Posture.HIGH: sight.amount(spec.hazard_high),
    }
    believed = min(1.0, sight.amount(spec.believed) * trust[posture])
    line = sight.rung_name(sight.program.rung_index(spec.line))
    posture_words = _(POSTURE_WORDS[posture.value])
    if line:
        said = say(
            "assumed to be believed in at {share}, against acts above the rung “{rung}”",
            share=percent(believed),
            rung=line,
        )
    else:
        said = say("assumed to be believed in at {share}", share=percent(believed))
    if risk[posture] != 1.0:
        times = number(risk[posture])
        said = say("{said}; accidents are {times} times as likely", said=said, times=times)
    words = say("{actor}: {posture}; {said}", actor=sight.name(owner), posture=posture_words, said=said)
    return ArsenalView(
        owner=owner,
        owner_name=sight.name(owner),
        mine=owner == sight.me,
        posture=posture.value,
        changed=level != before,
        line_name=line,
        believed=believed,
        hazard=risk[posture],
        summary=told(spec.summary),
        posture_words=posture_words,
        said=sentence(said),
        words=f"{words}.",
    )
