"""Recipes and data that make the parsers and the reader's models; nothing here is needed to read."""
