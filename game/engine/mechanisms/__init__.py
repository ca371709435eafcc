"""Mechanisms, one file each. They change the world through its mutators and know nothing of scenarios' countries."""
