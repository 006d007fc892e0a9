"""Our mark is the message that Streamlit itself would send, and its address is one that we answer."""

from streamlit.commands import logo as streamlit_logo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from school.routes.own_files import OwnFiles
from school.routes.site import OWN_FOLDERS
from school.ui import logo


class Heard:
    """A run of a page of which only the messages matter."""

    def __init__(self) -> None:
        self.messages: list[ForwardMsg] = []

    def enqueue(self, message: ForwardMsg) -> None:
        self.messages.append(message)


def test_it_is_the_message_of_streamlit(monkeypatch):
    ours, theirs = Heard(), Heard()
    monkeypatch.setattr(logo, "get_script_run_ctx", lambda: ours)
    monkeypatch.setattr(streamlit_logo, "get_script_run_ctx", lambda: theirs)

    logo.show_logo()
    address = ours.messages[0].logo.image
    streamlit_logo.logo(f"https://cursus.example.org{address}", size="large")
    theirs.messages[0].logo.image = address

    assert [*map(str, ours.messages)] == [*map(str, theirs.messages)]


def test_its_address_is_the_one_in_the_page(monkeypatch):
    heard = Heard()
    monkeypatch.setattr(logo, "get_script_run_ctx", lambda: heard)

    logo.show_logo()

    assert heard.messages[0].logo.image == OwnFiles(OWN_FOLDERS).address(logo.MARK.name)


def test_outside_a_page_nothing_is_sent(monkeypatch):
    monkeypatch.setattr(logo, "get_script_run_ctx", lambda: None)

    logo.show_logo()
