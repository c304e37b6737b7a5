"""Shared by all rooms' tests: having it here lets every test write `from tests.factories import claim`."""
