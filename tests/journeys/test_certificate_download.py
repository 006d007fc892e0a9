"""After a passed eindtoets there is a form to download a certificate with."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from school.learning import Attempt
from school.runtime import Runtime
from school.ui.certificate import FORM
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
RESULT, PROGRESS = ("toets", {"quiz": "eindtoets"}), ("voortgang", {})


@pytest.fixture
def passed(here: Runtime, learner: str) -> Callable[..., None]:
    """Lets Anna hand in a test."""

    def hand_in(name: str = "poging", *, score: float = 0.75, quiz: str = "eindtoets") -> None:
        here.store.start_attempt(learner, Attempt(name, quiz, 1, ("meting-zetten-a",), 0.5, here.now() - timedelta(minutes=5)))
        assert here.store.finish_attempt(learner, name, here.now(), score)

    return hand_in


def has_form(screen: Screen) -> bool:
    found = [markdown for markdown in screen.app.markdown if "/certificaat" in markdown.value]
    assert all(FORM in each.value and each.proto.allow_html for each in found)
    return bool(found)


@pytest.mark.parametrize("where", [RESULT, PROGRESS], ids=["result", "progress"])
def test_after_a_passed_eindtoets_there_is_a_form(open_page: Open, passed: Callable[..., None], where: tuple[str, dict[str, str]]) -> None:
    passed()
    passed("slechter", score=0.55)
    page, query = where
    screen = open_page(page, **query)
    assert has_form(screen)
    assert screen.says("met 75%")
    assert screen.says("deelname, geen registerpunten")


@pytest.mark.parametrize("where", [RESULT, PROGRESS, ("toets", {"quiz": "startmeting"})], ids=["result", "progress", "startmeting"])
def test_without_one_there_is_none(open_page: Open, passed: Callable[..., None], where: tuple[str, dict[str, str]]) -> None:
    passed("gezakt", score=0.49)
    passed("meting", quiz="startmeting", score=1.0)
    page, query = where
    assert not has_form(open_page(page, **query))


def test_the_form_says_that_the_name_is_not_kept_and_posts_it() -> None:
    assert "We bewaren je naam niet" in FORM
    assert '<form method="post" action="/certificaat"' in FORM


def test_looking_issues_nothing(open_page: Open, here: Runtime, passed: Callable[..., None]) -> None:
    passed()
    open_page("voortgang")
    assert here.store.counts()["certificates"] == 0


def test_without_a_store_it_waits(open_page: Open, here: Runtime, passed: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    passed()
    screen = open_page("voortgang")

    def away(*_: object) -> None:
        raise OperationalError("", {}, Exception())

    monkeypatch.setattr(type(here.store), "revision", away)
    screen.again()
    assert screen.says("Je uitslag is nog niet bewaard")
    assert not has_form(screen)


def test_the_menu_of_a_module_leads_to_its_card(open_page: Open) -> None:
    screen = open_page("proef")
    assert "/kaart/proef" in screen.links.values()
    screen.go("welkom")
    assert not any(address.startswith("/kaart/") for address in screen.links.values())
