"""A document to its claims: what its words say, who fills the roles, whose word it is. No storage, no network."""
