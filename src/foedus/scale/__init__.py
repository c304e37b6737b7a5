"""Reading on many machines: batches of files and rows in, tables of claims and documents out, by way of Spark."""
