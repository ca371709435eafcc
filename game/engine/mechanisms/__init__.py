"""Mechanisms, one file each. They change the world through its mutators and know no scenario by name."""
