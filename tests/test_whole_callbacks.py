"""Nothing comes between a press and what it does."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.safe_session_state import SafeSessionState

from school.ui.whole_callbacks import DOES, keep_callbacks_whole


class SomebodyElseError(Exception):
    """A newer request: Streamlit stops the run for it."""


class Session:
    """A session in which a newer request waits from the start, and a press that touches the session before it counts."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pressed: list[str] = []
        monkeypatch.setattr(SessionState, DOES, lambda _, *given, **named: self._does(*given, **named))
        self.safe = SafeSessionState(SessionState(), self._newer)

    def _newer(self) -> None:
        raise SomebodyElseError

    def _does(self, fresh: WidgetStates, **more: object) -> None:
        assert "antwoord" not in self.safe
        self.pressed.append("kijk na")

    def begins(self) -> None:
        self.safe.on_script_will_rerun(WidgetStates(), is_history_navigation=False)


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SafeSessionState, DOES, getattr(SafeSessionState, DOES))  # is put back afterwards


def test_without_us_a_newer_request_takes_the_place_of_a_press(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(monkeypatch)
    with pytest.raises(SomebodyElseError):
        session.begins()
    assert session.pressed == []


def test_a_press_is_done_whole_and_then_the_newer_request_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep_callbacks_whole()
    session = Session(monkeypatch)
    session.begins()
    assert session.pressed == ["kijk na"]
    with pytest.raises(SomebodyElseError):
        session.safe["x"] = 1


def test_it_is_heard_as_well_after_a_press_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep_callbacks_whole()
    session = Session(monkeypatch)
    session.pressed = None  # type: ignore[assignment]
    with pytest.raises(AttributeError):
        session.begins()
    with pytest.raises(SomebodyElseError):
        session.safe["x"] = 1


@pytest.mark.parametrize("members", [{}, {DOES: lambda self: None}, {DOES: lambda self: None, "__init__": lambda self, state: None}])
def test_a_streamlit_that_is_built_otherwise_is_left_alone(members: dict[str, object]) -> None:
    other = type("Session", (), members)
    assert not keep_callbacks_whole(other)
    assert getattr(other, DOES, None) is members.get(DOES)
