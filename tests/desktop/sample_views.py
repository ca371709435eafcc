"""One seat's view of a made-up moment of a crisis, as full of words as a real one gets."""

from game.view.beliefs import BeliefMark, BeliefView, CauseView
from game.view.briefing import AimView, BriefingView
from game.view.commitments import CommitmentView
from game.view.evidence import ClaimView, EvidenceView
from game.view.ladders import LimitView
from game.view.log import LogLine
from game.view.moves import (
    ChoiceView,
    ClaimChoiceView,
    EngagementView,
    OrdersLimit,
)
from game.view.prediction import PredictionView
from game.view.seat import SeatView
from game.view.tracks import CredibilityView, RegionView, TrackView
from tests.desktop.sample_parts import NAMES, PLAN, RUNGS, groups, ladder, option

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
