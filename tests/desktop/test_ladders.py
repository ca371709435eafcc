"""The ladders: every rung is named or numbered, marks stand where they should, under every look."""

from collections.abc import Sequence

import pygame
import pytest
import yaml
from attrs import evolve

from game.desktop.drawing.columns import told
from game.desktop.drawing.ladders import describe, draw_ladders, least_height, needed
from game.desktop.drawing.marks import badges
from game.desktop.page import Memory, Page
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.situation import thought_about
from game.desktop.stage import Stage
from game.desktop.theme import DARK, scale_for
from game.desktop.typeset import Typesetter
from game.engine.program import Program
from game.language import ENGLISH, speaking
from game.language.pseudo import PSEUDO
from game.places import assets_folder
from game.view.considered import considered
from game.view.ladders import LadderMark, LadderView, LimitView, RungMark, RungView
from game.view.ledger import ActLedger, LedgerRow, LedgerView
from game.view.seat import SeatView
from tests.desktop.grown import READINGS, grown
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.sample_parts import RUNGS, ladder
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay
from tests.view.games import named


class Leave:
    def to_menu(self) -> None: ...

    def to_ending(self, play: object) -> None: ...


def table(view: SeatView, look: Look = LOOKS[0]) -> tuple[Crisis, Hand]:
    glass = Glass(look.size)
    stage = Stage(glass.surface, glass.flip)
    stage.apply(look.settings, look.language)
    play = StillPlay(view)
    play.setting = ""
    with speaking(look.language):
        crisis = Crisis(stage, play, Leave())
        stage.show(crisis)
        return crisis, Hand(stage, glass)


def page_of(size: tuple[int, int]) -> Page:
    Glass(size)
    surface = pygame.Surface(size)
    return Page(surface, Typesetter(scale_for(size)), DARK, Memory())


def words(page: Page) -> list[str]:
    return [mark.text for mark in page.marks]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("program", READINGS, ids=named)
def test_every_scenario_stands_under_every_look(program: Program, look: Look) -> None:
    view = grown(program, look.language)
    crisis, hand = table(view, look)
    assert problems(hand.page) == []
    cut = {mark.text for mark in hand.page.marks if mark.cut and mark.rect.right < look.size[0] * 0.65}
    assert not {rung.name for rung in view.rungs} & cut
    if look.language is ENGLISH:
        assert not {one.by_short for one in view.ladders} & cut
    for panel in hand.parts("panels"):
        hand.click(panel)
        assert problems(hand.page) == [], panel
    crisis.open("plan")
    hand.draw()
    assert problems(hand.page) == []


@pytest.mark.parametrize("look", [look for look in LOOKS if look.language is PSEUDO], ids=str)
@pytest.mark.parametrize("program", READINGS, ids=named)
def test_every_word_comes_through_a_catalogue(program: Program, look: Look) -> None:
    view = grown(program, look.language)
    crisis, hand = table(view, look)
    mine = pygame.Rect(0, 0, round(look.size[0] * 0.66), look.size[1])
    for panel in hand.parts("panels"):
        hand.click(panel)
        plain = set(untranslated(hand.page))
        here = [mark.text for mark in hand.page.marks if mine.contains(mark.rect) and mark.text in plain]
        assert here == [], panel
    crisis.open("plan")
    hand.draw()
    assert untranslated(hand.page) == []


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_short_ladder_has_every_number_and_name_whole(size: tuple[int, int]) -> None:
    _, hand = table(seat_view(), next(look for look in LOOKS if look.size == size))
    for number, rung in enumerate(RUNGS):
        assert rung.name in words(hand.page)
        assert str(number) in words(hand.page)
    assert not {rung.name for rung in RUNGS} & set(shortened(hand.page))


def shipped(name: str) -> tuple[RungView, ...]:
    text = (assets_folder() / "ladders" / f"{name}.yaml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)["rungs"]
    return tuple(
        RungView(id, one["name"], one["severity"], one.get("threshold", ""), one.get("summary", ""))
        for id, one in found.items()
    )


def climbing(by: str, rungs: int, mine: bool) -> LadderView:
    marks = tuple(RungMark(turn, 6 * turn, None, turn * rungs // 14) for turn in range(1, 13))
    return LadderView(by, by.title(), by[:2], mine, None, marks[-1].read or 0, marks, (), ())


@pytest.mark.parametrize("name", ["glasl9", "crisis12", "kahn44"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_shipped_ladder_can_be_drawn(name: str, size: tuple[int, int]) -> None:
    rungs = shipped(name)
    page = page_of(size)
    ladders = [climbing("anna", len(rungs), True), climbing("bert", len(rungs) // 2, False)]
    width, height = page.px(800), max(page.px(300), least_height(page, len(rungs)))
    rect = pygame.Rect(page.px(20), page.px(60), width, height)
    draw_ladders(page, rect, rungs, ladders, badges({"anna", "bert"}, DARK.actors))
    assert problems(page) == []
    for mark in page.marks:
        assert rect.contains(mark.rect), mark
    for one in ladders:
        assert str(one.read) in words(page)
        assert rungs[one.read].name in " ".join(words(page))
    if len(rungs) < 14:
        assert {rung.name for rung in rungs} <= set(words(page))
    hints = {part.name: part.hint for widget in page.widgets for part in widget.parts}
    assert all(rung.name in hints[rung.id] for rung in rungs)


def test_sent_is_named_beside_read_where_they_differ() -> None:
    view = seat_view()
    mine = evolve(view.ladders[0], sent=2, read=3)
    look = next(look for look in LOOKS if look.size == (1920, 1080))
    _, hand = table(evolve(view, ladders=(mine, *view.ladders[1:])), look)
    assert "sent 2, read 3" in words(hand.page)
    assert "sent 2, Public warning or red line; read 3, Alert" in describe(RUNGS, mine)
    same = describe(RUNGS, evolve(mine, sent=3))
    assert "stands at 3, Alert" in same


def test_a_column_says_each_turn_and_opens_the_actor() -> None:
    crisis, hand = table(seat_view())
    hand.hover("ladder.ukraine/turn.3")
    assert told(RUNGS, ladder("ukraine").history[2]) == (
        "Turn 3, hour 12: sent 2, Public warning or red line; read 3, Alert."
    )
    assert any("Turn 3, hour 12" in text for text in words(hand.page))
    hand.click("ladder.russia")
    assert crisis.overlay == "actor:russia"


def weighed(view: SeatView, move: str, rows: Sequence[LedgerRow]) -> SeatView:
    act = ActLedger(move, move, 1.0, 0.0, 0.0, 0.0, 1.0, tuple(rows), "")
    return evolve(view, ledger=LedgerView((act,), (), ()))


def row(issuer: str, rung: int, likely: float) -> LedgerRow:
    return LedgerRow(issuer, issuer, "", rung, "", likely, 1.0, 0.0, None, None, (), (), (), "")


def test_a_considered_move_has_a_ghost_and_answers_have_their_chances() -> None:
    name = "ukraine/counter/russia"
    view = weighed(seat_view(), name, [row("russia", 8, 0.43), row("us", 5, 0.01)])
    crisis, hand = table(view)
    assert thought_about(crisis) is None
    assert "43 %" not in words(hand.page)
    crisis.draft.moves.append(name)
    crisis.stage.redraw()
    hand.draw()
    found = thought_about(crisis)
    assert found is not None
    assert found.rung == 7
    assert [(answer.by, answer.rung) for answer in found.answers] == [("russia", 8)]
    assert "43 %" in words(hand.page)
    assert "1 %" not in words(hand.page)
    assert problems(hand.page) == []


def test_the_highest_of_what_is_chosen_counts_and_calm_counts_for_nothing() -> None:
    view = seat_view()
    assert considered(view, "ukraine/wait") is None
    found = considered(view, "ukraine/protest/russia", ["ukraine/return_fire/russia"])
    assert found is not None
    assert (found.move, found.rung) == ("ukraine/return_fire/russia", 6)


def test_the_legend_names_what_is_there_and_no_more() -> None:
    view = seat_view()
    kinds = needed(view.ladders, None)
    assert {"read", "sent", "obliged", "cap"} <= set(kinds)
    assert "considered" not in kinds
    promise = evolve(view.ladders[1], marks=(LadderMark(4, "promise", "We answer"),))
    assert "promise" in needed([promise], None)


def test_a_crossed_limit_is_told_at_its_threshold() -> None:
    view = evolve(seat_view(), limits=(LimitView("force", "Force used", 6, 12, "Russia"),))
    _, hand = table(view)
    widget = hand.page.widget("threshold.local_fire")
    assert widget is not None
    assert "crossed at hour 12 by Russia" in widget.hint


def test_marks_glide_to_their_new_rungs_and_come_to_rest() -> None:
    crisis, hand = table(seat_view())
    now = [0.0]
    crisis.stage.settings = evolve(crisis.stage.settings, motion="full")
    crisis.stage.motion.reduced = False
    crisis.stage.motion._clock = lambda: now[0]
    crisis.stage.motion.start("ladders")
    pictures = []
    for moment in (0.0, 0.2, 5.0, 6.0):
        now[0] = moment
        crisis.stage.redraw()
        hand.draw()
        assert problems(hand.page) == []
        rect = hand.rect("ladder.russia")
        pictures.append(pygame.image.tobytes(hand.glass.drawn.subsurface(rect), "RGB"))
    assert pictures[0] != pictures[1] != pictures[2] == pictures[3]
    assert not crisis.stage.motion.going


def test_views_in_another_language_keep_their_numbers() -> None:
    program = next(one for one in READINGS if one.scenario.id == "first_ladder")
    plain, longer = grown(program, ENGLISH), grown(program, PSEUDO)
    assert [one.read for one in plain.ladders] == [one.read for one in longer.ladders]
    assert plain.rungs[0].name != longer.rungs[0].name
