"""The ladders as an SVG: well-formed, with every rung and actor in it, in words too."""

from xml.etree import ElementTree as Tree

import pytest
from attrs import evolve

from game.engine.program import Program
from game.language import speaking
from game.language.pseudo import PSEUDO
from game.report.ladders import Ink, Sign, ladders_svg
from game.view.seat import SeatView, seat_view
from tests.desktop import sample_views
from tests.view.games import look, named, programs, seen, worlds

INK = Ink("#0c1016", "#161c24", "#eef1f4", "#b0bcc8", "#485767", "#ff8070")
SHAPES = ("disc", "square", "triangle", "diamond", "cross", "ring", "bar")
LADDERS = {program.scenario.id: program for program in programs() if program.rungs}
"""One reading of each shipped scenario that has a ladder."""
SVG = "{http://www.w3.org/2000/svg}"


def drawn(view: SeatView) -> Tree.Element:
    signs = {ladder.by: Sign(SHAPES[n % 7], "#96d2ff") for n, ladder in enumerate(view.ladders)}
    return Tree.fromstring(
        ladders_svg("Where all stand", view.rungs, view.ladders, signs, INK, limits=view.limits)
    )


def texts(root: Tree.Element, tag: str) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}{tag}")]


@pytest.mark.parametrize("program", LADDERS.values(), ids=named)
def test_every_rung_threshold_and_actor_is_there(program: Program) -> None:
    found = worlds(program, 1)
    actor = program.played[0]
    observation, earlier = look(found, actor)
    view = seat_view(observation, seen(found[-1], actor), earlier)
    root = drawn(view)
    said = texts(root, "text")
    for number, rung in enumerate(view.rungs):
        assert rung.name in said
        assert str(number) in said
        assert not rung.threshold or rung.threshold in said
    for ladder in view.ladders:
        assert ladder.by_name in said
        assert ladder.by_name in texts(root, "desc")[0]
        assert root.find(f".//*[@id='ladder-{ladder.by}']") is not None


def test_it_has_a_title_and_says_what_was_sent_where_it_was_read_otherwise() -> None:
    view = sample_views.seat_view()
    mine = evolve(view.ladders[0], sent=2, read=3)
    root = drawn(evolve(view, ladders=(mine, *view.ladders[1:])))
    assert texts(root, "title")[0] == "Where all stand"
    assert "sent 2, read 3" in texts(root, "text")


def test_names_that_would_break_it_are_escaped() -> None:
    view = sample_views.seat_view()
    odd = evolve(view.rungs[1], name='Say "no" & <leave>')
    root = drawn(evolve(view, rungs=(view.rungs[0], odd, *view.rungs[2:])))
    assert 'Say "no" & <leave>' in texts(root, "text")


def test_it_speaks_other_languages() -> None:
    view = sample_views.seat_view()
    with speaking(PSEUDO):
        root = drawn(view)
    assert not {"as read", "as sent"} & set(texts(root, "text"))
