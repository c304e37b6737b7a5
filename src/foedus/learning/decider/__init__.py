"""The recipe of the sense decider: material, labels, folds, models."""
