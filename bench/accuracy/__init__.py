"""How well the reader reads: the frozen split, the scorer, its report and the floors."""
