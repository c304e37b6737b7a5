"""Text to zones, sentences, tokens and UD parses, per language; knows nothing of arms."""
