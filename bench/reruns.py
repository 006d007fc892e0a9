"""Reruns of pages and answers, each in its own tab, in turn with an empty script."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from statistics import median

from bench.learner import Spots
from bench.page import Run
from bench.streamlit_client import Tab, browser
from bench.table import Row, ratios

TIMES = (1.3, 2.0)
"""How much slower than an empty script, median and p95 (design, section 7)."""
RERUN_BYTES, ANSWER_BYTES = 6000, 2000
FLOORS = ("empty", "bare page")
"""What Streamlit costs without us: an empty script, and ten lines of text under as many addresses as we have."""
WARM_UP = 8
REST = 0.02
"""Seconds between runs, for what the server does after it has answered."""

Act = Callable[[int], Awaitable[Run]]


@dataclass
class Target:
    """Something to do again and again, and how it went."""

    what: str
    act: Act
    answer: bool = False
    runs: list[Run] = field(default_factory=list)

    @property
    def times(self) -> list[float]:
        """Milliseconds of every run."""
        return [run.ms for run in self.runs]


@dataclass(frozen=True)
class Places:
    """The servers, the cookies of as many people with a past as `people_in` says, and where to go."""

    course: str
    empty: str
    bare: str
    people: Sequence[str]
    spots: Spots


def people_in(spots: Spots) -> int:
    """How many take part: one who only looks, and one for each place where something is answered."""
    return 1 + len(spots.tables) + 2


async def measure_reruns(places: Places, rounds: int) -> list[Row]:
    """Every target once per round, in another order each time."""
    async with AsyncExitStack() as stack:
        targets = await _targets(stack, places)
        for number in range(-WARM_UP, rounds):
            for target in random.sample(targets, len(targets)):
                await _once(target, number)
        return _rows(targets)


async def _once(target: Target, number: int) -> None:
    run = await target.act(number)
    await asyncio.sleep(REST)
    if run.problem:
        raise SystemExit(f"{target.what}: {run.problem}")
    if number >= 0:
        target.runs.append(run)


async def _targets(stack: AsyncExitStack, places: Places) -> list[Target]:
    """The empty script first. Who only looks is one person, and each who answers another.

    An answer makes all other tabs of the same person read everything again, and nobody has twenty.
    """
    people = iter(places.people)
    reader = next(people)

    async def tab(address: str, base: str = places.course, cookie: str = reader) -> Tab:
        http = await stack.enter_async_context(browser())
        http.cookie_jar.update_cookies({"leerling": cookie})
        opened = await stack.enter_async_context(Tab(http, base))
        await opened.open(address)
        return opened

    async def own_tab(address: str) -> Tab:
        return await tab(address, cookie=next(people))

    spots = places.spots
    pages = {
        "home": "/",
        "lesson step": spots.lesson,
        "longest lesson step": spots.longest,
        "quiz question": spots.quiz,
        "voortgang": "/voortgang",
        "begrippen": "/begrippen",
    }
    return [
        Target("empty", _rerun(await tab("/", places.empty))),
        Target("bare page", _rerun(await tab("/", places.bare))),
        *[Target(f"rerun {what}", _rerun(await tab(address))) for what, address in pages.items()],
        *[Target(f"rerun {kind} explainer", _rerun(await tab(address))) for kind, address in spots.explainers.items()],
        *[
            Target(f"a card in a {kind}", _lay(await own_tab(spots.explainers[kind]), key), answer=True)
            for kind, key in spots.tables.items()
        ],
        Target("answer in a lesson", _answer_exercise(await own_tab(spots.lesson), spots.exercise), answer=True),
        Target("answer in a quiz", _answer_question(await own_tab(spots.quiz), spots.question), answer=True),
    ]


def _rerun(tab: Tab) -> Act:
    return lambda _: tab.rerun()


def _lay(tab: Tab, key: str) -> Act:
    """Another card away every time, so that no two runs draw the same; what the person with a past has looked at lies there."""
    whole = tab.told(key).get("lies") or tab.told(key)["placed"]

    async def act(number: int) -> Run:
        return await tab.lay(key, _without(whole, number))

    return act


def _without(placed: object, place: int) -> object:
    """All but the card at this place; of a table of columns in the last of them."""
    assert isinstance(placed, dict)
    names = list(placed)
    if isinstance(placed[names[-1]], dict):
        return {**placed, names[-1]: _without(placed[names[-1]], place)}
    return {name: placed[name] for name in names if name != names[place % len(names)]}


def _answer_exercise(tab: Tab, name: str) -> Act:
    async def act(number: int) -> Run:
        await tab.choose(f"exercise:{name}:", number)
        return await tab.click(f"check:{name}")

    return act


def _answer_question(tab: Tab, key: str) -> Act:
    async def act(number: int) -> Run:
        run = await tab.choose(key, number)
        return run or Run(problem="the answer waits for a button")

    return act


def _rows(targets: Sequence[Target]) -> list[Row]:
    empty, *others = targets
    times = [row for target in others for row in ratios(target.what, target.times, empty.times, bars=_bars(target))]
    return [*times, *[_bytes(target) for target in targets]]


def _bars(target: Target) -> tuple[float | None, float | None]:
    return (None, None) if target.what in FLOORS else TIMES


def _bytes(target: Target) -> Row:
    """The middle run in bytes: over the wire, where the kernel counts them, since that is what a phone receives.

    Behind it stands what was sent before compression; what of that is no element of the page is Streamlit's own.
    """
    runs = target.runs
    middle = sorted(runs, key=lambda run: run.payload)[len(runs) // 2]
    theme, menu = middle.parts["theme"], middle.parts["navigation"]
    note = (
        f"{middle.messages} messages of {middle.payload} B, of which {middle.streamlits} Streamlit's own: theme {theme}, navigation {menu}"
    )
    wire = median(middle.payload if run.wire is None else run.wire for run in runs)
    bar = None if target.what in FLOORS else ANSWER_BYTES if target.answer else RERUN_BYTES
    return Row(f"{target.what}, over the wire", wire, "B", bar, note)
