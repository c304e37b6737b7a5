"""Figures drawn on the server as SVG: classes of the style sheet only, so that themes and print change them too."""
