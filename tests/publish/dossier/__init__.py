"""A dossier's file formats."""
