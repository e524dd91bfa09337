"""Starting RNN Lab for a test, and looking at it from outside."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
WATCHED = Path(__file__).with_name("watched_server.py")
# A worker has TensorFlow loaded; Python's own helper processes are far smaller.
WORKER_BYTES = 400_000_000
SECONDS_TO_START = 60


@dataclass(frozen=True)
class Server:
    """A running server: address, process, where it writes the names of its modules when asked, and port."""

    address: str
    process: subprocess.Popen[str]
    modules_file: Path
    port: int

    def kill(self) -> None:
        """End it at once, as a power cut would, with all its processes."""
        engines = self.engine_programs()
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        psutil.wait_procs(engines, timeout=SECONDS_TO_START)

    def engine_programs(self) -> list[psutil.Process]:
        """The programs that hold the workers: one, but for moments."""
        family = psutil.Process(self.process.pid).children()
        return [one for one in family if "rnn_core.engine" in one.cmdline()]

    def workers(self) -> list[psutil.Process]:
        """The processes that train."""
        family = psutil.Process(self.process.pid).children(recursive=True)
        return [one for one in family if is_worker(one)]

    def modules(self) -> set[str]:
        """What the server has imported, as top-level names."""
        self.modules_file.unlink(missing_ok=True)
        self.process.send_signal(signal.SIGUSR1)
        deadline = time.monotonic() + SECONDS_TO_START
        while not self.modules_file.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        return {name.partition(".")[0] for name in self.modules_file.read_text().splitlines()}


def is_worker(process: psutil.Process) -> bool:
    try:
        return "spawn_main" in " ".join(process.cmdline()) and process.memory_info().rss > WORKER_BYTES
    except psutil.NoSuchProcess:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serve(folder: Path, port: int | None = None, *, program: Path = WATCHED) -> Iterator[Server]:
    """RNN Lab on `port` or a free one, its database, caches and logs in `folder`; it ends with all its processes.

    Started again on the same folder and port it is the same server in its next life. `program` is Streamlit's command,
    watched in one way or another.
    """
    port = port or free_port()
    command = [sys.executable, str(program), "run", "app.py", f"--server.port={port}", "--server.headless=true"]
    modules = folder / "modules.txt"
    environment = {
        **os.environ,
        "RNN_LAB_CACHE_FOLDER": str(folder),
        "RNN_LAB_DATABASE_URL": f"sqlite:///{folder / 'runs.db'}",
        "RNN_LAB_MODULES_FILE": str(modules),
    }
    with (folder / "server.log").open("a") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=log, text=True, start_new_session=True
        )
        try:
            wait_for_health(port, process)
            yield Server(f"http://localhost:{port}", process, modules, port)
        finally:
            end(process)


def wait_for_health(port: int, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=5):
            return
    raise RuntimeError("The server did not become ready.")


def end(process: subprocess.Popen[str]) -> None:
    family = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.kill()  # a server that is asked to end waits for its visitors
    process.wait()
    psutil.wait_procs(family, timeout=20)
