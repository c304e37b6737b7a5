"""Recipes of the reader's small models, which learn from annotated documents. Never needed to read."""
