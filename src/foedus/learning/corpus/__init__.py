"""Annotated documents that models learn from: their format, the check of it, their split into parts."""
