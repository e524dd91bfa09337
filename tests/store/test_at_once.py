"""Many threads and several servers use one database at once, and nobody is in anybody's way."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from rnn_core.forecast import ForecastSpec
from rnn_core.store import Query, RunStore, Stage
from tests.store.stored import ANN, SPEC, a_result, begin, count_rows, finished, seeds

THREADS = 6


def at_once(work: Callable[[int], object]) -> None:
    """Do `work` in several threads that begin at the same moment."""
    barrier = Barrier(THREADS)

    def one(number: int) -> None:
        barrier.wait(timeout=30)
        work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(one, number) for number in range(THREADS)]:
            done.result(timeout=60)


def test_many_threads_finish_runs_of_one_new_series(store: RunStore, url: str) -> None:
    specs = seeds(THREADS * 4)

    def work(number: int) -> None:
        for spec in specs[number::THREADS]:
            finished(store, spec)
            assert store.find(Query(ANN)).count > 0

    at_once(work)
    assert store.find(Query(None, stages=(Stage.FINISHED,))).count == len(specs)
    assert [count_rows(url, table) for table in ("run", "result", "series", "server")] == [24, 24, 1, 1]


def test_the_same_run_is_begun_and_finished_by_many_at_once(store: RunStore, url: str) -> None:
    def work(_number: int) -> None:
        for _ in range(4):
            store.finish(begin(store), a_result())

    at_once(work)
    assert [count_rows(url, table) for table in ("run", "result", "series")] == [1, 1, 1]
    assert store.find(Query(None)).lines[0].stage == Stage.FINISHED


def test_several_servers_work_tend_delete_and_leave_at_once(url: str) -> None:
    def work(number: int) -> None:
        mine = RunStore(url)
        names = [finished(mine, spec, owner=f"visitor {number}") for spec in seeds(4)]
        at_work = begin(mine, last, owner=f"visitor {number}")
        mine.tend()
        assert mine.delete(names[:2], f"visitor {number}") == 2
        line = mine.line(at_work)
        assert line is not None
        assert line.stage == Stage.UNFINISHED
        mine.close()

    last: ForecastSpec = SPEC.change(seed=99)
    at_once(work)
    store = RunStore(url)
    assert store.find(Query(None, stages=(Stage.FINISHED,))).count == 2 * THREADS
    assert store.find(Query(None, stages=(Stage.INTERRUPTED,))).count == THREADS
    assert count_rows(url, "server") == 0
    store.close()
