"""Standard input and output as they are found: closed, or unable to say a typographic quotation mark."""

import codecs
import os
import sys

PLAINER = "backstop-plainer"
"""How letters that an encoding does not have are written, as `errors` of a stream."""

_PLAIN = str.maketrans(
    {
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{RIGHTWARDS ARROW}": "->",
        "\N{NO-BREAK SPACE}": " ",
    }
)


def plainer(text: str, encoding: str) -> str:
    """Text that an encoding can say: with plain quotation marks and dashes, and `?` for all else it lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def prepare() -> None:
    """Make all three streams of this process fit for use.

    A stream that was closed is None, and the next file to be opened would take its place; so something that
    swallows everything takes it first, in the order of the system's own numbers.
    """
    codecs.register_error(PLAINER, _plain_letters)
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115  (open as long as the process)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=PLAINER)


def _plain_letters(error: UnicodeError) -> tuple[str, int]:
    """What stands for letters that cannot be encoded; the encoder asks, and encodes the answer."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end].translate(_PLAIN)
    return "".join(letter if letter.isascii() else "?" for letter in lacking), error.end
