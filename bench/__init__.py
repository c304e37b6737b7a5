"""Measurements of the project: accuracy and speed, each with what it measures against."""
