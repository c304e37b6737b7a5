"""Recipes of lexicon files that are made from the training material."""
