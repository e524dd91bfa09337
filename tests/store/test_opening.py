"""Where a database lies, and the sentences that say why it cannot be used."""

import sqlite3
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import make_url

from rnn_core.errors import StoreError
from rnn_core.settings import Settings
from rnn_core.store import Query, RunStore, Stage, addresses, default_url
from rnn_core.store.opening import _patience
from tests.store.postgres import is_root
from tests.store.stored import SPEC, a_result, begin, finished, seeds


def test_runs_are_kept_in_the_users_data_folder_unless_the_settings_say_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(addresses, "settings", lambda: Settings(database_url=""))
    assert default_url().startswith("sqlite:///")
    assert default_url().endswith("runs.db")
    monkeypatch.setattr(addresses, "settings", lambda: Settings(database_url="postgresql://db/runs"))
    assert default_url() == "postgresql://db/runs"


def test_the_folder_of_a_database_is_made(tmp_path: Path) -> None:
    file = tmp_path / "a folder" / "of mine" / "runs.db"
    store = RunStore(f"sqlite:///{file}")
    assert file.exists()
    assert store.place == str(file)
    store.close()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_one_for_all_threads(url: str) -> None:
    store = RunStore(url)
    threads = [Thread(target=finished, args=(store, spec)) for spec in seeds(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.find(Query(None, stages=(Stage.FINISHED,))).count == 8
    store.tend()
    store.close()


@pytest.mark.parametrize("kind", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_server_that_is_not_there_is_named_without_its_password(kind: str) -> None:
    with pytest.raises(StoreError, match="does not answer") as refused:
        RunStore(f"{kind}://ann:s3cret@127.0.0.1:1/runs?password=s3cret")
    assert refused.value.code == "database_unreachable"
    assert "postgresql://ann:***@127.0.0.1:1/runs" in str(refused.value)
    assert "s3cret" not in repr(refused.value) + str(refused.value.sentence)


@pytest.mark.parametrize("url", ["", "runs.db", "postgresql://ann:s3cret@db:s3cret/runs", "://s3cret"])
def test_what_is_no_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(StoreError, match="must look like") as refused:
        RunStore(url)
    assert "s3cret" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_kinds_of_database_that_we_do_not_know_are_refused() -> None:
    with pytest.raises(StoreError, match="in SQLite or in PostgreSQL; the address given is one of mysql"):
        RunStore("mysql://root:s3cret@db/runs")


def test_a_driver_that_is_not_installed_is_named() -> None:
    with pytest.raises(StoreError, match="The driver pg8000 is not installed"):
        RunStore("postgresql+pg8000://db/runs")


def test_a_server_that_falls_silent_is_given_up(url: str) -> None:
    if url.startswith("sqlite"):
        pytest.skip("a file does not fall silent")
    store = RunStore(url + "&options=-c%20statement_timeout%3D50&keepalives_idle=7")
    with pytest.raises(StoreError, match="locked"):
        store._database.write(lambda connection: connection.exec_driver_sql("SELECT pg_sleep(30)") and None)
    assert store.find(Query(None)).count == 0
    store.close()


def test_how_long_a_silent_server_is_waited_for_may_be_said_in_the_address() -> None:
    limits = _patience(make_url("postgresql://db/runs"))
    assert (limits["tcp_user_timeout"], limits["options"]) == (10_000, "-c statement_timeout=30000")
    said = _patience(make_url("postgresql://db/runs?options=-c%20statement_timeout%3D50&keepalives_idle=7"))
    assert "keepalives_idle" not in said
    assert said["options"] == "-c statement_timeout=30000 -c statement_timeout=50"


def test_a_database_that_the_server_does_not_have_is_refused(url: str) -> None:
    if url.startswith("sqlite"):
        pytest.skip("a file is made")
    with pytest.raises(StoreError, match=r"does not answer: .*does not exist"):
        RunStore(url.replace("@/postgres?", "@/nowhere?"))


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match="cannot be made") as refused:
        RunStore(f"sqlite:///{tmp_path / 'file' / 'deeper' / 'runs.db'}")
    assert refused.value.code == "no_folder"


@pytest.mark.skipif(is_root(), reason="the administrator may write everywhere")
def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="may not open or write"):
        RunStore(f"sqlite:///{tmp_path / 'runs.db'}")


def test_a_place_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="may not open or write") as refused:
        RunStore(f"sqlite:///{tmp_path}")
    assert refused.value.code == "database_forbidden"


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "runs.db"
    file.write_text("Dear diary, " * 500)
    with pytest.raises(StoreError, match="is not a database of runs") as refused:
        RunStore(f"sqlite:///{file}")
    assert refused.value.code == "no_database"
    assert file.read_text() == "Dear diary, " * 500


def test_a_database_that_another_program_keeps_locked_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'runs.db'}?timeout=0.05"
    store = RunStore(url)
    other = sqlite3.connect(tmp_path / "runs.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match=r"keeps the database .* locked") as refused:
        begin(store)
    assert refused.value.code == "database_busy"
    assert store.find(Query(None)).count == 0  # lists can be read meanwhile
    other.execute("ROLLBACK")
    other.close()
    begin(store)
    store.close()


def test_a_full_disk_is_told_and_what_was_kept_stays(tmp_path: Path) -> None:
    store = RunStore(f"sqlite:///{tmp_path / 'runs.db'}")
    whole, name = finished(store), begin(store, SPEC.change(seed=2))
    # What SQLite says of a file that may not grow is what it says of a full disk.
    store._database.write(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 1") and None)
    with pytest.raises(StoreError, match="is full") as refused:
        store.finish(name, a_result(model_file=bytes(100_000)))
    assert refused.value.code == "disk_full"
    assert store.load(whole) is not None
    unfinished = store.line(name)
    assert unfinished is not None
    assert unfinished.stage == Stage.UNFINISHED
    store.close()
