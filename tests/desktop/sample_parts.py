"""Ladders, moves, a plan and options of a made-up moment, for `sample_views`."""

from game.view.ladders import LadderMark, LadderView, PairView, RungMark, RungView
from game.view.moves import (
    MoveGroupView,
    MoveView,
)
from game.view.options import DeadlineView, OptionView
from game.view.plan import PlanView, StandDownView, TierView

NAMES = {"ukraine": "Ukraine", "russia": "Russia", "coalition": "Coalition", "us": "United States"}
RUNGS = tuple(
    RungView(name.lower().replace(" ", "_"), name, severity, threshold, "")
    for name, severity, threshold in (
        ("Calm", 0, ""),
        ("Diplomatic protest", 5, ""),
        ("Public warning or red line", 10, ""),
        ("Alert", 18, ""),
        ("Show of force, forward deployment", 25, ""),
        ("Harassment, jamming", 32, ""),
        ("Local fire", 42, "force"),
        ("Strike on a military target in theatre", 52, ""),
        ("Fire on foreign forces", 62, "outside powers in combat"),
        ("Strike on a homeland", 72, "sanctuary"),
        ("Theatre-wide war", 82, ""),
        ("Nuclear alert or demonstration", 90, "nuclear"),
        ("General war", 100, ""),
    )
)
PATHS: dict[str, tuple[tuple[int | None, int], ...]] = {
    "ukraine": ((1, 1), (2, 2), (2, 3), (6, 6), (3, 3)),
    "russia": ((None, 0), (None, 5), (None, 6), (None, 6), (None, 4)),
    "coalition": ((None, 0), (None, 1), (None, 2), (None, 4), (None, 4)),
    "us": ((None, 0), (None, 2), (None, 2), (None, 3), (None, 2)),
}


def ladder(actor: str) -> LadderView:
    """One actor's ladder."""
    path = PATHS[actor]
    marks = tuple(RungMark(turn, 6 * (turn - 1), sent, read) for turn, (sent, read) in enumerate(path, 1))
    own = actor == "ukraine"
    others = [other for other in NAMES if other != actor]
    pairs = tuple(
        PairView(
            other,
            NAMES[other],
            marks[-1].sent if own else None,
            max(0, path[-1][1] - number),
            NAMES[other] if own else "you",
            marks,
        )
        for number, other in enumerate(others)
    )
    lines = {
        "coalition": (
            LadderMark(4, "obliged", "tier 2: the coalition responds"),
            LadderMark(7, "cap", "tier 2: the coalition responds"),
        ),
        "us": (LadderMark(7, "obliged", "tier 3"), LadderMark(9, "cap", "tier 3")),
        "russia": (LadderMark(8, "limit", "foreign forces hit"),),
    }.get(actor, ())
    return LadderView(
        actor,
        NAMES[actor],
        "US" if actor == "us" else NAMES[actor],
        own,
        path[-1][0],
        path[-1][1],
        marks,
        pairs,
        lines,
    )


def move(number: int, action: str, label: str, kind: str, rung: int, available: bool = True) -> MoveView:
    """One move."""
    return MoveView(
        number=number,
        name=f"ukraine/{action}/russia",
        label=label,
        summary="A local assault by the brigade on the spot to restore the line. It takes the village back "
        "if it succeeds, and it proves to everybody that the shooting war has begun again.",
        kind=kind,
        rung=rung,
        rung_name=RUNGS[rung].name,
        target="russia",
        target_name="Russia",
        available=available,
        reasons=()
        if available
        else ("the drone option is not ready: order it 12 hours ahead", "the plan is not running"),
        requires=("the drone option is ready",),
        effects=(
            "Ukraine's war cost rises by 4",
            "with a chance of 0.55: Ukraine takes Malynivka; otherwise Ukraine's standing at home falls by 6",
        ),
        reads_as=("Russia reads it as strike on a military target in theatre",),
        notes=("stays live for 12 hours", "everybody sees it", "keeps the promise “restore the line”"),
    )


GROUPS = (
    ("inaction", "Wait", ((("wait", "Wait and watch", 0), True),)),
    (
        "diplomacy",
        "Diplomacy",
        (
            (("protest", "Protest through the monitors", 1), True),
            (("allege", "Allege a violation of the agreement", 2), True),
            (("allege_investigation", "Allege, under investigation", 2), True),
            (("backstop", "Ask Washington in private for the backstop", 0), True),
            (("appeal", "Appeal to allied publics", 1), False),
            (("admit", "Admit an error of one's own forces", 0), True),
        ),
    ),
    (
        "signal",
        "Signals",
        ((("red_line", "Declare a red line at the river crossing south of Malynivka", 2), True),),
    ),
    (
        "posture",
        "Posture",
        (
            (("fortify", "Fortify the second line", 3), True),
            (("restraint", "Order restraint along the whole front", 0), True),
            (("drones", "Fly drone surveillance over the line", 3), True),
        ),
    ),
    ("preparation", "Preparation", ((("prepare_drones", "Prepare long-range drones", 3), True),)),
    (
        "intelligence",
        "Intelligence",
        (
            (("publish", "Publish the drone film", 1), True),
            (("gather", "Gather crater bearings", 0), True),
        ),
    ),
    (
        "covert",
        "Covert action",
        (
            (("jam", "Jam the other side's reconnaissance", 5), True),
            (("stage", "Stage an incident", 6), False),
        ),
    ),
    (
        "force",
        "Force",
        (
            (("return_fire", "Return fire", 6), True),
            (("counter", "Counter-attack locally", 7), True),
            (("depot", "Strike the depot behind the line", 7), False),
            (("deep", "Strike deep into Russian territory", 9), False),
        ),
    ),
)


def groups() -> tuple[MoveGroupView, ...]:
    """All moves."""
    number = 0
    made = []
    for kind, name, moves in GROUPS:
        listed = []
        for (action, label, rung), available in moves:
            number += 1
            listed.append(move(number, action, label, kind, rung, available))
        made.append(MoveGroupView(kind, name, tuple(listed)))
    return tuple(made)


def tier(
    id: str, name: str, state: str, opens: int | None, closes: int | None, who: str, low: int, high: int
) -> TierView:
    """One tier."""
    return TierView(
        id=id,
        name=name,
        state=state,
        state_words=f"{state} until hour {closes}",
        opens_at=opens,
        closes_at=closes,
        hours_left=None if closes is None else closes - 24,
        from_hour=opens,
        to_hour=closes,
        responders=(who,),
        met_by=(who,) if state == "met" else (),
        mine=who == "Ukraine",
        obliged=low,
        obliged_name=RUNGS[low].name,
        cap=high,
        cap_name=RUNGS[high].name,
        conditions=("the violation continues after the first tier",),
    )


PLAN = PlanView(
    id="backstop",
    name="The 72-hour plan",
    state="running",
    words="Running since hour 6: 18 hours count.",
    clock=18,
    started_at=6,
    incident="post",
    incident_name="Attack on the post at Malynivka",
    accused="russia",
    accused_name="Russia",
    counts=("Deliberate attack", "Unauthorised local fire"),
    my_belief=0.62,
    public_belief=0.55,
    tiers=(
        tier("one", "Tier 1: Ukraine answers", "met", 6, 30, "Ukraine", 2, 6),
        tier("two", "Tier 2: the coalition responds", "open", 30, 54, "Coalition", 4, 7),
        tier("three", "Tier 3: the United States joins", "waiting", 54, 78, "United States", 7, 9),
    ),
    stand_down=StandDownView(
        "declared",
        "Russia declared a stand-down at hour 20; monitors answer at hour 26.",
        20,
        26.0,
        RUNGS[5].name,
    ),
    my_obligation="You must answer at public warning or more against Russia by hour 30.",
)


def option(
    id: str,
    name: str,
    owner: str,
    state: str,
    lead: float,
    ready: float | None,
    last: int | None,
    how: str = "open",
) -> OptionView:
    """One option."""
    deadlines = (
        ()
        if last is None
        else (DeadlineView("two", "Tier 2", last + int(lead), last, how, f"order by hour {last} for tier 2"),)
    )
    return OptionView(
        id=id,
        name=name,
        summary="",
        owner=owner,
        owner_name=NAMES[owner],
        mine=owner == "ukraine",
        state=state,
        words=f"{state.replace('_', ' ')}",
        lead_hours=lead,
        lasts_hours=24,
        ready_at=ready,
        lapses_at=None if ready is None else ready + 24,
        deadlines=deadlines,
    )
