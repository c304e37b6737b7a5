"""The API: the records of the ledger and of the register under `/api/v1/`, described by one OpenAPI document."""
