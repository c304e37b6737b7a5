"""The level between triggers and claims: who fills the core roles where the triggers are given."""
