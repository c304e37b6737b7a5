"""Who cites whom: the outlets that a page names as its sources, and the pages of these that it may mean."""
