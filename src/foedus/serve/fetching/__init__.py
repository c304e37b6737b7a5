"""Pages fetched by their addresses, where a server was told that it may: never from networks that are not public."""
