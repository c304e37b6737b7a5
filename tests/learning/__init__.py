"""Tests of the recipes that make the reader's small models, and of what a ledger teaches them."""
