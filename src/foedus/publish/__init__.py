"""Lists for other programs: CSV, JSON lines and Parquet, written piece by piece."""
