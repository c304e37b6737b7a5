"""Tests of the reader: a document to its claims."""
