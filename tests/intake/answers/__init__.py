"""The store of answers, export and import."""
