"""A few threads that work through tasks in their order; each task is known by a key and done once."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Crew(Generic[T, R]):
    """Threads begin with the first tasks; they end with the process, whatever they wait for."""

    def __init__(self, work: Callable[[T], R], at_once: int) -> None:
        """`work` does a task; what it raises is its outcome."""
        self._work = work
        self._at_once = at_once
        self._tasks: dict[str, Future[R]] = {}
        self._queue: SimpleQueue[tuple[T, Future[R]] | None] = SimpleQueue()
        self._threads: list[Thread] = []

    def __contains__(self, key: str) -> bool:
        """Whether the task was given."""
        return key in self._tasks

    def outcome(self, key: str, task: T) -> Future[R]:
        """The outcome of a task, which is begun in its turn unless it was given before."""
        if key not in self._tasks:
            self._tasks[key] = future = Future[R]()
            if len(self._threads) < self._at_once:
                self._threads.append(Thread(target=self._run, daemon=True))
                self._threads[-1].start()
            self._queue.put((task, future))
        return self._tasks[key]

    def outcomes(self) -> Iterable[Future[R]]:
        """Those of all tasks so far, in their order."""
        return tuple(self._tasks.values())

    def dismiss(self, seconds: float = 0.5) -> None:
        """Begin no task any more; wait so long at most for each thread."""
        for _thread in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join(timeout=seconds)

    def _run(self) -> None:
        while (given := self._queue.get()) is not None:
            task, future = given
            try:
                done = self._work(task)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(done)
