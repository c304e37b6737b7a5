"""Documents that are taken out for good, and what stays of them."""
