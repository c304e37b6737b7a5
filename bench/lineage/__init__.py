"""How well pages are put into stories, and what changed from a page to its copy."""
