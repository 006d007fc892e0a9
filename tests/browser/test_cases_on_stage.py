"""Every case before a room, along the advised way: each moment is on the screen from its beginning, on each screen."""

from collections.abc import Callable

import pytest

from school.content import Course
from school.explainers.case import Case
from school.explainers.case_path import advised_path
from tests.browser.test_explainers_on_stage import Stage, stage, trainer  # noqa: F401 - fixtures

pytestmark = pytest.mark.browser

CASES = ("casus-de-prik", "casus-het-pleeggezin", "casus-de-poppenhoek", "casus-altijd-druk", "casus-alles-gaat-goed")
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.mark.parametrize("name", CASES)
def test_a_case_fits_the_screen_all_along_the_advised_way(stage: Callable[[str], Stage], course: Course, name: str) -> None:  # noqa: F811
    case = course.explainers[name]
    assert isinstance(case, Case)
    before = stage(name)
    wrong = before.wrong("begin")
    for node, choice in advised_path(case).steps:
        words = case.nodes[node].choices[choice].text
        before.person.doing(before.page.locator(".case").get_by_role("button", name=words).click)
        wrong += [*hidden_above(before), *before.wrong(f"{node}, chosen")]
        before.press(".primary")
        wrong += [*hidden_above(before), *before.wrong(f"after {node}")]
    assert "\n".join(wrong) == ""


def hidden_above(stage: Stage) -> list[str]:  # noqa: F811
    """What has scrolled out of sight; a room cannot scroll it back."""
    away = stage.page.evaluate(SCROLLED)
    return [f"{away} px scrolled away"] if away else []
