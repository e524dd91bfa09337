"""RunStore: runs in a database, by name. Every method is one transaction: after a crash it has happened or it has not.

Safe to use from many threads. A method that takes `owner` touches that owner's runs alone; None means everybody's.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from rnn_core.errors import StoreError
from rnn_core.forecast.costs.work import Timing
from rnn_core.records import FORECAST, pack_run, unpack_data, unpack_run
from rnn_core.store.answers import find_answer
from rnn_core.store.database import Database
from rnn_core.store.forgetting import forget_runs, forget_series
from rnn_core.store.lines import Query, RunLine, RunsPage, Stage, StoredRun
from rnn_core.store.migrating import bring_up_to_date
from rnn_core.store.names import run_name
from rnn_core.store.rows import NO_SCORES, facts_of, line_of, problem_text, read_problem, scores_of, words_of
from rnn_core.store.searching import find_all, find_line, find_name, find_runs, find_series_names
from rnn_core.store.servers import SILENCE, beat, leave, now, sweep, this_server
from rnn_core.store.timings import find_timings, work_of
from rnn_core.store.writing import begin_run, change_runs, data_row, end_run, finish_run, keep_data
from rnn_core.words import Sentence


class RunStore:
    """The database at `url`, made or brought up to date where needed; `place` is where it lies, without a password.

    All methods raise StoreError where the database cannot be used.

    Raises:
        StoreError: it cannot be opened.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._database = Database(url)
        self.place = self._database.place
        self._server = this_server()
        self._has_begun = False
        self._finished = 0
        self._tended: datetime | None = None
        try:
            bring_up_to_date(self._database)
            self._database.write(lambda connection: sweep(connection, self._server, now(connection), elsewhere=True))
        except StoreError:
            self._database.close()
            raise

    def begin(self, name: str, spec: Any, data: Any, owner: str) -> None:
        """Put down that the run `name` was asked for; one of that name starts anew and keeps title, note and pin.

        One that has finished stays as it is until a new result takes its place.
        """
        kept = data_row(data)
        row = facts_of(spec, data) | NO_SCORES
        row |= {"name": name, "key": spec.key(data), "owner": owner, "series_id": kept["id"]}
        row |= {"stage": Stage.UNFINISHED, "server": self._server.id}
        row |= dict.fromkeys(("ended", "deleted_at", "problem"))

        def work(connection: Connection) -> None:
            moment = now(connection)
            beat(connection, self._server, moment)
            keep_data(connection, kept, moment)
            begin_run(connection, row | {"begun": moment})

        self._has_begun = True
        self._database.write(work)

    def finish(self, name: str, run: Any) -> None:
        """Put down the result of a run, whole or stopped, also of one that was taken for interrupted.

        A stopped one does not take the place of a whole one; a deleted run stays deleted.

        Raises:
            StoreError: there is no such run.
        """
        record, values = pack_run(run), _result_of(run) | work_of(run)
        self._database.write(
            lambda connection: finish_run(connection, name, values | {"ended": now(connection)}, record)
        )
        self._finished += 1

    @property
    def finished(self) -> int:
        """How many results were put down through this store; asks nobody."""
        return self._finished

    def timings(self, workplace: str, limit: int = 200) -> tuple[Timing, ...]:
        """How long the newest runs took that were trained whole at `workplace`, newest first, deleted ones too."""
        return self._database.read(lambda connection: find_timings(connection, workplace, limit))

    def end(self, name: str, stage: Stage, problem: Sentence | None = None) -> None:
        """Put down that a run ended without a result; one that has ended, or is another server's, stays as it is."""
        if stage in (Stage.UNFINISHED, Stage.FINISHED):
            raise ValueError(f"A run without a result does not end as {stage}.")
        values, server = {"stage": stage, "problem": problem_text(problem)}, self._server.id
        self._database.write(lambda connection: end_run(connection, name, server, values | {"ended": now(connection)}))

    def save(self, run: Any, data: Any, owner: str, *, title: str = "", note: str = "") -> str:
        """Put down a run that was made elsewhere, and give back its name.

        One of that name is replaced, but no whole one by a stopped one; its title, note and pin stay where no others
        are given.
        """
        return self.save_all([(run, data, title, note)], owner)[0]

    def save_all(self, runs: Sequence[tuple[Any, Any, str, str]], owner: str) -> tuple[str, ...]:
        """Put down several runs, each with its data, title and note, as `save` does: all of them, or none."""
        works = [_saving(*one, owner=owner) for one in runs]

        def work(connection: Connection) -> None:
            moment = now(connection)
            for _name, put_down in works:
                put_down(connection, moment)

        self._database.write(work)
        return tuple(name for name, _work in works)

    def load(self, name: str) -> StoredRun | None:
        """All of the run `name`; None if there is none, or it was deleted.

        Raises:
            RecordError: what was kept of it is damaged.
        """
        row = self._database.read(lambda connection: find_all(connection, name))
        if row is None:
            return None
        run = unpack_run(row.result, row.kind) if row.result is not None else None
        return StoredRun(line_of(row), row.owner, unpack_data(row.data, row.kind), run, read_problem(row.problem))

    def answer(self, key: str, kind: str = FORECAST) -> Any | None:
        """The result of the job `key` of `kind` that was trained here for anybody; None if none is still kept.

        Raises:
            RecordError: what was kept of it is damaged.
        """
        record = self._database.read(lambda connection: find_answer(connection, key))
        return unpack_run(record, kind) if record is not None else None

    def line(self, name: str) -> RunLine | None:
        """The run `name` without its arrays; None if there is none, or it was deleted.

        Raises:
            RecordError: what was kept of it is damaged.
        """
        row = self._database.read(lambda connection: find_line(connection, name))
        return line_of(row) if row is not None else None

    def name_of(self, short: str) -> str | None:
        """The name that `short` stands for (see `short_name`); None if there is none, or it was deleted."""
        return self._database.read(lambda connection: find_name(connection, short))

    def find(self, query: Query) -> RunsPage:
        """The runs that answer `query`, deleted ones left out."""
        return self._database.read(lambda connection: find_runs(connection, query))

    def series_names(self, owner: str | None, kinds: Collection[str] = ()) -> tuple[str, ...]:
        """The names of all data with a run of `kinds`, of any without a choice, in alphabetical order."""
        return self._database.read(lambda connection: find_series_names(connection, owner, kinds))

    def change(self, name: str, owner: str | None, **words: Any) -> bool:
        """Set `title`, `note` or `pinned`; False if there is no such run."""
        if not words or words.keys() - {"title", "note", "pinned"}:
            raise ValueError(f"Only a title, a note and a pin can be changed, not {', '.join(words) or 'nothing'}.")
        pin = {"pinned": bool(words["pinned"])} if "pinned" in words else {}
        values = {**words_of(words.get("title"), words.get("note")), **pin}
        return self._database.write(lambda open_: change_runs(open_, [name], owner, values, deleted=False)) > 0

    def delete(self, names: Sequence[str], owner: str | None) -> int:
        """Hide runs, and forget them some days later; how many there were."""
        return self._database.write(
            lambda open_: change_runs(open_, names, owner, {"deleted_at": now(open_)}, deleted=False)
        )

    def restore(self, names: Sequence[str], owner: str | None) -> int:
        """Bring back runs that were deleted a moment ago; how many there were."""
        return self._database.write(lambda open_: change_runs(open_, names, owner, {"deleted_at": None}, deleted=True))

    def tend(self) -> None:
        """To be called every few seconds: say that this server lives, and mark what dead ones left as interrupted.

        What was deleted long ago is forgotten, in transactions of their own: no other waits for one of them while it
        holds what they need.
        """
        moment = self._database.write(self._beat_and_sweep)
        self._database.write(lambda connection: forget_runs(connection, moment))
        self._database.write(lambda connection: forget_series(connection, moment))

    def close(self) -> None:
        """Let go of the database; what this server had unfinished is interrupted."""
        if self._has_begun:
            self._database.write(lambda connection: leave(connection, self._server))
            self._has_begun = False
        self._database.close()

    def _beat_and_sweep(self, connection: Connection) -> datetime:
        moment = now(connection)
        if self._has_begun:
            beat(connection, self._server, moment)
        # Who was silent itself, asleep or without the database, cannot tell whether others had the same reason.
        silent = self._tended is not None and moment - self._tended > SILENCE
        sweep(connection, self._server, moment, elsewhere=not silent)
        self._tended = moment
        return moment


def _result_of(run: Any) -> dict[str, Any]:
    return scores_of(run) | {"stage": Stage.STOPPED if run.stopped else Stage.FINISHED}


def _saving(
    run: Any, data: Any, title: str, note: str, *, owner: str
) -> tuple[str, Callable[[Connection, datetime], None]]:
    """The name of a run that was made elsewhere, and what puts it down within a transaction."""
    name, kept, record = run_name(run.key, owner), data_row(data), pack_run(run)
    words = words_of(title or None, note or None)
    row = facts_of(run.spec, data) | words | NO_SCORES
    row |= {"name": name, "key": run.key, "owner": owner, "series_id": kept["id"], "deleted_at": None}
    values = _result_of(run)

    def put_down(connection: Connection, moment: datetime) -> None:
        keep_data(connection, kept, moment)
        begin_run(connection, row | {"begun": moment, "stage": Stage.UNFINISHED}, over_whole=not run.stopped)
        if words:
            change_runs(connection, [name], owner, words, deleted=False)
        finish_run(connection, name, values | {"ended": moment}, record)

    return name, put_down
