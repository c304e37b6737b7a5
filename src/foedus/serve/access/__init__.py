"""Who may do what, and what keeps strangers' pages and oversized requests out."""
