"""Tables that a cluster wrote, into the ledger: by the door through which all documents come."""
