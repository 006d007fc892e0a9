"""A trainer before a room: two windows on it, and the people in it."""

from collections.abc import Callable
from dataclasses import dataclass

from school.live import Room, TextState, Vote, score
from school.runtime import Runtime
from school.slides import all_slides
from school.store.room_store import RoomStore
from tests.journeys.conftest import ANNA, Clock
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
WATER = "oefen-water"
HOSTILE = "<img src=x onerror=alert(1)> **vet** [link](https://elders.example)"


@dataclass
class Hall:
    """A room with the trainer's two windows, and the people in it."""

    here: Runtime
    clock: Clock
    code: str
    open_page: Open
    token: str

    @property
    def store(self) -> RoomStore:
        return self.here.store.rooms

    @property
    def room(self) -> Room:
        found = self.store.by_code(self.code)
        assert found is not None
        return found

    def window(self, *, view: str = "", person: str = ANNA) -> Screen:
        """A window of a trainer on this room."""
        screen = self.open_page("welkom", person=person)
        screen.app.session_state["key"] = self.token
        screen.go("presenteren", zaal=self.code, **({"blik": view} if view else {}))
        return screen

    def stage(self) -> Screen:
        return self.window()

    def speaker(self, *, person: str = ANNA) -> Screen:
        return self.window(view="trainer", person=person)

    def go_to(self, address: str) -> None:
        assert self.store.steer(self.room.id, by=self.room.driver or "test", now=self.clock(), at=self.room.order.index(address))

    def vote(self, *responses: object, state: TextState | None = None) -> None:
        """People answer the round that is open; None skips it."""
        now = next(each for each in self.store.rounds(self.room.id) if each.open)
        asked = now.own or self.here.library.course.tasks[now.task]
        for at, response in enumerate(responses):
            worth = None if response is None else score(asked, response)  # type: ignore[arg-type]
            vote = Vote(self.room.id, now.id, f"iemand-{at}", response, self.clock(), score=worth, state=state)  # type: ignore[arg-type]
            assert self.store.vote(vote)


def question_slide(hall: Hall, task: str = WATER) -> str:
    slides = all_slides(hall.here.library.course, [step.address for step in hall.here.library.course.steps()])
    return next(slide.address for slide in slides if slide.task == task)


def ask_own(speaker: Screen, kind: str, prompt: str, **fields: str) -> None:
    speaker.unfold("own-question")
    speaker.app.radio(key="own-kind").set_value(kind).run()
    speaker.app.text_input(key="own-prompt").set_value(prompt)
    for name, value in fields.items():
        field = speaker.app.text_area if name == "own_options" else speaker.app.text_input
        field(key=name.replace("_", "-")).set_value(value)
    speaker.press("Stel deze vraag")
