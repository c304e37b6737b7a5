"""Contracts of lineage: copies, translations, stories, clusters, contradictions, sourcing."""
