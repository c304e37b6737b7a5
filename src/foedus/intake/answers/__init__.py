"""The store of a model's answers, a folder of files: nothing is asked twice, and answers may come from elsewhere."""
