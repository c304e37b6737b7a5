"""Parsers of binary files in a process of their own, with limits on memory, time and files.

What a stranger made is parsed here: a crash, an endless loop or a swollen memory ends this process and one item, never
the run. It is a limit on what goes wrong, not a sandbox against code that a file makes run.
"""
