"""What is being said: which hits of the lexicon make a claim here, of which type and at which stage."""
