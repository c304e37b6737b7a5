"""Tests of the recipes in training/."""
