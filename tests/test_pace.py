"""Streamlit rests between its rounds only as long as there are people enough to gather messages for."""

import asyncio
from types import ModuleType

import pytest
from streamlit.runtime import runtime

from school.ui.pace import REST, Pace, rest

USUAL = 0.005


def server(**constants: object) -> ModuleType:
    made = ModuleType("server")
    vars(made).update(constants)
    return made


@pytest.mark.parametrize(("people", "seconds"), [(0, 0), (1, 0), (199, 0), (200, 0.001), (999, 0.004), (1000, 0.005), (5000, 0.005)])
def test_the_rest_grows_with_the_number_of_people_up_to_what_it_was(people: int, seconds: float) -> None:
    assert rest(people, USUAL) == seconds


def test_this_streamlit_is_built_as_we_know_it() -> None:
    assert isinstance(getattr(runtime, REST), float)


def test_who_has_a_page_open_counts_and_who_left_does_not() -> None:
    streamlit, asked = server(**{REST: USUAL}), []

    async def page(scope, receive, send) -> None:
        asked.append(scope["type"])
        if len(asked) < 400:
            await pace({"type": "websocket"}, receive, send)
        else:
            assert vars(streamlit)[REST] == 0.002
        if len(asked) == 400:
            asked.append("over")
            raise ConnectionError

    pace = Pace(page, streamlit)
    with pytest.raises(ConnectionError):
        asyncio.run(pace({"type": "websocket"}, None, None))
    assert asked == ["websocket"] * 400 + ["over"]
    assert vars(streamlit)[REST] == 0


def test_what_is_asked_once_is_not_counted() -> None:
    streamlit = server(**{REST: USUAL})

    async def answer(scope, receive, send) -> None:
        assert vars(streamlit)[REST] == USUAL

    asyncio.run(Pace(answer, streamlit)({"type": "http"}, None, None))


@pytest.mark.parametrize("constants", [{}, {REST: "5 ms"}, {REST: 5}])
def test_a_streamlit_that_is_built_otherwise_is_left_alone(constants: dict[str, object]) -> None:
    streamlit = server(**constants)

    async def page(scope, receive, send) -> None:
        assert vars(streamlit).get(REST) == constants.get(REST)

    asyncio.run(Pace(page, streamlit)({"type": "websocket"}, None, None))
