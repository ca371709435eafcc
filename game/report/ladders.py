"""The ladders as an SVG: the same rungs, thresholds and histories that the window and the terminal show.

Pure text from view data; colours come from whoever asks. Every shape that matters has words too: a title for
each rung and each actor, and one description of the whole for those who hear pictures.
"""

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from game.language import _, say
from game.view.ladders import LadderView, LimitView, RungView

ROW, HEAD, PAD = 30, 64, 24
"""Heights of a rung and of the heads, and the room around everything, in pixels."""
COLUMN, FEWEST_STEPS = 170, 6
"""The width of a column, and over how many turns at least its history is spread."""
LETTER = 7.6
"""About how wide a letter is; names get room by it, since nothing here measures type."""
FONT = "Inter, 'DejaVu Sans', sans-serif"


@frozen
class Ink:
    """Colours, as in `#1a2b3c`."""

    ground: str
    panel: str
    ink: str
    soft: str
    line: str
    danger: str


@frozen
class Sign:
    """An actor's mark."""

    shape: str
    """`disc`, `square`, `triangle`, `diamond`, `cross`, `ring` or `bar`."""
    colour: str


@frozen
class _Frame:
    """Where everything stands."""

    rungs: tuple[RungView, ...]
    names: float
    """Where columns begin."""
    width: float
    """Of the whole picture."""
    right: float
    """Where columns end."""

    @property
    def foot(self) -> float:
        return PAD + HEAD + ROW * len(self.rungs)

    def y(self, rung: int) -> float:
        return self.foot - (rung + 0.5) * ROW

    def edge(self, rung: int) -> float:
        return self.foot - rung * ROW


def ladders_svg(
    title: str,
    rungs: Sequence[RungView],
    ladders: Sequence[LadderView],
    signs: Mapping[str, Sign],
    ink: Ink,
    *,
    limits: Sequence[LimitView] = (),
) -> str:
    """Return the picture; `signs` has a mark for every actor, by id."""
    frame = _frame(rungs, len(ladders))
    height = frame.foot + PAD + 22
    crossed = frozenset(limit.rung for limit in limits if limit.crossed_at is not None)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width:g} {height:g}" '
        f'width="{frame.width:g}" height="{height:g}" role="img" aria-labelledby="title desc" '
        f'font-family={quoteattr(FONT)} font-size="14">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(description(rungs, ladders))}</desc>',
        _pattern(ink),
        f'<rect width="{frame.width:g}" height="{height:g}" fill="{ink.ground}"/>',
        *_rungs(frame, ink, crossed),
    ]
    for number, ladder in enumerate(ladders):
        parts += _column(frame, ladder, signs[ladder.by], ink, frame.names + number * COLUMN)
    parts += [*_legend(frame, ink), "</svg>"]
    return "\n".join(parts) + "\n"


def description(rungs: Sequence[RungView], ladders: Sequence[LadderView]) -> str:
    """Say in words where everybody stands."""
    said = []
    for ladder in ladders:
        parts = {"actor": ladder.by_name, "read": ladder.read, "name": rungs[ladder.read].name}
        if ladder.sent is None or ladder.sent == ladder.read:
            said.append(say("{actor} stands at {read}, {name}.", **parts))
        else:
            meant = rungs[ladder.sent].name
            said.append(
                say(
                    "{actor}: sent {sent}, {meant}; read {read}, {name}.",
                    **parts,
                    sent=ladder.sent,
                    meant=meant,
                )
            )
    return " ".join(said)


def _frame(rungs: Sequence[RungView], columns: int) -> _Frame:
    names = PAD + 34 + max((len(rung.name) for rung in rungs), default=0) * LETTER + 16
    right = names + columns * COLUMN
    thresholds = max((len(rung.threshold) for rung in rungs), default=0) * LETTER
    return _Frame(tuple(rungs), names, right + (thresholds + 34 if thresholds else 0) + PAD, right)


def _pattern(ink: Ink) -> str:
    return (
        '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><line y2="7" stroke="{ink.danger}" stroke-width="3"/>'
        "</pattern></defs>"
    )


# --- rungs ------------------------------------------------------------------------------------------------


def _rungs(frame: _Frame, ink: Ink, crossed: frozenset[int]) -> Iterator[str]:
    width = frame.right - PAD
    for number, rung in enumerate(frame.rungs):
        top, y = frame.edge(number + 1), frame.y(number)
        yield f'<g class="rung" id={quoteattr("rung-" + rung.id)}>'
        yield f"<title>{escape(f'{number} {rung.name}')}</title>"
        yield f'<rect x="{PAD}" y="{top:g}" width="{width:g}" height="{ROW}" fill="{ink.panel}"/>'
        shade = 0.03 + 0.2 * rung.severity / 100
        yield (
            f'<rect x="{PAD}" y="{top:g}" width="{width:g}" height="{ROW}" fill="{ink.danger}" '
            f'fill-opacity="{shade:.3f}"/>'
        )
        yield _text(PAD + 20, y, str(number), ink.ink, anchor="end", bold=True)
        yield _text(PAD + 34, y, rung.name, ink.ink)
        yield "</g>"
    for number, rung in enumerate(frame.rungs):
        if rung.threshold:
            yield from _threshold(frame, ink, number, rung, number in crossed)


def _threshold(frame: _Frame, ink: Ink, number: int, rung: RungView, crossed: bool) -> Iterator[str]:
    """A line with a hatched band under it; a broken line where a limit there has been crossed."""
    edge = frame.edge(number)
    dashes = ' stroke-dasharray="8 6"' if crossed else ""
    words = rung.threshold
    if crossed:
        words = say("{threshold} (crossed)", threshold=rung.threshold)
    yield f'<g class="threshold"><title>{escape(words)}</title>'
    yield (
        f'<line x1="{PAD}" x2="{frame.right + 10:g}" y1="{edge:g}" y2="{edge:g}" stroke="{ink.danger}" '
        f'stroke-width="2.5"{dashes}/>'
    )
    if not crossed:
        yield (
            f'<rect x="{frame.names:g}" y="{edge:g}" width="{frame.right - frame.names:g}" height="5" '
            'fill="url(#hatch)"/>'
        )
    yield _text(frame.right + 16, edge, rung.threshold, ink.danger, bold=not crossed)
    yield "</g>"


# --- columns ----------------------------------------------------------------------------------------------


def _column(frame: _Frame, ladder: LadderView, sign: Sign, ink: Ink, left: float) -> Iterator[str]:
    x, width = left + 5, COLUMN - 10
    yield f'<g class="ladder" id={quoteattr("ladder-" + ladder.by)}>'
    yield f"<title>{escape(description(frame.rungs, [ladder]))}</title>"
    yield (
        f'<rect x="{x:g}" y="{PAD + HEAD}" width="{width}" height="{frame.foot - PAD - HEAD:g}" '
        f'fill="{sign.colour}" fill-opacity="{0.12 if ladder.mine else 0.05}" '
        f'stroke="{sign.colour if ladder.mine else ink.line}"/>'
    )
    yield _mark(sign, x + 12, PAD + 14, 9)
    yield _text(x + 28, PAD + 14, ladder.by_name, ink.ink, bold=True)
    yield _text(x + 4, PAD + 42, _stands(ladder), ink.soft)
    yield from _history(frame, ladder, sign, ink, x)
    yield "</g>"


def _stands(ladder: LadderView) -> str:
    if ladder.sent is not None and ladder.sent != ladder.read:
        return say("sent {sent}, read {read}", sent=ladder.sent, read=ladder.read)
    return say("at {rung}", rung=ladder.read)


def _history(frame: _Frame, ladder: LadderView, sign: Sign, ink: Ink, left: float) -> Iterator[str]:
    marks = ladder.history
    now = left + COLUMN - 32
    step = (now - left - 10) / max(FEWEST_STEPS, len(marks))
    points: list[tuple[float, float]] = []
    for number, mark in enumerate(marks):
        if mark.read is None:
            continue
        x, y = now - (len(marks) - 1 - number) * step, frame.y(mark.read)
        if points:
            points.append((x, points[-1][1]))
        points.append((x, y))
    if len(points) > 1:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        area = f"{points[0][0]:.1f},{frame.foot:g} {path} {points[-1][0]:.1f},{frame.foot:g}"
        yield f'<polygon points="{area}" fill="{sign.colour}" fill-opacity="0.22"/>'
        yield f'<polyline points="{path}" fill="none" stroke="{sign.colour}" stroke-width="3"/>'
    read = frame.y(ladder.read)
    if ladder.sent is not None and ladder.sent != ladder.read:
        sent = frame.y(ladder.sent)
        yield (
            f'<line x1="{now:g}" x2="{now:g}" y1="{sent:g}" y2="{read:g}" stroke="{ink.ink}" '
            'stroke-width="2"/>'
        )
        yield _mark(sign, now, sent, 11, hollow=ink)
    yield _mark(sign, now, read, 11)


def _mark(sign: Sign, x: float, y: float, radius: float, hollow: Ink | None = None) -> str:
    """A mark of its own shape; a hollow one is for what was sent."""
    fill, stroke = (hollow.panel, hollow.ink) if hollow else (sign.colour, sign.colour)
    look = f'fill="{fill}" stroke="{stroke}" stroke-width="2"'
    r = radius
    if sign.shape == "disc":
        return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" {look}/>'
    if sign.shape == "ring":
        return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="none" stroke="{stroke}" stroke-width="5"/>'
    shapes: dict[str, tuple[tuple[float, float], ...]] = {
        "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        "triangle": ((0, -1), (1, 0.8), (-1, 0.8)),
        "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
        "bar": ((-1, -0.33), (1, -0.33), (1, 0.33), (-1, 0.33)),
    }
    arm = 0.3
    cross = (
        *((-arm, -1), (arm, -1), (arm, -arm), (1, -arm), (1, arm), (arm, arm)),
        *((arm, 1), (-arm, 1), (-arm, arm), (-1, arm), (-1, -arm), (-arm, -arm)),
    )
    points = " ".join(f"{x + r * a:.1f},{y + r * b:.1f}" for a, b in shapes.get(sign.shape, cross))
    return f'<polygon points="{points}" {look}/>'


def _legend(frame: _Frame, ink: Ink) -> Iterator[str]:
    y = frame.foot + 24
    yield f'<circle cx="{PAD + 8}" cy="{y:g}" r="6" fill="{ink.ink}"/>'
    read = _("as read")
    yield _text(PAD + 22, y, read, ink.soft)
    x = PAD + 22 + len(read) * LETTER + 24
    yield f'<circle cx="{x:g}" cy="{y:g}" r="6" fill="none" stroke="{ink.ink}" stroke-width="2"/>'
    yield _text(x + 14, y, _("as sent"), ink.soft)


def _text(x: float, y: float, words: str, colour: str, *, anchor: str = "start", bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" fill="{colour}" text-anchor="{anchor}" '
        f'dominant-baseline="central"{weight}>{escape(words)}</text>'
    )
