"""Pictures of a real window for the documents: few colours, small files, one folder."""

from pathlib import Path

from PIL import Image

from tests.desktop.real_window import ROOT, Player

FOLDER = ROOT / "docs" / "img"
COLOURS = 256
"""An interface has few colours; more would only make a file larger."""
COMMON = 128
"""So many of them are given to what covers most, nearly as it is; the rest may lie further apart."""


class Album:
    """A folder of pictures, and those that were taken for it."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self.taken: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, player: Player, name: str) -> None:
        """Take a picture of a window when it has come to rest."""
        player.point_at_nothing()
        path = self.folder / f"{name}.png"
        player.snap(path)
        with Image.open(path) as seen:
            few = with_few_colours(seen.convert("RGB"))
        few.save(path, optimize=True)
        self.taken.append(name)

    def drop_others(self) -> list[str]:
        """Delete pictures that nobody takes any more; return their names."""
        old = [path for path in self.folder.glob("*.png") if path.stem not in self.taken]
        for path in old:
            path.unlink()
        return sorted(path.stem for path in old)


def with_few_colours(picture: Image.Image) -> Image.Image:
    """Return a picture in its own most frequent colours: panels and actors keep theirs in every picture."""
    found = picture.getcolors(picture.width * picture.height) or []
    kept: list[tuple[int, int, int]] = []
    for _count, colour in sorted(found, reverse=True):
        assert isinstance(colour, tuple)
        red, green, blue = colour[:3]
        apart = 6 if len(kept) < COMMON else 14
        if all(abs(red - r) + abs(green - g) + abs(blue - b) > apart for r, g, b in kept):
            kept.append((red, green, blue))
        if len(kept) == COLOURS:
            break
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in kept for part in colour])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)
