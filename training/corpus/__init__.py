"""The corpus of own-worded documents with their claims: its format, its checker and its train and dev parts."""
