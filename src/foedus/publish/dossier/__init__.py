"""A commitment's dossier as a file that others can read: Markdown, and one HTML page."""
