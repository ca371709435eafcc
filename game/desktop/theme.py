"""The look: colours, sizes of type and spacing. Every screen takes its looks from here and from nowhere else.

The colours of actors are from the set of Okabe and Ito (2008), lightened until each stands out from the panel
at a contrast of 4.5 or more, and chosen so that people with common kinds of colour blindness tell the first
four apart. They are still never the only cue: every actor has a mark of its own, and a name stands beside it.
"""

from enum import Enum

from attrs import frozen

Colour = tuple[int, int, int]


@frozen
class Palette:
    """The colours of one theme."""

    ground: Colour
    """Behind everything."""
    panel: Colour
    """A panel."""
    raised: Colour
    """A button, a chip, a row under the pointer."""
    pressed: Colour
    """A chosen thing."""
    line: Colour
    """Borders and ruled lines."""
    faint: Colour
    """Lines that must not ask for attention."""
    ink: Colour
    """Text."""
    soft: Colour
    """Text of second rank."""
    focus: Colour
    """The ring around what has the keyboard."""
    accent: Colour
    """The one thing to look at first: the present, the main button."""
    on_accent: Colour
    """Text on the accent."""
    warning: Colour
    """Something runs out."""
    good: Colour
    """Something is met."""
    actors: tuple[Colour, ...]
    """By the order of actors in the scenario."""


DARK = Palette(
    ground=(15, 19, 24),
    panel=(24, 30, 37),
    raised=(38, 47, 57),
    pressed=(52, 66, 80),
    line=(70, 84, 98),
    faint=(44, 53, 63),
    ink=(236, 239, 242),
    soft=(176, 187, 198),
    focus=(255, 214, 92),
    accent=(238, 180, 72),
    on_accent=(24, 18, 6),
    warning=(255, 158, 110),
    good=(126, 205, 170),
    actors=(
        (150, 210, 255),
        (235, 110, 50),
        (40, 170, 110),
        (222, 146, 188),
        (240, 228, 96),
        (150, 160, 255),
        (200, 200, 200),
    ),
)
"""The only theme so far: a quiet, dark room."""


class Style(Enum):
    """A size and weight of type; sizes are in pixels at 1280 x 720."""

    DISPLAY = (30, "bold")
    TITLE = (21, "bold")
    HEADING = (16, "bold")
    STRONG = (14, "bold")
    BODY = (14, "plain")
    NUMBER = (14, "mono")

    @property
    def size(self) -> int:
        """The height of the type in pixels at 1280 x 720."""
        return self.value[0]

    @property
    def face(self) -> str:
        """`plain`, `bold` or `mono`."""
        return self.value[1]


FACES = {"plain": "DejaVuSans.ttf", "bold": "DejaVuSans-Bold.ttf", "mono": "DejaVuSansMono.ttf"}
"""The files of the faces; DejaVu covers Latin, Cyrillic and Greek letters and the signs that we use."""

SMALLEST = (1280, 720)
"""The smallest window, in pixels."""

GRID = 8
"""All spacing is in multiples of this (half of it inside a chip)."""


def scale_for(size: tuple[int, int]) -> float:
    """How much larger type and spacing are drawn in a window of a size: half of what the window gains."""
    gain = min(size[0] / SMALLEST[0], size[1] / SMALLEST[1])
    return 1.0 + max(0.0, min(gain, 3.0) - 1.0) * 0.5


MARKS = ("disc", "square", "triangle", "diamond", "cross", "ring", "bar")
"""The marks of actors, in the order of actors in the scenario."""


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return a colour between two: `share` of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
