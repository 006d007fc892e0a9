"""Messages leave at once.

The server binds its socket in a way in which asyncio does not switch Nagle's algorithm off (it does so only where a socket
knows that it speaks TCP). A page comes in several small messages, and each would wait up to 40 ms for the one before to be
acknowledged. On Linux and macOS an accepted connection takes the setting over from the socket that listens.
"""

import os
import socket
import stat
from pathlib import Path

OPEN_FILES = Path("/dev/fd")


def send_at_once() -> int:
    """Switches Nagle's algorithm off on every socket of this process that listens; how many those are."""
    if not OPEN_FILES.is_dir():
        return 0
    return sum(_no_delay(int(file.name)) for file in list(OPEN_FILES.iterdir()) if file.name.isdigit())


def _no_delay(descriptor: int) -> bool:
    try:
        # Sockets only: closing a copy of a file's descriptor drops the locks this process holds on that file, and without
        # them another process that opens our SQLite database may throw away what is not yet in the main file.
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return False
        copy = os.dup(descriptor)
    except OSError:  # closed meanwhile: the list itself was one of them
        return False
    with socket.socket(fileno=copy) as found:
        listens = found.type == socket.SOCK_STREAM and found.family in (socket.AF_INET, socket.AF_INET6)
        if not (listens and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)):
            return False
        found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return True
