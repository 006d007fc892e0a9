"""A browser is never told to show again what it threw away, however requests, runs and answers pass each other on the way.

The browser here keeps and throws away as Streamlit's frontend does; the server answers as Streamlit does, with the request that came last.
"""

import random
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pytest
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from school.ui.kept_messages import QUIET, Kept

MOST, DAYS = 2, 3000
PAGES = {"a": ("menu", "a1", "a2"), "b": ("menu", "b1"), "c": ("menu", "c1", "a2"), "part": ("a2",)}
"""Pages by name, and what stands on each; `part` is a fragment of two of them."""


class MissedError(Exception):
    """Told to show again what is not there any more: Streamlit's page stops for good."""


@dataclass
class Browser:
    """What Streamlit's frontend does with the messages it gets."""

    kept: dict[str, int] = field(default_factory=dict)
    runs: int = 0
    began: bool = False

    def ask(self, page: str) -> tuple[str, bytes]:
        message = BackMsg()
        message.rerun_script.cached_message_hashes.extend(self.kept)
        self.began = False
        return page, message.SerializeToString()

    def hears(self, data: bytes) -> None:
        message = ForwardMsg.FromString(data)
        match message.WhichOneof("type"):
            case "new_session":
                self.began = True
            case "script_finished" if self.began and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                self.clears_up(tuple(message.metadata.run.fragment_ids))
            case "ref_hash":
                if message.ref_hash not in self.kept:
                    raise MissedError(message.ref_hash)
                self.kept[message.ref_hash] = self.runs
            case "delta":
                self.kept[message.hash] = self.runs

    def clears_up(self, fragments: tuple[str, ...]) -> None:
        self.runs += 1
        old = {name for name, run in self.kept.items() if self.runs - run > MOST}
        self.kept = {name: run for name, run in self.kept.items() if name not in old or (fragments and name not in PAGES["part"])}


@dataclass
class Server:
    """One page of Streamlit: a run answers the newest request; a newer one ends it early, unless it asks for a fragment."""

    waiting: tuple[str, bytes] | None = None
    now: deque[ForwardMsg] = field(default_factory=deque)
    known: tuple[str, ...] = ()
    page: str = ""

    def gets(self, request: tuple[str, bytes]) -> None:
        page = request[0]
        if self.waiting and self.waiting[0] != "part":
            page = self.waiting[0] if page == "part" else page  # a whole run is more than a part of it
        self.waiting = page, request[1]

    def works(self) -> ForwardMsg | None:
        """The next message, if there is one."""
        if self.waiting and len(self.now) > 1 and self.waiting[0] != "part":
            self.now = deque([finished(ForwardMsg.FINISHED_EARLY_FOR_RERUN, self.page)])
        if not self.now and self.waiting:
            (self.page, data), self.waiting = self.waiting, None
            self.known = tuple(BackMsg.FromString(data).rerun_script.cached_message_hashes)
            elements = [shown(name, self.page, known=name in self.known) for name in PAGES[self.page]]
            self.now = deque([new_session(), *elements, finished(ForwardMsg.FINISHED_SUCCESSFULLY, self.page)])
        return self.now.popleft() if self.now else None


def new_session() -> ForwardMsg:
    message = ForwardMsg()
    message.new_session.config.max_cached_message_age = MOST
    return message


def shown(name: str, page: str, *, known: bool) -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.cacheable = True
    if known:
        message.ref_hash = name
    else:
        message.hash = name
        message.delta.new_element.text.body = name
        message.delta.fragment_id = "part" if name in PAGES["part"] else ""
    return message


def finished(how: "ForwardMsg.ScriptFinishedStatus.ValueType", page: str) -> ForwardMsg:
    if page == "part" and how == ForwardMsg.FINISHED_SUCCESSFULLY:
        how = ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
    message = ForwardMsg(script_finished=how)
    message.metadata.run.script_run_id = "run"
    message.metadata.run.fragment_ids.extend(["part"] if page == "part" else [])
    return message


Filter = Callable[[Kept, bytes], bytes]


def happens(events: Iterable[str], *, through: Filter) -> Browser:
    """Lets things happen one after the other: somebody presses, a request arrives, the server works and sends, the browser hears."""
    browser, server, kept = Browser(), Server(), Kept()
    up: deque[tuple[str, bytes]] = deque()
    made: deque[ForwardMsg] = deque()
    down: deque[bytes] = deque()
    for event in events:
        if event in PAGES:
            up.append(browser.ask(event))
        elif event == "arrives" and up:
            page, data = up.popleft()
            server.gets((page, through(kept, data)))
        elif event == "works" and (message := server.works()):
            made.append(message)
        elif event == "sends" and made:
            kept.sent(made[0])
            down.append(made.popleft().SerializeToString())
        elif event == "hears" and down:
            browser.hears(down.popleft())
    return browser


ANSWERED = ("arrives", *("works", "sends", "hears") * 5)
TOO_SOON = (
    "a",
    *ANSWERED,
    "b",
    *ANSWERED,
    "c",
    "arrives",
    "a",
    *("works", "sends") * 5,
    "arrives",
    *("works", "sends") * 5,
    *("hears",) * 10,
)
"""From the third page back to the first, while the end of the third is still on its way."""
WHILE_IT_RUNS = ("a", *ANSWERED, "b", *ANSWERED, "c", "arrives", "works", "sends", "a", "arrives", *("works", "sends", "hears") * 10)


def only_lasting(kept: Kept, data: bytes) -> bytes:
    message = BackMsg.FromString(data)
    lasting = kept.asked(message.rerun_script.cached_message_hashes)
    del message.rerun_script.cached_message_hashes[:]
    message.rerun_script.cached_message_hashes.extend(lasting)
    return message.SerializeToString()


def trusting(_: Kept, data: bytes) -> bytes:
    return data


def test_without_us_two_presses_within_one_round_trip_end_it() -> None:
    with pytest.raises(MissedError):
        happens(TOO_SOON, through=trusting)


@pytest.mark.parametrize("events", [TOO_SOON, WHILE_IT_RUNS])
def test_two_presses_within_one_round_trip_are_answered(events: tuple[str, ...]) -> None:
    assert {"a1", "a2", "menu"} <= happens(events, through=only_lasting).kept.keys()


def a_day(chance: random.Random) -> list[str]:
    """Somebody goes from page to page, now and then without waiting for the one before."""
    events: list[str] = []
    for _ in range(chance.randrange(4, 12)):
        events.append(chance.choice(tuple(PAGES)))
        if chance.random() < 0.5:
            events += [*ANSWERED, *ANSWERED[1:]]
        else:
            events += chance.choices(("arrives", "works", "sends", "hears"), (2, 5, 4, 4), k=chance.randrange(16))
    return events


def misses(through: Filter) -> int:
    """On how many of thousands of days something is missed."""
    chance, missed = random.Random(13), 0
    for _ in range(DAYS):
        try:
            happens(a_day(chance), through=through)
        except MissedError:
            missed += 1
    return missed


def test_whatever_passes_each_other_on_the_way_nothing_is_missed() -> None:
    assert misses(trusting) > 20, "these days are too quiet"
    assert misses(only_lasting) == 0


def test_who_waits_for_the_answer_names_everything_that_is_there() -> None:
    """Nothing is sent twice: also after many answers in a fragment, what stands around it is named."""
    named: list[list[str]] = []

    def watched(kept: Kept, data: bytes) -> bytes:
        passed = only_lasting(kept, data)
        assert passed == data
        named.append(sorted(BackMsg.FromString(passed).rerun_script.cached_message_hashes))
        return passed

    happens([event for page in ("a", "part", "part", "part", "part", "a", "b", "a") for event in (page, *ANSWERED)], through=watched)
    assert named == [[], *[["a1", "a2", "menu"]] * 6, ["a1", "a2", "b1", "menu"]]


def test_requests_that_were_answered_together_are_forgotten_when_it_is_quiet() -> None:
    now = [0.0]
    kept = Kept(lambda: now[0])
    for page in ("a", "b"):
        kept.asked([])
        kept.sent(new_session())
        for name in PAGES[page]:
            kept.sent(shown(name, page, known=False))
        if page == "a":
            kept.asked([])  # twice, and one run for both
        kept.sent(finished(ForwardMsg.FINISHED_SUCCESSFULLY, page))
    assert kept.asked(["menu", "a1", "b1"]) == ["menu", "b1"]
    now[0] += QUIET + 1
    kept.sent(finished(ForwardMsg.FINISHED_EARLY_FOR_RERUN, "b"))
    now[0] += QUIET + 1
    assert kept.asked(["menu", "a1", "b1"]) == ["menu", "a1", "b1"]


def test_it_is_as_old_as_the_server_says() -> None:
    assert config.get_option("global.maxCachedMessageAge") == MOST
    kept = Kept()
    message = new_session()
    message.new_session.config.max_cached_message_age = 0
    kept.sent(message)
    kept.sent(shown("x", "a", known=False))
    kept.sent(finished(ForwardMsg.FINISHED_SUCCESSFULLY, "a"))
    assert kept.asked(["x"]) == []
