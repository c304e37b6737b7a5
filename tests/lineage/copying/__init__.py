"""Contracts of the copies engine: words, fingerprints, likeness, passages, edges."""
