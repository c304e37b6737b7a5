"""Recipes that make the parsing pipelines of data/pipelines/."""
