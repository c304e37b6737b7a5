"""Processes of one's own for what must not share a processor's time with what is measured."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def pool(workers: int) -> ProcessPoolExecutor:
    """Fresh ones, which inherit nothing."""
    return ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn"))
