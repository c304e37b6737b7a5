"""The level below claims: what is being said, by trigger, type and stage, before any role is filled."""
