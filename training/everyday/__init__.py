"""Ordinary reports with all their claims: what a reader meets on most days, worded for the project."""
