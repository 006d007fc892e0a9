"""Servers to measure: the course with a database of its own, and an empty script under the same settings."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[1]
EMPTY = Path(__file__).parent / "empty" / "page.py"
BARE = Path(__file__).parent / "empty" / "bare.py"
PATIENCE = 60.0
"""Seconds to wait for a server."""


@dataclass(frozen=True)
class Command:
    """How a server is started: the script, the folder it starts in, and settings of the environment."""

    script: Path
    folder: Path
    environment: dict[str, str]


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    base: str
    process: psutil.Process

    def alive(self) -> bool:
        """Whether it still runs."""
        return bool(self.process.status() != psutil.STATUS_ZOMBIE)

    def cpu(self) -> float:
        """Seconds of processor time used so far."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def megabytes(self) -> float:
        """Memory in use."""
        return float(self.process.memory_info().rss / 2**20)


def course(database: Path, root: Path = ROOT) -> Command:
    """The course in `root`, on a database file of its own."""
    return Command(root / "app.py", root, {"SCHOOL_DATABASE_URL": f"sqlite:///{database}"})


def empty(folder: Path, script: Path = EMPTY) -> Command:
    """An empty script in `folder` (or the bare page), under the settings of the course but without its theme."""
    settings = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    (folder / ".streamlit").mkdir(parents=True, exist_ok=True)
    # Themes stand last in the file; as text, because Python reads TOML but does not write it.
    (folder / ".streamlit" / "config.toml").write_text(settings.partition("[theme]")[0], encoding="utf-8")
    return Command(script, folder, {})


@contextmanager
def serving(command: Command, *, wait: bool = True) -> Iterator[Server]:
    """Starts a server on a free port of this machine and ends it afterwards, and no other."""
    port = _free_port()
    base = f"http://127.0.0.1:{port}"
    where = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(command.script), *where],
        cwd=command.folder,
        env={**os.environ, **command.environment},
        stdout=sys.stderr,  # what goes wrong must be seen, but not between the figures
    )
    try:
        if wait:
            _wait_for(base, process)
        yield Server(base, psutil.Process(process.pid))
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def healthy(base: str) -> bool:
    """Whether the server answers."""
    try:
        with urllib.request.urlopen(f"{base}/_stcore/health", timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def _wait_for(base: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while not healthy(base):
        if process.poll() is not None or time.monotonic() > until:
            raise SystemExit(f"the server did not start: {process.args!r}")
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
