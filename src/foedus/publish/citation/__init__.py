"""A claim as others cite it: in words, as BibTeX, as a Web Annotation on the exact characters of its source."""
