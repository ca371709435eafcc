"""What the maps on the screen remember between frames, and what they say of a place."""

from attrs import define, field

from game.desktop.drawing.map_camera import Camera
from game.desktop.drawing.map_ground import Ground
from game.desktop.drawing.map_layout import Layout
from game.desktop.drawing.piecework import Piecework
from game.desktop.drawing.symbols import Signs
from game.language import _, say
from game.view.map import MapView, PlaceView


@define(eq=False)
class Chart:
    """What one map on the screen remembers between frames."""

    camera: Camera = field(factory=Camera)
    ground: Ground = field(factory=Ground)
    layout: Layout | None = None
    laid: tuple[object, ...] = ()
    """What the layout was worked out for."""
    laying: Piecework[Layout] = field(factory=Piecework)
    """The layout that is being worked out."""
    grabbed: tuple[int, int] | None = None
    """Where the pointer was while it drags the map."""
    turn: int = 0
    """The turn whose moves were shown last."""


@define(eq=False)
class Charts:
    """The maps of the main screen: the large one, and the small one among other things."""

    large: Chart = field(factory=Chart)
    small: Chart = field(factory=Chart)
    signs: Signs = field(factory=Signs)
    side: str = ""
    """Which of the tabs beside the large map is open; none where it is empty."""


def first_place(view: MapView) -> str:
    """Return the place to tell about before one is chosen: where something happened, or one's forces are."""

    def rank(place: PlaceView) -> tuple[bool, int, int]:
        own = [force for force in place.forces if force.mine]
        return not place.incidents, -len(own), -len(place.forces)

    return min(view.places, key=rank).id if view.places else ""


def place_hint(view: MapView, place: PlaceView) -> str:
    """Return what a place's hint says."""
    if place.holder_name:
        said = [say("{place}: held by {holder}.", place=place.name, holder=place.holder_name)]
    else:
        said = [say("{place}: held by nobody.", place=place.name)]
    if place.sanctuary:
        said.append(_("It lies beyond the theatre."))
    said += [say("Here: {incident}.", incident=name) for name in place.incidents]
    said += [one.words for one in place.presence]
    said += [one.words for one in view.happened if one.place == place.id]
    return " ".join(said)
