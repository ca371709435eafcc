"""Many games at once: ensembles and what they show."""
