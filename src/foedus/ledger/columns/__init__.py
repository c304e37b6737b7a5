"""Columns beside the ledger: the transfers' claims as arrays of numbers, for views of the whole network.

They hold nothing that the ledger does not: whoever asks brings them up to date first, and they are made anew where
they are not those of this ledger. Whole files are written beside and renamed, the list of them last.
"""
