"""Older ledgers brought up to the schema of this version: a step for each schema, all of them in one transaction.

A step is a folder with SQL for each store and the Python for what SQL cannot do. The schema that a step leads to
stands in it as it was released and is never edited: what changes later is another step.
"""
