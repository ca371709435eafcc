"""Makes the sounds of assets/sounds anew: `python -m game.desktop.sound.make [FOLDER]`.

All of them are sums of a few partials that die away, as a struck bar of wood or a plucked string does, in one
key (D), with a little filtered noise where something slides. They are set to one loudness, so that none
startles. The noise is drawn with a fixed seed: the files are the same wherever they are made.
"""

import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from game.desktop.sound.names import NAMES, RATE
from game.places import assets_folder

Wave = npt.NDArray[np.float64]

D3, A3, D4, F4, FIS4, A4, D5 = 146.83, 220.0, 293.66, 349.23, 369.99, 440.0, 587.33
"""Frequencies of the notes that are used."""

WOOD: Final = ((1.0, 1.0, 1.0), (2.76, 0.25, 3.0), (5.4, 0.08, 6.0))
"""Partials of a struck bar: frequency, strength, how much faster it dies away than the lowest."""
STRING: Final = ((1.0, 1.0, 1.0), (2.0, 0.35, 1.5), (3.0, 0.12, 2.2), (4.0, 0.05, 3.0))
"""Partials of a soft string."""

LOUDNESS: Final = 0.11
"""Root mean square of the loudest 50 ms of every sound: 19 dB below full scale."""
PEAK: Final = 0.6
"""No sample goes above this."""


def note(
    frequency: float,
    seconds: float,
    dies: float,
    partials: tuple[tuple[float, float, float], ...] = WOOD,
    attack: float = 0.004,
) -> Wave:
    """Return a struck note; `dies` is the time in which it falls to a third."""
    time = np.arange(round(seconds * RATE)) / RATE
    tone = np.zeros_like(time)
    for ratio, strength, faster in partials:
        tone += strength * np.sin(2 * np.pi * frequency * ratio * time) * np.exp(-time * faster / dies)
    rising = np.minimum(1.0, time / attack)
    falling = np.minimum(1.0, (seconds - time) / 0.02)
    return np.asarray(tone * rising * falling, dtype=np.float64)


def breath(seconds: float, low: float, high: float) -> Wave:
    """Return noise between two frequencies that swells and fades: paper that slides."""
    count = round(seconds * RATE)
    noise = np.random.default_rng(7).standard_normal(count)
    spectrum = np.fft.rfft(noise)
    bands = np.fft.rfftfreq(count, 1 / RATE)
    spectrum *= np.exp(-(((bands - (low + high) / 2) / ((high - low) / 2)) ** 2))
    shape = np.sin(np.pi * np.linspace(0.0, 1.0, count)) ** 2
    return np.asarray(np.fft.irfft(spectrum, count) * shape, dtype=np.float64)


def together(*parts: tuple[float, float, Wave]) -> Wave:
    """Return sounds laid over one another; each has its start in seconds and its strength."""
    length = max(round(start * RATE) + len(sound) for start, _, sound in parts)
    whole = np.zeros(length)
    for start, strength, sound in parts:
        first = round(start * RATE)
        whole[first : first + len(sound)] += strength * sound
    return whole


def level(sound: Wave) -> Wave:
    """Return a sound at the loudness that all have."""
    window = round(0.05 * RATE)
    power = np.convolve(sound**2, np.ones(window) / window)
    sound = sound * (LOUDNESS / float(np.sqrt(power.max())))
    highest = float(np.abs(sound).max())
    return sound * min(1.0, PEAK / highest)


def press() -> Wave:
    """A fingertip on wood."""
    return together((0.0, 1.0, note(D4, 0.07, 0.012)), (0.0, 0.5, note(A3, 0.07, 0.018)))


def refuse() -> Wave:
    """The same, twice and low: no."""
    low = note(D3, 0.12, 0.03)
    return together((0.0, 1.0, low), (0.09, 0.8, low))


def turn() -> Wave:
    """A fifth that opens: orders are given."""
    return together(
        (0.0, 1.0, note(D3, 0.6, 0.16, STRING, 0.02)), (0.09, 0.8, note(A3, 0.55, 0.16, STRING, 0.02))
    )


def reveal() -> Wave:
    """A breath, and a note under it."""
    return together((0.0, 6.0, breath(0.45, 300, 1500)), (0.16, 0.9, note(D4, 0.6, 0.18, STRING, 0.05)))


def beat() -> Wave:
    """One bar of wood."""
    return note(A3, 0.22, 0.06)


def alarm() -> Wave:
    """A minor third, twice: grave, not shrill."""
    pair = together((0.0, 1.0, note(D4, 0.3, 0.1, STRING)), (0.0, 0.9, note(F4, 0.3, 0.1, STRING)))
    return together((0.0, 1.0, pair), (0.2, 0.8, pair))


def evidence() -> Wave:
    """A sheet of paper is laid on the table."""
    return together((0.0, 7.0, breath(0.24, 1200, 4200)), (0.17, 0.7, note(D5, 0.22, 0.05)))


def deal() -> Wave:
    """A major third that comes to rest."""
    return together(
        (0.0, 0.9, note(D4, 0.8, 0.22, STRING, 0.01)),
        (0.10, 0.8, note(FIS4, 0.75, 0.22, STRING, 0.01)),
        (0.20, 0.7, note(A4, 0.7, 0.22, STRING, 0.01)),
    )


def end() -> Wave:
    """A wide chord that dies away slowly."""
    return together(
        (0.0, 1.0, note(D3, 1.8, 0.5, STRING, 0.03)),
        (0.06, 0.8, note(A3, 1.75, 0.5, STRING, 0.03)),
        (0.14, 0.6, note(D4, 1.7, 0.5, STRING, 0.03)),
    )


MAKERS: Final[dict[str, Callable[[], Wave]]] = {
    maker.__name__: maker for maker in (press, refuse, turn, reveal, beat, alarm, evidence, deal, end)
}


def samples(name: str) -> npt.NDArray[np.int16]:
    """Return a sound as it is kept: 16 bits, one channel."""
    return np.asarray(np.round(level(MAKERS[name]()) * 32767), dtype="<i2")


def main() -> None:
    """Write every sound."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else assets_folder() / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(name).tobytes())


if __name__ == "__main__":
    main()
