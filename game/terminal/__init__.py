"""The game as plain text: no control codes, nothing by position alone. A screen reader can follow it."""
