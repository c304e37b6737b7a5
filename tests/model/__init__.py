"""Tests of the model room: the claim contract itself."""
