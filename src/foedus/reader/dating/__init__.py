"""Dates of running text: what words say, what they are reckoned from, and the EDTF they come to."""
