"""Tests of who says a statement, and how surely."""
