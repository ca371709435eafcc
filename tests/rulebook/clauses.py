"""The mark by which a test says which clauses of `docs/rulebook.md` it proves."""

import pytest


def clause(*numbers: str) -> pytest.MarkDecorator:
    """Mark a test with the clauses that it proves: `@clause("16.3")`."""
    return pytest.mark.clause(*numbers)
