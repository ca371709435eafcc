"""What an author writes: frozen values, typed ids and the protocols of primitives. No behaviour, no imports of game."""
