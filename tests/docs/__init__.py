"""Tests that keep the pages true: what they list is what there is."""
