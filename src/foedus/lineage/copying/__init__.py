"""Copies and excerpts within a language: found by a few fingerprints of a page, proven on its words."""
