"""Findings of the served ledger: computed off the server's loop, one moment at a time, and kept."""
