"""Starts Backstop from a source checkout; everything else is in `game`."""

import sys

try:
    from game.cli import main
except KeyboardInterrupt:
    sys.exit(130)

if __name__ == "__main__":
    main()
