"""Tests of the language room: zones, sentences, quotations, tokens, parses."""
