"""Texts compared across languages and wordings by what survives both: names, figures, dates, quotations, their order.

Finds translations, rewrites, and tellings of one event that do not come from one text.
"""
