"""How much of a report comes out of a PDF as it went in: `python -m bench.documents.pdf`."""
