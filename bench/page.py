"""What a browser keeps of a Streamlit page: elements by place, values of widgets, messages by hash. No network here."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

if TYPE_CHECKING:
    from streamlit.proto.WidgetStates_pb2 import WidgetState

ALARMING = (1, 2)  # st.error and st.warning: on our pages they say that something is wrong
OWN_PARTS = ("new_session", "theme", "navigation", "session_status_changed", "script_finished")
"""What Streamlit sends of itself at every rerun."""


class MissingWidgetError(LookupError):
    """The page has no such widget."""


@dataclass
class Run:
    """One rerun as a browser sees it: milliseconds from asking to finished, bytes of messages by what they are."""

    ms: float = 0.0
    parts: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    wire: int | None = None
    problem: str = ""

    @property
    def payload(self) -> int:
        """Bytes of all messages, without the frames around them."""
        return sum(self.parts.values())

    @property
    def streamlits(self) -> int:
        """The bytes of `payload` that are no element of the page."""
        return sum(self.parts[part] for part in OWN_PARTS)


@dataclass(frozen=True)
class _Placed:
    kind: str
    proto: Any
    fragment: str
    run: int


class Page:
    """What is on the page now, from the messages that came."""

    def __init__(self) -> None:
        self.query = self.hash = self.session = ""
        self.values: dict[str, WidgetState] = {}
        self._elements: dict[tuple[int, ...], _Placed] = {}
        self._kept: dict[str, tuple[ForwardMsg, int]] = {}
        self._run, self._oldest, self._fragments = 0, 2, frozenset[str]()

    @property
    def hashes(self) -> list[str]:
        """The messages that need not be sent again."""
        return list(self._kept)

    def has(self, kind: str, key: str) -> bool:
        """Whether there is such a widget."""
        return any(_is(placed, kind, key) for placed in self._elements.values())

    def find(self, kind: str, key: str) -> tuple[Any, str]:
        """The widget whose key begins with `key`, and the fragment it belongs to; `MissingWidgetError` without one."""
        for placed in self._elements.values():
            if _is(placed, kind, key):
                return placed.proto, placed.fragment
        raise MissingWidgetError(f"no {kind} with key {key}")

    def take(self, data: bytes, run: Run) -> bool:
        """Applies one message and counts it in `run`; whether it ended the run."""
        message = ForwardMsg.FromString(data)
        kind = str(message.WhichOneof("type"))
        run.messages += 1
        part = kind
        match kind:
            case "delta" | "ref_hash":
                part = self._take_element(message, kind, run)
            case "new_session":
                theme = message.new_session.custom_theme.ByteSize()
                run.parts["theme"] += theme
                run.parts["new_session"] -= theme
                self._begin(message)
            case "navigation":
                self.hash = message.navigation.page_script_hash or self.hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "page_not_found" | "session_event":
                run.problem = run.problem or kind
        run.parts[part] += len(data)
        # A run that stops early, for another page or for st.rerun, is followed by the next one of the same click.
        ended = kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        if ended:
            self._tidy()
        return ended

    def _begin(self, message: ForwardMsg) -> None:
        new = message.new_session
        self._run += 1
        self._oldest = new.config.max_cached_message_age
        self._fragments = frozenset(message.metadata.run.fragment_ids)
        self.hash, self.session = new.page_script_hash, new.initialize.session_id

    def _take_element(self, message: ForwardMsg, kind: str, run: Run) -> str:
        place = tuple(message.metadata.delta_path)
        if kind == "ref_hash":
            message = self._kept[message.ref_hash][0]
        if kind == "ref_hash" or message.metadata.cacheable:
            self._kept[message.hash] = (message, self._run)
        delta = message.delta
        name = delta.new_element.WhichOneof("type") if delta.WhichOneof("type") == "new_element" else None
        proto: Any = getattr(delta.new_element, name) if name else None
        self._elements[place] = _Placed(name or "block", proto, delta.fragment_id, self._run)
        if name == "exception" or (name == "alert" and proto.format in ALARMING):
            run.problem = run.problem or str(proto)[:200]
        return "same as before" if kind == "ref_hash" else name or "block"

    def _tidy(self) -> None:
        """What this run did not draw again is gone; after a fragment only what was in it, also within fragments of its own."""
        drawn = [place for place, placed in self._elements.items() if placed.run == self._run]
        root = min(drawn, key=len, default=()) if self._fragments else ()
        self._elements = {
            place: placed
            for place, placed in self._elements.items()
            if placed.run == self._run or (self._fragments and place[: len(root)] != root)
        }
        # A browser forgets what was chosen in a widget that is no longer there.
        there = {getattr(placed.proto, "id", "") for placed in self._elements.values()}
        self.values = {name: value for name, value in self.values.items() if name in there}
        self._kept = {name: kept for name, kept in self._kept.items() if self._stays(*kept)}

    def _stays(self, message: ForwardMsg, used: int) -> bool:
        """A browser throws away what was not used for a while: at the end of a whole run anything, after a fragment what is its own."""
        return self._run - used < self._oldest or bool(self._fragments and message.delta.fragment_id not in self._fragments)


def _is(placed: _Placed, kind: str, key: str) -> bool:
    return placed.kind == kind and f"-{key}" in getattr(placed.proto, "id", "")
