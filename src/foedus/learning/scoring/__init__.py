"""What a reader's claims are worth against those of people: which answer which, and the figures that follow."""
