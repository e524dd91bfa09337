"""within: wait for a slow task no longer than a deadline, and let the process end even while the task hangs."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from rnn_core.errors import RnnLabError

Value = TypeVar("Value")

# What libraries raise on bad answers, and our own refusals.
FAILURES: tuple[type[Exception], ...] = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RnnLabError,
    RuntimeError,
    TypeError,
    ValueError,
)


def within(seconds: float, task: Callable[[], Value]) -> Value:
    """The value of `task`, run in a daemon thread so that a hanging one never keeps the process alive.

    Raises:
        TimeoutError: `task` is not done after `seconds`; it runs on, and its value is lost.
        concurrent.futures.CancelledError: `task` failed in a way that is not among `FAILURES`.
    """
    future: Future[Value] = Future()

    def work() -> None:
        try:
            future.set_result(task())
        except FAILURES as error:
            future.set_exception(error)
        finally:
            future.cancel()  # does nothing once there is a result

    threading.Thread(target=work, name="ask", daemon=True).start()
    return future.result(timeout=seconds)
