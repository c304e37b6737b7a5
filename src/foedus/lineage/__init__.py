"""Where statements come from: copies, translations and stories; who says the same, and who the opposite.

Pure functions over documents and claims. What is found is never certain without its reason, and what the dates do
not tell (which text was first) stays untold.
"""
