"""Text → names of states, organisations, persons, weapons and places, found at scan speed with exact offsets."""
