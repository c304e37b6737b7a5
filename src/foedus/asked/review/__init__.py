"""What a reviewer says of a claim, in words: corrections, missed claims and names, found in the document's text."""
