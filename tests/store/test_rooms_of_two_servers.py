"""Two server processes on one PostgreSQL serve one room: they share nothing but the database."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from school.identity import new_token
from school.live import Ballot, Room, Round
from school.runtime import utc_now
from school.store import Store

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "tests" / "course"
CODE = "417417"
PATIENCE = 60

pytestmark = pytest.mark.postgres


@pytest.fixture
def database(new_database: Callable[[], str]) -> Iterator[tuple[str, Store]]:
    url = new_database()
    store = Store(url)
    store.migrate()
    yield url, store
    store.close()


@pytest.fixture
def servers(database: tuple[str, Store], tmp_path: Path) -> Iterator[list[str]]:
    """The addresses of two servers on the same database."""
    ports = [_free_port() for _ in range(2)]
    started = [_start(port, database[0], tmp_path / f"{port}.log") for port in ports]
    try:
        addresses = [f"http://127.0.0.1:{port}" for port in ports]
        for address, process in zip(addresses, started, strict=True):
            _wait_for(address, process)
        yield addresses
        for process in started:
            process.terminate()
        # Phones still listen; a server that waits for them would never be gone.
        assert [process.wait(PATIENCE) is not None for process in started] == [True, True]
    finally:
        for process in started:
            process.kill()
            process.wait()


def test_two_servers_serve_one_room(database: tuple[str, Store], servers: list[str]) -> None:
    rooms, now = database[1].rooms, utc_now()
    assert rooms.open(Room("zaal", CODE, "Ochtend", ("proef/water-en-thee", "proef/trekken-en-schenken"), now))
    streams = [Listening(f"{address}/zaal/{CODE}/stroom") for address in servers]
    try:
        for stream in streams:
            stream.waits_for("Water en thee")
        assert rooms.steer("zaal", by="laptop", now=now, at=1)
        for stream in streams:
            stream.waits_for("Trekken en schenken")
        assert rooms.open_round(Round("r1", "zaal", "oefen-groen", now))
        for stream in streams:
            stream.waits_for('data-ronde="r1"')
        phones = [(server, new_token()) for server in servers for _ in range(20)]
        with_both = new_token()  # one phone that a balancer sends now here, now there
        answers = [
            *((server, token, "waar") for server, token in phones),
            (servers[0], with_both, "waar"),
            (servers[1], with_both, "niet-waar"),
        ]
        assert [_answer(*each) for each in answers] == [200] * 42
        assert set(rooms.ballots("r1")) == {Ballot("waar", 40, 1.0), Ballot("niet-waar", 1, 0.0)}
        assert rooms.show("r1", now=now, answers=True)
        for stream in streams:
            stream.waits_for("41 antwoorden")
    finally:
        database[1].close()


class Listening:
    """Reads a stream in a thread, as a phone does."""

    def __init__(self, address: str) -> None:
        self._reply = urllib.request.urlopen(address, timeout=PATIENCE)
        self._page = ""
        self._changed = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()

    def waits_for(self, text: str) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: text in self._page, PATIENCE), f"not seen: {text}"

    def _read(self) -> None:
        try:
            for line in self._reply:
                if line.startswith(b"data: "):
                    with self._changed:
                        self._page = json.loads(line[6:])["html"]
                        self._changed.notify_all()
        except OSError:
            pass
        finally:
            self._reply.close()


def _answer(server: str, token: str, answer: str) -> int:
    body = urlencode({"ronde": "r1", "antwoord": answer}).encode()
    headers = {"cookie": f"leerling={token}", "accept": "application/json", "sec-fetch-site": "same-origin"}
    with urllib.request.urlopen(urllib.request.Request(f"{server}/zaal/{CODE}/antwoord", body, headers), timeout=PATIENCE) as reply:
        return int(reply.status)


def _start(port: int, database: str, log: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "127.0.0.1", "--server.port", str(port)]
    here = {**os.environ, "SCHOOL_DATABASE_URL": database, "SCHOOL_CONTENT": str(CONTENT), "SCHOOL_PUBLIC_URL": ""}
    with log.open("ab") as output:
        return subprocess.Popen(command, cwd=ROOT, env=here, stdout=output, stderr=subprocess.STDOUT)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            assert process.poll() is None, "the server did not start"
            assert time.monotonic() < end, "the server does not answer"
            time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port
