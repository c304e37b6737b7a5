"""Rules as data: one file a rule, read strictly, run on the bench without any power but to look."""
