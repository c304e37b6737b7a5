"""How a claim is told to a person: the words that decided it, the reasons for its values, in the person's language."""
