"""A desk: several people with roles, who sign in, beside a ledger on PostgreSQL.

Its tables lie in a schema of their own: no copy of the ledger holds a password, and none stands in its chain.
"""
