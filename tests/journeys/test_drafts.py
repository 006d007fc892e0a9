"""What is laid and not looked at: kept as it is laid, no answer, of the newest tab, and gone when everything is erased."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from school.content import Course
from school.identity import learner_id
from school.learning import Record, done_steps
from school.runtime import Runtime, use_runtime
from school.settings import ROOT
from school.tasks import Match, Order
from tests.journeys.conftest import ANNA, BRAM, Clock
from tests.journeys.logs import ours
from tests.journeys.screen import Screen
from tests.journeys.test_store_away import AWAY, Flaky

Open = Callable[..., Screen]
Read = Callable[..., Record]


@dataclass(frozen=True)
class Table:
    """Where something is laid: page, step and state, the widget, its exercises, and where the widget is told what lies there."""

    page: str
    step: str
    spot: str
    widget: str
    tasks: tuple[str, ...]
    told: str = "placed"

    def open(self, open_page: Open, **who: str) -> Screen:
        return open_page(self.page, stap=self.step, **({"plek": self.spot} if self.spot else {}), **who)

    def some(self, course: Course, count: int) -> dict[str, Any]:
        """By exercise: so many pairs of the right answer, or so many turns of the right order."""
        return {name: _some(course.tasks[name], count) for name in self.tasks}

    def lay(self, screen: Screen, laid: dict[str, Any]) -> None:
        """What the script sends when this lies there."""
        field = "order" if isinstance(next(iter(laid.values())), list) else "placed"
        screen.send(self.widget, **{field: laid if self.widget.startswith("styles") else next(iter(laid.values()))})

    def shown(self, screen: Screen) -> dict[str, Any]:
        told = screen.given_to(self.widget)[self.told]
        return told if self.widget.startswith("styles") else {self.tasks[0]: told}


def _some(task: object, count: int) -> Any:
    if isinstance(task, Order):
        items = list(task.items)
        return items[count:] + items[:count]
    assert isinstance(task, Match)
    return dict(list(task.pairs.items())[:count])


TABLES = {
    "circle": Table("hechting", "cirkel-rondlopen", "draai-het-om", "momenten-op-de-cirkel", ("momenten-op-de-cirkel",), "lies"),
    "styles": Table("hechting", "stijlen-oefening", "", "styles:stijlen-kaartjes", ("ouder-en-kind", "ouder-en-stijl"), "lies"),
    "styles from a list": Table(
        "hechting", "stijlen-oefening", "lijst", "styles:stijlen-kaartjes", ("ouder-en-kind", "ouder-en-stijl"), "lies"
    ),
    "still face": Table("hechting", "still-face", "hereniging", "wat-doet-de-baby", ("wat-doet-de-baby",), "order"),
    "balance": Table("hechting", "beschermende-factoren", "noor", "noor-wegen", ("noor-wegen",)),
    "thoughts": Table("trauma", "gedachten", "herkennen", "gedachten-herkennen", ("gedachten-herkennen",)),
    "meldcode": Table("trauma", "meldcode", "", "oefen-meldcode-stappen", ("oefen-meldcode-stappen",), "order"),
    "first hours": Table("take-home", "eerste-uren-en-weken", "alles-op-een-rij", "doen-niet-doen-nog-niet", ("doen-niet-doen-nog-niet",)),
    "match in a lesson": Table("trauma", "gebeurtenis-trauma-ptss", "", "oefen-drie-woorden", ("oefen-drie-woorden",)),
}
each_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())


@pytest.fixture
def content() -> Path:
    return ROOT


@pytest.fixture
def course(here: Runtime) -> Course:
    return here.library.course


def kept(record: Record) -> dict[str, Any]:
    return {name: draft.laid for name, draft in record.drafts.items()}


@each_table
def test_what_is_laid_is_there_again_in_a_new_session_and_is_no_answer(open_page: Open, record: Read, course: Course, table: Table) -> None:
    half = table.some(course, 2)
    table.lay(table.open(open_page), half)
    assert kept(record()) == half
    assert table.shown(table.open(open_page)) == half
    assert table.shown(table.open(open_page, person=BRAM)) != half
    assert record().answers == ()
    assert f"{table.page}/{table.step}" not in done_steps(course, record())


@each_table
def test_what_is_laid_again_costs_one_row_and_the_same_thing_costs_nothing(
    open_page: Open, record: Read, course: Course, clock: Clock, table: Table
) -> None:
    screen, more = table.open(open_page), table.some(course, 3)
    table.lay(screen, table.some(course, 2))
    clock.wait(seconds=1)
    table.lay(screen, more)
    before = record()
    table.lay(screen, more)
    assert record() == before
    assert kept(before) == more
    assert table.shown(table.open(open_page)) == more


@each_table
def test_the_widget_stays_the_same_while_it_is_used(open_page: Open, record: Read, course: Course, clock: Clock, table: Table) -> None:
    screen = table.open(open_page)
    first = screen.component(table.widget).proto.SerializeToString()
    one, *others = table.tasks
    for count in (1, 2, 0):
        clock.wait(seconds=1)
        table.lay(screen, {one: table.some(course, count)[one]} | {other: {} for other in others})
        same = screen.component(table.widget).proto.SerializeToString() == first
        assert same, "a new one would lose the focus; and to say again what it shows would only be sent"
    assert set(record().drafts) == {one}


@each_table
@pytest.mark.parametrize("bad", ["unknown", "somewhere else", "no table", "far too much"])
def test_what_no_hand_could_lay_is_refused_and_logged_without_it(
    open_page: Open, record: Read, course: Course, caplog: pytest.LogCaptureFixture, table: Table, bad: str
) -> None:
    screen, laid = table.open(open_page), table.some(course, 2)
    last = table.tasks[-1]
    listed = isinstance(laid[last], list)
    laid[last] = {
        "unknown": ["buurman", *laid[last][1:]] if listed else {**laid[last], "buurman": "schuld"},
        "somewhere else": laid[last] * 2 if listed else {**laid[last], next(iter(laid[last])): "nergens"},
        "no table": 5,
        "far too much": {str(number): "x" * 1000 for number in range(500)},
    }[bad]
    field = "order" if listed else "placed"
    screen.send(table.widget, **{field: laid if table.widget.startswith("styles") else laid[last]})
    assert record() == Record()
    assert "refused" in ours(caplog)
    assert not any(private in ours(caplog) for private in ("buurman", "nergens", "xxx", ANNA))


@each_table
def test_an_older_tab_shows_what_lies_there_now_before_it_may_lay_anything(
    open_page: Open, record: Read, course: Course, clock: Clock, table: Table
) -> None:
    older, newer = table.open(open_page), table.open(open_page)
    table.lay(older, table.some(course, 2))
    newer.again()
    clock.wait(seconds=1)
    now = table.some(course, 3)
    table.lay(newer, now)
    clock.wait(seconds=1)
    first = older.component(table.widget).proto.id
    table.lay(older, table.some(course, 1))
    assert kept(record()) == now
    assert table.shown(older) == now
    assert older.component(table.widget).proto.id != first, "only a new widget takes over what lies there"
    table.lay(older, table.some(course, 1))
    assert kept(record()) == table.some(course, 1)


@each_table
def test_wis_alles_clears_what_lies_in_a_tab_that_is_still_open(
    open_page: Open, record: Read, course: Course, here: Runtime, table: Table
) -> None:
    screen = table.open(open_page)
    empty = table.shown(screen)
    table.lay(screen, table.some(course, 2))
    learner = learner_id(ANNA)
    assert learner is not None
    copy = here.store.export(learner)["drafts"]
    assert {row["task"] for row in copy} == set(table.tasks)
    assert here.store.erase(learner)["drafts"] == len(table.tasks)
    table.lay(screen, table.some(course, 3))
    assert record() == Record()
    assert table.shown(screen) == empty


@each_table
def test_what_could_not_be_stored_lies_there_and_is_stored_later(open_page: Open, record: Read, here: Runtime, table: Table) -> None:
    flaky, course = Flaky(here.store), here.library.course
    use_runtime(replace(here, store=flaky))  # type: ignore[arg-type]
    screen, half = table.open(open_page), table.some(course, 2)
    flaky.away = AWAY[0]
    before = screen.component(table.widget).proto.id
    table.lay(screen, half)
    assert screen.component(table.widget).proto.id == before, "a new one would not show it"
    flaky.away = None
    assert record() == Record()
    screen.again()
    assert kept(record()) == half


@pytest.mark.parametrize("name", ["circle", "styles", "balance", "first hours"])
def test_a_card_that_is_moved_after_it_was_looked_at_is_kept_beside_what_was_said(
    open_page: Open, record: Read, course: Course, clock: Clock, name: str
) -> None:
    table = TABLES[name]
    screen, whole = table.open(open_page), table.some(course, 99)
    table.lay(screen, whole)
    next(button for button in screen.app.button if (button.key or "").startswith("check:")).click()
    screen.again()
    assert [answer.response for answer in record().answers] == list(whole.values())
    clock.wait(seconds=1)
    last = table.tasks[-1]
    moved = {**whole, last: {**whole[last], next(iter(whole[last])): list(whole[last].values())[-1]}}
    table.lay(screen, moved)
    again = table.open(open_page)
    assert table.shown(again) == moved
    assert len(record().answers) == len(table.tasks)
    assert record().draft(last) is not None
