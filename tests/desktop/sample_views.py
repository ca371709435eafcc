"""One seat's view of a made-up moment of a crisis, as full of words as a real one gets."""

from game.view.beliefs import BeliefMark, BeliefView, CauseView
from game.view.briefing import AimView, BriefingView
from game.view.commitments import CommitmentView
from game.view.evidence import ClaimView, EvidenceView
from game.view.ladders import LadderMark, LadderView, LimitView, PairView, RungMark, RungView
from game.view.log import LogLine
from game.view.moves import (
    ChoiceView,
    ClaimChoiceView,
    EngagementView,
    MoveGroupView,
    MoveView,
    OrdersLimit,
)
from game.view.options import DeadlineView, OptionView
from game.view.plan import PlanView, StandDownView, TierView
from game.view.prediction import PredictionView
from game.view.seat import SeatView
from game.view.tracks import CredibilityView, RegionView, TrackView

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


BELIEF = BeliefView(
    incident="post",
    incident_name="Attack on the post at Malynivka",
    text="A border post is hit at night; a platoon-sized group holds the village.",
    hour=0,
    severity=45,
    accused_name="Russia",
    causes=tuple(
        CauseView(name.lower().replace(" ", "_"), name, "", mine, public, change, counts)
        for name, mine, public, change, counts in (
            ("Deliberate attack", 0.21, 0.28, -0.07, True),
            ("Unauthorised local fire", 0.41, 0.27, 0.12, True),
            ("Accident", 0.17, 0.20, 0.02, False),
            ("False flag by the accuser", 0.08, 0.10, -0.03, False),
            ("False flag by the accused", 0.05, 0.07, -0.02, False),
            ("A third party", 0.08, 0.08, -0.02, False),
        )
    ),
    known_cause="",
    history=tuple(
        BeliefMark(
            turn,
            6 * (turn - 1),
            (0.25 - turn * 0.01, 0.25 + turn * 0.03, 0.2, 0.1, 0.1, 0.1),
            (0.25, 0.25, 0.2, 0.1, 0.1, 0.1),
        )
        for turn in range(1, 6)
    ),
)

LOG = tuple(
    LogLine(hour, hour // 6 + 1, text, "act", actor, actor == "ukraine", hour >= 18)
    for hour, actor, text in (
        (0, "", "A border post at Malynivka is hit; a platoon-sized group holds the village."),
        (0, "russia", "Russia denies that its forces fired."),
        (6, "ukraine", "Ukraine alleges a violation of the agreement. The plan's clock starts."),
        (6, "us", "The United States says that it stands by the plan."),
        (9, "", "Evidence: the munition fits both arsenals."),
        (12, "russia", "Russia jams the monitors' reconnaissance over the line of contact."),
        (12, "coalition", "The coalition publicly pledges the second tier."),
        (18, "ukraine", "Ukraine returns fire."),
        (18, "", "Evidence (radar): the shells came from the Russian-held side."),
        (18, "coalition", "The coalition deploys forward, as a shield."),
        (
            20,
            "russia",
            "Russia declares a stand-down without admission; monitors will check within six hours.",
        ),
        (24, "us", "The United States presses for restraint in private."),
    )
)


def seat_view() -> SeatView:
    """Ukraine's view at hour 24."""
    return SeatView(
        actor="ukraine",
        actor_name="Ukraine",
        title="Three tiers in 72 hours",
        variant=("Conditional reading",),
        turn=5,
        of=12,
        hour=24,
        hours_per_turn=6,
        horizon=72,
        hidden_end=True,
        start="a Tuesday night in spring",
        may_order=True,
        briefing=BriefingView(
            role="President of Ukraine and the crisis staff",
            briefing="You have an agreement that took a war to get. A post is hit, and a village is held. "
            * 4
            + "\n\n"
            + "Whatever pulls the allies in fastest makes them regret it. " * 5,
            dilemma="Whatever pulls the allies in fastest makes them regret it; trust costs ground.",
            setting="The agreement has held for eleven months. Monitors count breaches every day. " * 3,
            not_a_forecast="This is a model to think with. It forecasts nothing.",
            type_name="Resolute",
            type_summary="You would rather fight than concede a precedent.",
            aims=(
                AimView("Guarantors stay bound", 30, "objective"),
                AimView("The line is restored", 25, "objective"),
                AimView("No precedent of a tolerated incursion", 20, "aim"),
                AimView("Foreign support holds", 15, "aim"),
                AimView("Ground is hardened against you", -10, "aftermath"),
            ),
        ),
        ladder_name="Twelve rungs of a crisis",
        rungs=RUNGS,
        ladders=tuple(ladder(actor) for actor in NAMES),
        limits=(
            LimitView("force", "Force used", 6, 12, "Russia"),
            LimitView("foreign", "Foreign forces hit", 8, None, ""),
        ),
        plans=(PLAN,),
        options=(
            option("drones", "Long-range drones", "ukraine", "preparing", 12, 30, None),
            option("brigade", "Reserve brigade", "ukraine", "not_ordered", 24, None, 24, "now"),
            option("air", "Air option", "coalition", "ready", 12, 18, None),
            option("land", "Land option", "coalition", "not_ordered", 24, None, 30),
            option("joint", "Joint option", "us", "not_ordered", 36, None, 42),
        ),
        tracks=tuple(
            TrackView(
                id,
                name,
                owner,
                NAMES.get(owner, "the world"),
                owner == "ukraine",
                value,
                0,
                100,
                "points",
                change,
                good,
                "",
            )
            for id, name, owner, value, change, good in (
                ("home", "Standing at home", "ukraine", 58, -6.0, True),
                ("war_cost", "Cost of war", "ukraine", 12, 4.0, False),
                ("support", "International support", "ukraine", 61, 0.0, True),
                ("burnt", "Intelligence sources burnt", "ukraine", 10, 0.0, False),
                ("alarm", "Public alarm", "world", 47, 9.0, False),
                ("home", "Standing at home", "russia", 66, -2.0, True),
                ("cohesion", "Cohesion of the coalition", "coalition", 71, -3.0, True),
                ("home", "Standing at home", "us", 52, 0.0, True),
            )
        ),
        regions=(
            RegionView(
                "malynivka",
                "Malynivka and the river crossing",
                0,
                0,
                "russia",
                "Russia",
                "ukraine",
                "Ukraine",
                12.0,
                3.0,
                "",
            ),
            RegionView("ridge", "The ridge", 0, 0, "ukraine", "Ukraine", "ukraine", "Ukraine", 0.0, 0.0, ""),
            RegionView("air", "Air corridor", 0, 0, "", "", "", "", None, None, ""),
        ),
        credibility=(
            CredibilityView(
                "russia", "Russia", "us", "United States", "backstop", "To back the plan", 0.43, -0.04
            ),
            CredibilityView(
                "russia", "Russia", "coalition", "Coalition", "backstop", "To back the plan", 0.55, 0.06
            ),
        ),
        beliefs=(BELIEF,),
        evidence=(
            EvidenceView(
                "post",
                "Attack on the post",
                "munition",
                "Munition",
                "Own sensors",
                0.9,
                "seen",
                "The munition fits both arsenals.",
                True,
                None,
                False,
            ),
            EvidenceView(
                "post",
                "Attack on the post",
                "radar",
                "Counter-battery radar plot",
                "US sensors",
                0.75,
                "seen",
                "Fired from the Russian-held side.",
                False,
                None,
                True,
            ),
            EvidenceView(
                "post",
                "Attack on the post",
                "imagery",
                "Satellite imagery",
                "US sensors",
                0.75,
                "awaited",
                "",
                False,
                27.0,
                False,
            ),
            EvidenceView(
                "post",
                "Attack on the post",
                "crater",
                "Crater bearings",
                "Monitoring mission",
                0.8,
                "awaited",
                "",
                True,
                39.0,
                False,
            ),
            EvidenceView(
                "post",
                "Attack on the post",
                "phones",
                "Telephone intercepts",
                "Own sensors",
                0.9,
                "on_order",
                "",
                False,
                None,
                True,
            ),
        ),
        claims=(
            ClaimView("post", "Attack on the post", "russia", "Russia", "it was not us"),
            ClaimView("post", "Attack on the post", "us", "United States", "it is undetermined"),
        ),
        commitments=(
            CommitmentView(
                "t2",
                "If the first tier fails, we respond",
                "coalition",
                "Coalition",
                "russia",
                "Russia",
                4,
                RUNGS[4].name,
                "To back the plan",
                1.0,
                "in_force",
                "In force.",
                ("tier 1 fails",),
                None,
                False,
                False,
            ),
            CommitmentView(
                "t1",
                "We answer every attack on the line",
                "ukraine",
                "Ukraine",
                "russia",
                "Russia",
                2,
                RUNGS[2].name,
                "To hold the line",
                0.7,
                "due",
                "Due by hour 30.",
                ("a post is attacked",),
                30.0,
                True,
                False,
            ),
        ),
        log=LOG,
        moves=groups(),
        engagement=EngagementView(
            "normal",
            (
                ChoiceView(
                    "tight",
                    "Tight",
                    "The hazard of an accidental engagement falls to 0.6; soldiers are lost.",
                ),
                ChoiceView("normal", "Normal", "The hazard is as it is."),
                ChoiceView("free", "Free", "Soldiers shoot first: the hazard rises to 1.7."),
            ),
        ),
        claim_choices=tuple(
            ClaimChoiceView(
                number, "post", "Attack on the post at Malynivka", f"claim{number}", text, number == 1
            )
            for number, text in enumerate(
                (
                    "it was a deliberate attack",
                    "it was fired without orders",
                    "it was an accident",
                    "it is undetermined",
                ),
                1,
            )
        ),
        contingencies=(
            ChoiceView("stands_down", "Russia stands down this turn", ""),
            ChoiceView("us_pledges", "the United States pledges tier 3 this turn", ""),
        ),
        limit=OrdersLimit(2, True, True, True, True),
        predictions=tuple(
            PredictionView(
                actor,
                NAMES[actor],
                f"What will {NAMES[actor]} do?",
                (
                    ChoiceView("climbs", "climb", ""),
                    ChoiceView("holds", "hold", ""),
                    ChoiceView("climbs_down", "climb down", ""),
                ),
            )
            for actor in ("russia", "coalition", "us")
        ),
    )
