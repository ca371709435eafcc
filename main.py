"""Starts Backstop from a source checkout; everything else is in `game`."""

from game.cli import main

if __name__ == "__main__":
    main()
