"""The rules: a compiled scenario, played on a batch of games."""
