"""Tests of how claims are told."""
