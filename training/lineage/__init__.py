"""Recipes that make what lineage ships: the table of common facts, and the model that tells texts from events."""
