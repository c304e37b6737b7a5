"""Commitments held against conduct: treaties, elements, verdicts by viewpoint, findings by rules."""
