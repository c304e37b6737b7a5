"""Contracts of the measurements: split, corpus checker, scorer, floors, speed."""
