"""Feeds and folders looked at again and again: what is new in them is read into the ledger, once."""
