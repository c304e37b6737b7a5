"""The recipe of the linker: events with their gold roles, labels, two passes."""
