"""What people judge: claims accepted, corrected, rejected, split, merged or added, names linked, sources dependent."""
