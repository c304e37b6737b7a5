"""Recipes that help to revise the gazetteer; nothing here is needed to run it."""
