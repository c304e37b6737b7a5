"""Tests of the sample reports that the tour reads."""
