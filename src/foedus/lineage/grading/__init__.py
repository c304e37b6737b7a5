"""Grading by the Admiralty code: how reliable the source of a claim is (A to F), how credible its information (1 to 6).

The two are judged apart and never made into one. Knowledge is data (`data/outlets/`): the table of outlets, and the
rules as far as an analyst may see them otherwise.
"""
