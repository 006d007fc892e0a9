"""The course as it really runs: a process of its own, on a free port, with a database of its own."""

import os
import random
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

from school.identity import learner_id
from school.learning import Record
from school.store import Store

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds to wait for a server to answer; a cold one on a busy machine takes a few."""


class Server:
    """One server with its database in `folder`; it keeps both, also after `kill9`."""

    def __init__(self, folder: Path, *, content: Path = ROOT) -> None:
        self.content = content
        self.folder = folder
        self.store = Store(f"sqlite:///{folder / 'school.db'}")
        self._log = folder / "server.log"
        self._port = _free_port()
        self._environment = {
            **os.environ,
            "SCHOOL_DATABASE_URL": f"sqlite:///{folder / 'school.db'}",
            "SCHOOL_CONTENT": str(content),
            "SCHOOL_PUBLIC_URL": "",
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Starts, and waits until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "127.0.0.1", "--server.port", str(self._port)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=log, stderr=subprocess.STDOUT)
        end = time.monotonic() + PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"the server did not start:\n{self._log.read_text(encoding='utf-8')[-2000:]}")
            time.sleep(0.05)

    start_again = start

    def kill9(self) -> None:
        """Ends it as a power cut does: no signal it could answer."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        if self.runs:
            self.kill9()
        self.store.close()

    def record(self, token: str) -> Record:
        """What is remembered of the person with this cookie."""
        learner = learner_id(token)
        assert learner is not None
        return self.store.record(learner)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False


def _free_port() -> int:
    """One that nobody uses, and that no outgoing connection is given while its server is away: those have higher numbers."""
    while True:
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port := random.randrange(20_000, 32_000)))
            return port
