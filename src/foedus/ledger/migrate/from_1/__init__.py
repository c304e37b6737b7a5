"""From schema 1 to 2: batches go on a hash chain, sightings become pages in versions, readings versions of claims.

Schema 1 was kept in SQLite only.
"""
