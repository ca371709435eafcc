"""The tabs of the left side: which there are, laid out well, reached with mouse and keys."""

from collections.abc import Sequence

import attrs
import pygame
import pytest

from game.desktop.screens.aspects import available
from game.desktop.screens.crisis import ORDER_KEYS, PANEL_KEYS, Crisis
from game.desktop.screens.ending import Ending
from game.desktop.stage import Stage
from game.session.game import Game
from game.view.ending import SequelView, ending_view
from game.view.ledger import ActLedger, LedgerRow, LedgerView, PromiseLedger
from game.view.map import MapView
from game.view.seat import SeatView
from tests.desktop.layout import problems, shortened
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay
from tests.desktop.test_layout import Leave
from tests.view.moments import moment
from tests.view.theatre import theatre

SIZES = [(1280, 720), (1920, 1080)]
ASPECTS = ["situation", "map", "deterrence", "talks", "members", "intelligence", "log"]
"""What the crisis at the ford has; it has no assumptions."""


def table(view: SeatView, size: tuple[int, int] = (1280, 720)) -> tuple[Crisis, StillPlay, Hand]:
    glass = Glass(size)
    stage = Stage(glass.surface, glass.flip)
    play = StillPlay(view)
    crisis = Crisis(stage, play, Leave())
    stage.show(crisis)
    return crisis, play, Hand(stage, glass)


def texts(hand: Hand) -> str:
    return "\n".join(mark.text for mark in hand.page.marks)


# --- the layout -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [*SIZES, (1366, 768), (1280, 1024)])
@pytest.mark.parametrize(("actor", "turns"), [("norland", 1), ("sudria", 2), ("harbour", 0)])
def test_every_aspect_is_laid_out_well(size: tuple[int, int], actor: str, turns: int) -> None:
    crisis, _, hand = table(moment(actor, turns), size)
    assert available(crisis) == ASPECTS
    for number, aspect in enumerate(ASPECTS):
        hand.key(pygame.K_1 + number)
        assert crisis.aspect == aspect
        assert problems(hand.page) == [], aspect
        for name in [name for name in hand.names() if name.startswith(("place.", "talks.", "ledger."))]:
            if not name.startswith("talks.details") and "/" not in name:
                hand.hover(name)
                assert problems(hand.page) == [], name
        cut = shortened(hand.page)
        assert not [text for text in cut if text.startswith(("hour", "land", "sea", "air", "↑", "↓"))], aspect


@pytest.mark.parametrize("size", SIZES)
def test_a_crowded_moment_keeps_its_room_under_the_tabs(size: tuple[int, int]) -> None:
    one = moment("norland", 1)
    (talks,) = one.tables
    assert talks.offer is not None
    others = [("east", "The Eastern Confederation"), ("west", "The Western Union")]
    weighed = (*talks.offer.weighed, *(attrs.evolve(talks.offer.weighed[1], name=name) for _, name in others))
    offer = attrs.evolve(
        talks.offer,
        levels=talks.offer.levels * 2,
        words="Everybody gives a good deal of everything. " * 9,
        weighed=weighed,
    )
    parties = (*talks.parties, *(attrs.evolve(talks.parties[1], actor=id, name=name) for id, name in others))
    cards = tuple(attrs.evolve(card, id=f"{card.id}{n}") for n in range(2) for card in talks.cards)
    full = attrs.evolve(talks, offer=offer, parties=parties, cards=cards, face=-4.0)
    view = attrs.evolve(
        seat_view(),
        map=one.map,
        ledger=one.ledger,
        tables=(full, attrs.evolve(full, id="another", name="Another table")),
        coalitions=one.coalitions,
        arsenals=one.arsenals,
        steps=one.steps,
    )
    _, _, hand = table(view, size)
    for tab in (*PANEL_KEYS, *ORDER_KEYS, *range(pygame.K_1, pygame.K_8)):
        hand.key(tab)
        assert problems(hand.page) == [], chr(tab)
    hand.click("aspects/talks")
    hand.click("talks.theirs/pull_back1")
    assert problems(hand.page) == []
    assert "talks.put" in hand.names()


def test_a_game_without_these_things_has_the_log_alone_beside_its_situation() -> None:
    view = attrs.evolve(
        moment("norland", 1),
        map=MapView((), ()),
        ledger=LedgerView((), (), ()),
        tables=(),
        coalitions=(),
        arsenals=(),
        steps=(),
        beliefs=(),
        evidence=(),
        claims=(),
    )
    crisis, _, hand = table(view)
    assert available(crisis) == ["situation", "log"]
    hand.key(pygame.K_3)
    assert crisis.aspect == "situation"
    hand.key(pygame.K_2)
    assert crisis.aspect == "log"


@pytest.mark.parametrize("size", SIZES)
def test_a_game_without_a_ladder_has_its_tabs_over_the_situation(size: tuple[int, int]) -> None:
    one = moment("norland", 1)
    moves = tuple(
        attrs.evolve(
            group,
            moves=tuple(attrs.evolve(move, rung=None, rung_name="", readings=()) for move in group.moves),
        )
        for group in one.moves
    )
    view = attrs.evolve(one, rungs=(), ladders=(), ledger=LedgerView((), (), ()), plans=(), moves=moves)
    crisis, _, hand = table(view, size)
    assert available(crisis) == ["situation", "map", "talks", "members", "intelligence", "log"]
    for tab in hand.parts("aspects"):
        hand.click(tab)
        assert problems(hand.page) == [], tab


def row(issuer: str, likely: float, takes: float | None) -> LedgerRow:
    return LedgerRow(
        issuer=issuer,
        issuer_name=f"The Grand and Ancient Republic of {issuer}",
        promise="Whoever fires across the river will be answered at a time and a place that we choose",
        rung=3,
        rung_name="Strike on a military target in theatre",
        likely=likely,
        harm=21.6,
        denial=0.3,
        takes=takes,
        margin=None if takes is None else likely - takes,
        capability=(
            "has 3 units ready within a day, against 20 units that stand there",
            "would take it back",
        ),
        credibility=("its word has weight 62 %", "has a stake in what is hit", "has people in harm's way"),
        communication=("half understood", "has tied its hands in public"),
        words=f"It takes {takes}, {issuer} looks like {likely}: that deters.",
    )


@pytest.mark.parametrize("size", SIZES)
def test_a_long_ledger_scrolls_and_stays_in_its_room(size: tuple[int, int]) -> None:
    rows = tuple(row(f"Land {n}", 0.1 * n, (None, 0.0, 0.22, 1.4, 0.6)[n % 5]) for n in range(9))
    act = ActLedger("norland/shoot/sudria", "Fire", 12.3, 4.5, 0.1, 0.034, -3.2, rows, "It brings much. " * 9)
    promises = tuple(
        PromiseLedger(
            f"p{n}", "A promise of some length to everybody", "sudria", "Sudria", "Fire", n > 0, rows[n], ""
        )
        for n in range(4)
    )
    view = attrs.evolve(moment("norland", 1), ledger=LedgerView((act,), promises, ("Sudria",)))
    crisis, _, hand = table(view, size)
    hand.key(pygame.K_3)
    for tab in ("move", "promises"):
        hand.click(f"deterrence.tabs/{tab}")
        crisis.look_at(act.move)
        hand.draw()
        for _ in range(12):
            assert problems(hand.page) == []
            while hand.page.focus != "ledger.rows":
                hand.key(pygame.K_TAB)
            hand.key(pygame.K_DOWN)
        assert crisis.answer.startswith({"move": "by.", "promises": "promise."}[tab])
        assert "Credibility" in texts(hand)


# --- deterrence -------------------------------------------------------------------------------------------


def test_the_ledger_follows_the_move_one_looks_at() -> None:
    crisis, _, hand = table(moment("norland", 1))
    hand.click("aspects/deterrence")
    assert "Nobody would answer this move" in texts(hand)
    crisis.look_at("norland/shoot/sudria")
    hand.draw()
    assert "If you order “Fire across the ford”" in texts(hand)
    hand.click("ledger.rows/by.sudria")
    said = texts(hand)
    for words in ("Punishes", "Denies", "Capability", "Credibility", "My estimate of them, never theirs"):
        assert words in said
    hand.click("deterrence.tabs/promises")
    hand.click("ledger.rows/promise.line")
    assert "To keep Sudria from “Fire across the ford”" in texts(hand).replace("\n", " ")


def finished() -> Game:
    game = Game.start(theatre().scenario, seed=1, seats=dict.fromkeys(theatre().played, "random"), save=False)
    game.play_on()
    return game


# --- the ending -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_an_ending_that_leads_on_says_so_and_starts_it(size: tuple[int, int]) -> None:
    game = finished()
    sequel = SequelView(
        "first_ladder",
        "The lighthouse",
        "What was agreed at the ford is what the two now quarrel about.",
        (),
        ("A short fuse",),
        (("standing", 43.5),),
        ("How firmly both stand",),
        "backstop play first_ladder --set standing=43.5",
    )
    end = attrs.evolve(ending_view(game), sequels=(sequel,))
    glass = Glass(size)
    stage = Stage(glass.surface, glass.flip)
    chosen: list[SequelView] = []
    play = StillPlay(moment("norland", 1), end)
    stage.show(Ending(stage, play, lambda: None, lambda: None, chosen.append))
    hand = Hand(stage, glass)
    for tab in hand.parts("ending.tabs"):
        hand.click(tab)
        assert problems(hand.page) == [], tab
    hand.click("sequel.0")
    assert chosen == [sequel]


def test_an_ending_that_leads_nowhere_has_no_such_tab() -> None:
    game = finished()
    glass = Glass()
    stage = Stage(glass.surface, glass.flip)
    stage.show(Ending(stage, StillPlay(moment("norland", 1), ending_view(game)), lambda: None, lambda: None))
    tabs: Sequence[str] = Hand(stage, glass).parts("ending.tabs")
    assert "ending.tabs/next" not in tabs
