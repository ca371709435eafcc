"""Benchmarks: each prints what it measured in a line or, with `--json`, as one JSON object."""
