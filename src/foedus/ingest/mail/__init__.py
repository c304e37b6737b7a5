"""Messages and mailboxes to documents: the text that was sent, its headers, and what is attached to it."""
