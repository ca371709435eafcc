"""Pictures of a real window for the documents: few colours, small files, one folder."""

from pathlib import Path

from PIL import Image

from tests.desktop.real_window import ROOT, Player

FOLDER = ROOT / "docs" / "img"
COLOURS = 256
"""An interface has few colours; more would only make a file larger."""


class Album:
    """A folder of pictures, and those that were taken for it."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self.taken: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, player: Player, name: str, *, still: bool = True) -> None:
        """Take a picture of a window; one that moves is not waited for unless it comes to rest."""
        if still:
            player.point_at_nothing()
        path = self.folder / f"{name}.png"
        player.snap(path)
        with Image.open(path) as seen:
            few = seen.convert("RGB").quantize(
                COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
            )
            few.save(path, optimize=True)
        self.taken.append(name)

    def drop_others(self) -> list[str]:
        """Delete pictures that nobody takes any more; return their names."""
        old = [path for path in self.folder.glob("*.png") if path.stem not in self.taken]
        for path in old:
            path.unlink()
        return sorted(path.stem for path in old)
