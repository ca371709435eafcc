"""Intelligence and the coalition: laid out well under every look, walked through with keys."""

import attrs
import pygame
import pytest

from game.desktop.screens.intelligence import Looked
from game.view.evidence import EvidenceView
from tests.desktop.layout import LOOKS, Look, problems
from tests.desktop.midgames import BARGAIN, FLAGSHIP, cut_in, ford, opened, seat_of, tab_to, unsaid, words

PLAIN = LOOKS[0]
GAMES = [(FLAGSHIP, "ukraine", 4, 7), (FLAGSHIP, "us", 6, 11), (FLAGSHIP, "coalition", 5, 11)]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(("name", "actor", "turns", "seed"), GAMES)
def test_evidence_and_beliefs_are_laid_out_well(
    look: Look, name: str, actor: str, turns: int, seed: int
) -> None:
    crisis, _, hand = opened(look, seat_of(look, name, actor, turns, seed), "intelligence")
    for number in range(len(crisis.play.view.beliefs)):
        crisis.incident = number
        hand.stage.redraw()
        hand.draw()
        assert problems(hand.page) == []
        assert unsaid(hand, look) == []
    tab_to(hand, "intel.evidence")
    for _press in range(12):
        hand.key(pygame.K_DOWN)
        assert problems(hand.page) == []
        assert unsaid(hand, look) == []
    if look.language.code == "en":
        causes = {cause.name for belief in crisis.play.view.beliefs for cause in belief.causes}
        assert not causes & set(cut_in(hand))


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(("name", "actor", "turns", "seed"), [*GAMES, (BARGAIN, "europe", 3, 3)])
def test_members_arms_and_steps_are_laid_out_well(
    look: Look, name: str, actor: str, turns: int, seed: int
) -> None:
    _crisis, _, hand = opened(look, seat_of(look, name, actor, turns, seed), "members")
    for widget in ("members", "arms"):
        if widget not in hand.names():
            continue
        for _press in range(10):
            assert problems(hand.page) == []
            assert unsaid(hand, look) == []
            hand.wheel(widget, -1)


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(("actor", "turns"), [("norland", 2), ("harbour", 1), ("sudria", 0)])
def test_the_ford_is_laid_out_well(look: Look, actor: str, turns: int) -> None:
    for aspect in ("intelligence", "members"):
        _crisis, _, hand = opened(look, ford(look, actor, turns), aspect)
        assert problems(hand.page) == []
        assert unsaid(hand, look) == []


def test_a_cause_is_chosen_with_the_keyboard_and_its_course_is_drawn() -> None:
    crisis, _, hand = opened(LOOKS[3], seat_of(PLAIN, FLAGSHIP, "ukraine", 4), "intelligence")
    tab_to(hand, "intel.causes")
    hand.key(pygame.K_DOWN)
    looked = crisis.part(Looked).cause
    assert looked
    before = looked
    hand.key(pygame.K_DOWN)
    assert crisis.part(Looked).cause != before


def item(**changes: object) -> EvidenceView:
    made = EvidenceView(
        incident="post",
        incident_name="A post is hit",
        item="radar",
        name="Radar plot",
        source_name="Monitors",
        trust=0.8,
        state="seen",
        text="It leads back to the east.",
        public=False,
        due=None,
        burns_source=False,
    )
    return attrs.evolve(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Says little: every cause makes it about as likely."),
        ({"speaks_for": ("Accident",), "strength": 9.0}, "Speaks strongly for: Accident"),
        ({"speaks_for": ("Accident",), "strength": 3.0}, "Speaks for: Accident"),
        ({"speaks_for": ("Accident",), "strength": 1.6}, "Speaks a little for: Accident"),
        ({"speaks_for": ("Accident",), "speaks_against": ("Fire",), "strength": 9.0}, "Speaks against: Fire"),
        ({}, "Only you, as far as you know"),
        ({"public": True}, "Everybody has it"),
        ({"shared_with": ("Russia",)}, "Came to you and to Russia"),
        ({"moves": ("Publish it",)}, "You could share it: “Publish it”"),
        ({"burns_source": True}, "Sharing it gives its source away."),
        ({"new": True}, "new"),
        ({"state": "awaited", "text": "", "due": 27.0}, "hour 27"),
        ({"state": "awaited", "text": "", "due": 3.0}, "due now"),
        ({"state": "awaited", "text": "", "due": 27.0, "public": True}, "Everybody gets it"),
        ({"state": "on_order", "text": "", "moves": ("Fly over",)}, "Order it with “Fly over”"),
    ],
)
def test_a_card_of_evidence_says_what_one_needs_to_know(changes: dict[str, object], said: str) -> None:
    view = attrs.evolve(ford(PLAIN, "norland", 1), beliefs=(), evidence=(item(**changes),))
    _, _, hand = opened(PLAIN, view, "intelligence")
    assert said in words(hand).split("\n")


def test_what_is_new_is_marked_on_the_tab() -> None:
    view = attrs.evolve(ford(PLAIN, "norland", 1), evidence=(item(new=True),))
    _, _, hand = opened(PLAIN, view)
    widget = hand.page.widget("aspects")
    assert widget is not None
    assert "new evidence" in {part.name: part.hint for part in widget.parts}["intelligence"]
