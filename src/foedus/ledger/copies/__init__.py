"""Copies of a ledger: backup, restore, and a file made beside its place."""
