"""Readers side by side on the same documents: what each finds, where they differ, what it took, how right it is."""
