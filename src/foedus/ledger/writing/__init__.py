"""A write: one transaction, one batch, one link of the chain."""
