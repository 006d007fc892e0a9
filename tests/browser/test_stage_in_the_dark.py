"""What is chosen can be read from the last row in the dark as well: a trainer's laptop may be in either theme."""

from collections.abc import Callable

import pytest

from tests.browser.looking import show
from tests.browser.test_explainers_on_stage import SCREENS, Stage, stage, trainer  # noqa: F401 - fixtures

pytestmark = pytest.mark.browser

CHOSEN = {
    "cirkel-van-veiligheid": '.spot[data-id="op-weg"]',
    "stijlen-kaartjes": '.card[data-card="klampt"]',
    "still-face": '[data-state="stil-gezicht"]',
    "stapelen": '[data-state="drie-risicos"]',
    "gedachten": '[data-state="door-mij"]',
    "wegen": '.line[data-state="milan-vermoeden"]',
    "casus-de-prik": ".choice",
}
"""In each kind of explainer something to choose."""


@pytest.mark.parametrize("name", CHOSEN)
def test_what_is_chosen_can_be_read_in_the_dark(stage: Callable[[str], Stage], name: str) -> None:  # noqa: F811
    before = stage(name)
    before.page.locator(CHOSEN[name]).first.click()
    before.person.settled()
    show(before.page, "dark", SCREENS[-1])
    assert "\n".join(before.wrong("chosen, in the dark")) == ""
