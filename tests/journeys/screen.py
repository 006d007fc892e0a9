"""A page as a person meets it: what can be read, and what can be pressed. AppTest does the work behind it."""

import json
import re
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from school.addresses import FIRST_MODULE
from school.settings import ROOT
from tests.journeys.reading import folded, links, lists, own_links, plain, read, without_folds


@cache
def _components() -> BidiComponentManager:
    """One for all sessions, as in a server; else every session looks for components in all installed packages."""
    return BidiComponentManager()


class Screen:
    """One session of one person. After anything that is done the page is drawn again, and no error may stand on it."""

    def __init__(self, page: str, query: dict[str, str], person: str | None) -> None:
        self.app = AppTest.from_file(ROOT / "pages" / "frame.py", default_timeout=30)
        self.app._bidi_component_manager = _components()
        if person is not None:
            self.app.session_state["person"] = person
        self.go(page, **query)

    def go(self, page: str, **query: str) -> None:
        """To the page at this address, as a link does it."""
        self.app.query_params.clear()
        self.app.query_params.update(query)
        self.app._page_hash = calc_hash("" if page == FIRST_MODULE else page)
        self.again()
        self.app._page_hash = ""  # a page that leads to another one is not brought back here

    def again(self) -> None:
        """Draws the page once more, with what was filled in."""
        self._drawn(self.app.run())

    def _drawn(self, app: AppTest) -> None:
        self.app = app
        assert not app.exception, [error.message for error in app.exception]

    # What can be read

    @property
    def texts(self) -> list[str]:
        """Everything that can be read, one text per element, in order."""
        return [text for node in self.app.main for text in read(node) if text]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def says(self, words: str) -> bool:
        """Whether these words stand somewhere on the page, case-sensitive."""
        return any(words in text for text in self.texts)

    @property
    def title(self) -> str:
        """The heading of the page."""
        found = [element.value for element in self.app.title] + re.findall(r"^# (.+)$", self._markdown, re.MULTILINE)
        assert len(found) == 1, f"a page has one title, here are {found}"
        return plain(found[0])

    @property
    def _markdown(self) -> str:
        return "\n".join(element.value for element in self.app.markdown)

    @property
    def address(self) -> dict[str, Any]:
        """What stands behind the question mark."""
        return dict(self.app.query_params)

    @property
    def page(self) -> str:
        return str(self.app.session_state["page-now"])

    @property
    def buttons(self) -> list[str]:
        return [plain(button.label) for button in self.app.button]

    @property
    def primary(self) -> str:
        """The label of the one button that stands out."""
        found = [plain(button.label) for button in self.app.button if button.proto.type == "primary"]
        assert len(found) == 1, f"a page has one primary button, here are {found}"
        return found[0]

    @property
    def _html(self) -> str:
        return "".join(str(one.proto.body) for one in self.app.get("html"))

    @property
    def menu(self) -> dict[str, dict[str, str]]:
        """The groups of the menu: the address of each page by its words."""
        [nav] = [one.proto.body for one in self.app.sidebar.get("html")]
        return lists(nav)

    def places(self, label: str) -> dict[str, str]:
        """The address of each place on the path of this name, by its words."""
        return lists(self._html)[label]

    @property
    def links(self) -> dict[str, str]:
        """Addresses in our own lists, by the words of the link."""
        return links(self._html)

    @property
    def own_links(self) -> dict[str, str]:
        """Addresses within the course in the text, by the words of the link."""
        return own_links(self._markdown)

    def folded(self, title: str) -> str:
        """What comes out when every fold of this title is opened; there must be one."""
        found = folded(self._markdown, title)
        assert found, f"nothing called '{title}' can be folded open"
        return found

    @property
    def unfolded(self) -> str:
        """What can be read while every fold of our own is closed."""
        return without_folds(self._markdown)

    @property
    def warnings(self) -> str:
        return "\n".join(warning.value for warning in self.app.warning)

    @property
    def charts(self) -> list[str]:
        """What each chart says to somebody who cannot see it."""
        return [chart.proto.alt for chart in self.app.get("plotly_chart")]

    # What can be done

    def press(self, label: str) -> None:
        """The one button whose label begins with these words."""
        found = [button for button in self.app.button if plain(button.label).startswith(label)]
        assert len(found) == 1, f"'{label}' is not one button: {self.buttons}"
        self._drawn(found[0].click().run())

    def fill(self, name: str, answer: object) -> None:
        """Gives an answer to the task with this id, as its widget gives it, without pressing anything."""
        match answer:
            case list() if self._has_boxes(name):
                for box in self.app.checkbox:
                    if f":{name}:" in str(box.key):
                        box.set_value(str(box.key).rsplit(":", 1)[1] in answer)
            case list():
                self.send(name, order=answer)
            case dict():
                self.send(name, placed=answer)
            case _:
                self.field(name).set_value(answer)

    def answer(self, name: str, answer: object) -> None:
        """Gives an answer to an exercise in a lesson, and has it looked at."""
        self.fill(name, answer)
        self._drawn(self.app.button(key=f"check:{name}").click().run())

    def field(self, name: str) -> Any:
        """The field in which one answer is given."""
        fields = [*self.app.radio, *self.app.number_input, *self.app.text_input]
        found = [field for field in fields if f":{name}" in str(field.key)]
        assert len(found) == 1, f"'{name}' is not one field: {[field.key for field in fields]}"
        return found[0]

    def filled(self, name: str) -> object:
        """The answer that stands in the widget of a task now."""
        if self._has_boxes(name):
            return [str(box.key).rsplit(":", 1)[1] for box in self.app.checkbox if f":{name}:" in str(box.key) and box.value]
        return self.field(name).value

    def _has_boxes(self, name: str) -> bool:
        return any(f":{name}:" in str(box.key) for box in self.app.checkbox)

    def unfold(self, key: str) -> None:
        """Opens a fold or a menu whose content is sent only then."""
        self.app.session_state[key] = True
        self.again()

    def component(self, name: str) -> Any:
        """The component whose key holds this name."""
        found = [one for one in self.app.get("bidi_component") if name in (one.key or "")]
        assert len(found) == 1, f"'{name}' is not one component: {[one.key for one in found]}"
        return found[0]

    def given_to(self, name: str) -> dict[str, Any]:
        """What a component was told to draw."""
        return dict(json.loads(self.component(name).proto.json)[0])

    def send(self, name: str, **state: object) -> None:
        """What the script of a component sends when somebody uses it; or somebody who sends what it never would."""
        self._run_with(WidgetState(id=self.component(name).proto.id, json_value=json.dumps(state)))

    def tamper(self, name: str, **value: object) -> None:
        """Sends for the field of a task what no browser would send, and presses its button when it has one."""
        field = self.field(name)
        states = self.app._tree.get_widget_states()
        kept = [state for state in states.widgets if state.id != field.id]
        for state in kept:
            if state.id.endswith(f"check:{name}"):
                state.trigger_value = True
        self._drawn(self.app._run(WidgetStates(widgets=[*kept, WidgetState(id=field.id, **value)])))

    def follow(self, name: str, value: object, event: str = "go") -> None:
        """A click in a component that goes somewhere."""
        trigger = _make_trigger_id(self.component(name).proto.id, "events")
        self._run_with(WidgetState(id=trigger, json_trigger_value=json.dumps([{"event": event, "value": value}])))

    def follow_link(self, words: str) -> None:
        """A click on the one link in our own lists that begins with these words."""
        found = [address for name, address in self.links.items() if name.startswith(words)]
        assert len(found) == 1, f"'{words}' is not one link: {list(self.links)}"
        address = urlsplit(found[0])
        self.go(address.path.strip("/") or FIRST_MODULE, **dict(parse_qsl(address.query)))

    def act(self, value: object) -> None:
        """What the keys of the big screen ask for; or somebody who sends what they never would."""
        trigger = _make_trigger_id(self.component("stage").proto.id, "events")
        self._run_with(WidgetState(id=trigger, json_trigger_value=json.dumps([{"event": "act", "value": value}])))

    def _run_with(self, state: WidgetState) -> None:
        states = self.app._tree.get_widget_states()
        states.widgets.append(state)
        self._drawn(self.app._run(states))
