"""Backstop: a wargame about escalation and deterrence."""

__version__ = "0.1.0"
