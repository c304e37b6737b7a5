"""Measures the judge: verdicts, viewpoints and elements on cases written by hands that had not seen the rules."""
