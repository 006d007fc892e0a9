"""Hands on a keyboard: Tab, Shift+Tab, Enter, Space, arrows and letters; nothing is clicked or focused by script."""

from collections.abc import Callable
from typing import Any, assert_never

from school.content import Course
from school.grading import solution
from school.learning import shuffled
from school.tasks import Choice, Match, Multiple, Number, Order, Reflect, ShortWords, TrueFalse
from tests.browser.person import Person

Focus = dict[str, Any]
MOST_TABS = 160
FOCUS = """() => {
  let at = document.activeElement, host = null
  while (at?.shadowRoot?.activeElement) { host = at; at = at.shadowRoot.activeElement }
  const box = at.getBoundingClientRect(), root = host ?? at
  const label = at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText ?? ""
  return {
    tag: at.tagName.toLowerCase(), type: at.type ?? "", name: label.trim(), checked: Boolean(at.checked),
    left: at.dataset.left ?? "", right: at.dataset.right ?? "", go: at.dataset.go ?? "",
    row: at.closest("li")?.dataset.id ?? "", keys: root.closest("[class*=st-key-oefening-]")?.className ?? "",
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
  }
}"""


class Hands:
    """One person's keyboard."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.press = person.page.keyboard.press
        self.type = person.page.keyboard.type

    def focus(self) -> Focus:
        """What has the focus now, also inside a widget of our own."""
        found: Focus = self.person.page.evaluate(FOCUS)
        return found

    def reach(self, wanted: Callable[[Focus], bool], what: str) -> Focus:
        """Tabs on until it has the focus; what has the focus is always on the screen."""
        for _ in range(MOST_TABS):
            now = self.focus()
            if wanted(now):
                assert now["inView"], f"{what} has the focus but is not on the screen"
                return now
            self.press("Tab")
        raise AssertionError(f"{what} cannot be reached by Tab")

    def push(self, name: str, key: str = "Enter") -> None:
        """Reaches the button whose words begin with `name`, presses it, and waits for what follows."""
        self.reach(lambda now: now["tag"] == "button" and name in now["name"], f"the button '{name}'")
        self.person.doing(lambda: self.press(key))

    def answer(self, course: Course, name: str) -> None:
        """Gives the right answer to an exercise, and has it looked at."""
        task = course.tasks[name]
        match task:
            case Choice() | TrueFalse():
                options = list(task.options) if isinstance(task, Choice) else ["waar", "niet-waar"]
                self.choose(name, options.index(str(solution(task))))
            case Multiple():
                for place, option in enumerate(task.options):
                    self._tick(name, place, wanted=option in task.answers)
            case Number():
                self._into(name, "input", f"{task.answer:g}")
            case ShortWords():
                self._into(name, "input", str(solution(task)))
            case Order():
                self._put_in_order(name, list(task.items), shuffled(task.items, name))
            case Match():
                for left, right in task.pairs.items():
                    self._pair(name, left, right)
            case Reflect():
                self._into(name, "textarea", "Elke dag op dezelfde manier gedag zeggen.")
            case _:
                assert_never(task)
        self.push("Ik heb hierover nagedacht" if isinstance(task, Reflect) else "Kijk na")

    def _inside(self, exercise: str, now: Focus, tag: str) -> bool:
        return now["tag"] == tag and f"st-key-oefening-{exercise}" in now["keys"].split()

    def choose(self, name: str, place: int) -> None:
        """Chooses one of the options of an exercise."""
        self.reach(lambda now: self._inside(name, now, "input") and now["type"] == "radio", "the first option")
        if place == 0:
            self.press("Space")
        for _ in range(place):
            self.press("ArrowDown")
        assert self.focus()["checked"]

    def _tick(self, name: str, place: int, *, wanted: bool) -> None:
        if place:
            self.press("Tab")
        now = self.reach(lambda now: self._inside(name, now, "input") and now["type"] == "checkbox", "an option")
        if now["checked"] != wanted:
            self.press("Space")
        assert self.focus()["checked"] == wanted

    def _into(self, name: str, tag: str, text: str) -> None:
        self.reach(lambda now: self._inside(name, now, tag), "the field")
        self.type(text)

    def _put_in_order(self, name: str, wanted: list[str], now: list[str]) -> None:
        for place, item in enumerate(wanted):
            times = now.index(item) - place
            if times:
                self.reach(lambda at, item=item: at["row"] == item and at["go"] == "up", f"'up' of {item}")
            for _ in range(times):
                self.press("Enter")
            now.insert(place, now.pop(now.index(item)))

    def _pair(self, name: str, left: str, right: str) -> None:
        at = self.focus()
        if not at["right"]:
            self.reach(lambda at: bool(at["left"] or at["right"]), f"the field of {left}")
        self.reach(lambda at: at["right"] == right, f"the tile {right}")
        self.press("Space")
