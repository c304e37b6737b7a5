"""Texts compared across languages and wordings."""
