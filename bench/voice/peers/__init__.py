"""Public systems that tell denied, unsure and reported words, measured on the same rows."""
