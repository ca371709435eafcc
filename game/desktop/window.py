"""The real window: its size, its smallest size, full screen."""

import signal

import pygame

from game.desktop.theme import SMALLEST

COMFORTABLE = ((2560, 1440, (1920, 1080)), (1900, 1000, (1600, 900)))
"""Desktops at least so wide and high open a window of this size."""


class Window:
    """A resizable window."""

    def __init__(self, window: pygame.Window) -> None:
        self._window = window
        self._full = False

    @classmethod
    def open(cls, size: tuple[int, int] = (0, 0), *, full: bool = False) -> "Window":
        """Open it, without any sound device; of a size, as far as the screen has room for that.

        Raises pygame.error where there is no display.
        """
        pygame.display.init()
        pygame.font.init()
        window = pygame.Window("Backstop", cls._size(size), resizable=True, allow_high_dpi=True)
        window.minimum_size = SMALLEST
        pygame.key.set_repeat(350, 45)
        pygame.key.start_text_input()
        opened = cls(window)
        if full:
            opened.toggle_full_screen()
        return opened

    @staticmethod
    def _size(wanted: tuple[int, int]) -> tuple[int, int]:
        sizes = pygame.display.get_desktop_sizes()
        desktop = sizes[0] if sizes else SMALLEST
        if wanted[0] >= SMALLEST[0] and wanted[1] >= SMALLEST[1]:
            return min(wanted[0], desktop[0]), min(wanted[1], desktop[1])
        for width, height, size in COMFORTABLE:
            if desktop[0] >= width and desktop[1] >= height:
                return size
        return SMALLEST

    def surface(self) -> pygame.Surface:
        """Return the surface to draw on."""
        return self._window.get_surface()

    def flip(self) -> None:
        """Show what was drawn."""
        self._window.flip()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        self._full = not self._full
        if self._full:
            self._window.set_fullscreen(True)
        else:
            self._window.set_windowed()

    @property
    def size(self) -> tuple[int, int]:
        """The size of the window, in points."""
        width, height = self._window.size
        return width, height

    def pixel_at(self, point: tuple[int, int]) -> tuple[int, int]:
        """Return where a point of the window is on the surface: some screens have more pixels than points."""
        (width, height), drawn = self._window.size, self.surface().get_size()
        return point[0] * drawn[0] // max(1, width), point[1] * drawn[1] // max(1, height)

    def close(self) -> None:
        """Close it."""
        self._window.destroy()
        pygame.quit()


def close_when_told() -> None:
    """Close the window as its button would when the system asks the program to end."""

    def close(number: int, frame: object) -> None:
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), close)
