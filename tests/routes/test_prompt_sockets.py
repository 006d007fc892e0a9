"""Messages leave at once: Nagle's algorithm is off on what the server accepts."""

import socket
from collections.abc import Iterator

import pytest

from school.routes.prompt_sockets import send_at_once


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """A socket as Streamlit binds it: it does not know that it speaks TCP, and asyncio leaves it as it is."""
    with socket.socket() as found:
        assert found.proto == 0
        found.bind(("127.0.0.1", 0))
        found.listen()
        yield found


def test_what_is_accepted_afterwards_sends_at_once(listening: socket.socket) -> None:
    assert send_at_once() >= 1
    with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_other_sockets_are_left_alone(listening: socket.socket) -> None:
    with socket.create_connection(listening.getsockname()) as ours, listening.accept()[0]:
        send_at_once()
        assert not ours.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_nothing_is_left_open(listening: socket.socket) -> None:
    first = send_at_once()
    assert send_at_once() == first
