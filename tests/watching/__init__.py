"""Tests of watching, against a real server on this computer."""
