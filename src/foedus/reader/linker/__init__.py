"""Who fills the roles: the mentions of a document, and which of them each event takes."""
