"""The look: colours, sizes of type and spacing. Every screen takes its looks from here and from nowhere else.

docs/design.md says why. The colours of actors are from the set of Okabe and Ito (2008), lightened or darkened
until each stands out from the panel at a contrast of 4.5 or more, and chosen so that people with common kinds
of colour blindness tell the first four apart. They are still never the only cue: every actor has a mark of
its own, and a name stands beside it.
"""

from enum import Enum

from attrs import frozen

Colour = tuple[int, int, int]


@frozen
class Palette:
    """The colours of one theme."""

    dark: bool
    """Whether light letters stand on dark ground."""
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
    accent_ink: Colour
    """Text and thin lines in the accent's hue, on a panel."""
    warning: Colour
    """Something runs out."""
    danger: Colour
    """A threshold, a line that must not be crossed."""
    good: Colour
    """Something is met."""
    sea: Colour
    """Water on the map."""
    land: Colour
    """Land on the map."""
    coast: Colour
    """The line between them."""
    veil: Colour
    """Laid over what an overlay covers."""
    actors: tuple[Colour, ...]
    """By the order of actors in the scenario."""


DARK = Palette(
    dark=True,
    ground=(12, 16, 22),
    panel=(22, 28, 36),
    raised=(34, 43, 54),
    pressed=(49, 63, 79),
    line=(72, 87, 103),
    faint=(42, 52, 63),
    ink=(238, 241, 244),
    soft=(176, 188, 200),
    focus=(255, 214, 92),
    accent=(240, 182, 76),
    on_accent=(28, 20, 4),
    accent_ink=(240, 182, 76),
    warning=(255, 158, 110),
    danger=(255, 136, 122),
    good=(126, 205, 170),
    sea=(16, 24, 34),
    land=(31, 39, 47),
    coast=(74, 92, 108),
    veil=(4, 6, 9),
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
"""A quiet, dark room."""

LIGHT = Palette(
    dark=False,
    ground=(225, 229, 233),
    panel=(252, 252, 250),
    raised=(236, 239, 242),
    pressed=(210, 219, 229),
    line=(140, 152, 164),
    faint=(208, 214, 220),
    ink=(18, 24, 31),
    soft=(72, 83, 95),
    focus=(0, 82, 204),
    accent=(178, 90, 0),
    on_accent=(255, 255, 255),
    accent_ink=(146, 70, 0),
    warning=(168, 62, 0),
    danger=(176, 30, 30),
    good=(0, 110, 78),
    sea=(214, 226, 235),
    land=(243, 243, 236),
    coast=(122, 142, 158),
    veil=(40, 48, 58),
    actors=(
        (0, 110, 190),
        (196, 58, 0),
        (18, 101, 70),
        (150, 30, 120),
        (101, 108, 6),
        (70, 62, 164),
        (66, 69, 68),
    ),
)
"""Paper: for a projector in a bright room, and for those who prefer it."""


class Style(Enum):
    """A size and weight of type; sizes are in pixels at 1280 x 720."""

    DISPLAY = (30, "bold")
    TITLE = (21, "bold")
    HEADING = (16, "strong")
    STRONG = (14, "strong")
    BODY = (14, "plain")

    __hash__ = object.__hash__  # looked up for every text of every frame: the one of enums is slow

    @property
    def size(self) -> int:
        """The height of the type in pixels at 1280 x 720."""
        return self.value[0]

    @property
    def face(self) -> str:
        """`plain`, `strong` or `bold`."""
        return self.value[1]


FACES = {"plain": "Inter-Regular.ttf", "strong": "Inter-SemiBold.ttf", "bold": "Inter-Bold.ttf"}
"""The files of the faces; Inter covers Latin, Cyrillic and Greek letters and nearly all signs that we use."""

SPARE_FACE = "DejaVuSans.ttf"
"""Has the signs that Inter lacks."""

LARGE_TYPE = 1.2
"""How much larger all type is under the setting for large type; spacing stays as it is."""

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
    (red, green, blue), (to_red, to_green, to_blue) = one, other
    return (
        round(red + (to_red - red) * share),
        round(green + (to_green - green) * share),
        round(blue + (to_blue - blue) * share),
    )
