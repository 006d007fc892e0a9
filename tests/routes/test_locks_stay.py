"""Another process that opens the database while the server runs must not take anything away from it."""

import sqlite3
import subprocess
import sys

from school.routes.prompt_sockets import send_at_once
from school.store import Store
from tests.routes.conftest import NOW
from tests.routes.room import open_room

LOOK = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); print(c.execute('SELECT at FROM rooms').fetchall()); c.close()"


def test_what_is_done_to_sockets_leaves_the_locks_on_the_database(tmp_path):
    file = tmp_path / "school.db"
    store = Store(f"sqlite:///{file}")
    store.migrate()
    open_room(store)
    send_at_once()
    subprocess.run([sys.executable, "-c", LOOK, str(file)], check=True, capture_output=True)
    assert store.rooms.steer("zaal", by="a", now=NOW, at=1)
    seen = subprocess.run([sys.executable, "-c", LOOK, str(file)], check=True, capture_output=True, text=True)
    assert seen.stdout.strip() == "[(1,)]"
    store.close()
    with sqlite3.connect(file) as again:
        assert again.execute("SELECT at FROM rooms").fetchall() == [(1,)]
    again.close()
