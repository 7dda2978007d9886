"""Who does the work of a build: this process, or several."""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from zhjagloss.errors import Fault, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Task = TypeVar("Task")
Result = TypeVar("Result")

#: Documents handed over at a time: enough to make the hand-over cheap, few enough to share evenly.
BATCH = 16

#: Signals that a terminal sends to all processes at once, and all that ask the program to end.
_FROM_TERMINAL = tuple(getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name))
_SIGNALS = (*_FROM_TERMINAL, signal.SIGTERM)


def run(
    make_worker: Callable[..., Callable[[Task], Result]],
    arguments: tuple[Any, ...],
    tasks: Sequence[Task],
    jobs: int,
) -> Iterator[Result]:
    """Yield a worker's result for each task, in the order of the tasks.

    `make_worker(*arguments)` is called once in each process that works; so what is slow to set up
    is set up once. Raises StorageError where a process dies.
    """
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(make_worker(*arguments), tasks)
        return
    context = multiprocessing.get_context("spawn")  # a forked Sudachi would share its lock
    size = max(1, min(BATCH, len(tasks) // (jobs * 2)))
    batches = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    with _undisturbed():  # starts a helper process of multiprocessing's own, which lets signals in again
        pool = ProcessPoolExecutor(
            jobs, mp_context=context, initializer=_set_up, initargs=(make_worker, arguments)
        )
    try:
        with _undisturbed():  # starts the workers
            futures = [pool.submit(_work, batch) for batch in batches]
        for future in futures:
            yield from future.result()
    except BrokenProcessPool as error:
        reason = "a worker process died, perhaps for want of memory"
        raise StorageError(Fault("", reason, "Use fewer processes: --jobs 1.")) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put signals off while processes are started: one that is started by half hangs."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker: Callable[[Any], Any] | None = None


def _set_up(make_worker: Callable[..., Callable[[Any], Any]], arguments: tuple[Any, ...]) -> None:
    global _worker
    for number in _FROM_TERMINAL:  # the parent is told too, and stops the pool
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    _worker = make_worker(*arguments)


def _work(batch: Sequence[Any]) -> list[Any]:
    if _worker is None:
        raise RuntimeError("a worker was not set up")
    return [_worker(task) for task in batch]
