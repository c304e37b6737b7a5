"""Measures the alarm for garbled text: what it finds in garbled texts, and how still it is on clean ones."""
