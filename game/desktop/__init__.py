"""The game in a window: pygame, its screens and its widgets. It draws what `game.view` says."""
