"""Recipes of the small word tables by which garbled text is told."""
