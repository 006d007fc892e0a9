"""What somebody writes for themselves stays on their own device."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from school.identity import learner_id
from tests.browser.conftest import NewPerson
from tests.browser.person import Person

pytestmark = pytest.mark.browser

SECRET = "Zilverreiger bij de vijver"
STEP = "/hechting?stap=prognose"


def test_own_notes_never_leave_the_device(person: Person):
    person.watch()
    person.go(STEP)
    person.page.get_by_role("textbox").press_sequentially(SECRET)
    expect(person.page.get_by_text("Bewaard op dit apparaat.")).to_be_visible()
    person.doing(person.page.get_by_role("button", name="Ik heb hierover nagedacht").click)
    person.turn_to("/voortgang")
    person.turn_to(STEP)

    assert SECRET in person.page.evaluate("JSON.stringify({...localStorage})")
    assert len(person.asked.sent) > 10
    assert [sent for sent in person.asked.sent if SECRET[:8].encode() in sent] == []
    assert SECRET not in repr(person.server.store.export(learner(person)))
    assert SECRET.encode() not in b"".join(file.read_bytes() for file in person.server.folder.iterdir())


def learner(person: Person) -> str:
    found = learner_id(person.token)
    assert found is not None
    return found


def test_own_notes_are_there_after_a_reload_and_can_be_kept_as_a_file(person: Person, tmp_path: Path):
    person.go(STEP)
    person.page.get_by_role("textbox").fill(SECRET)
    person.page.reload()
    person.settled()
    expect(person.page.get_by_role("textbox")).to_have_value(SECRET)

    with person.page.expect_download() as kept:
        person.page.get_by_role("button", name="Bewaar als tekst").click()
    kept.value.save_as(tmp_path / "tekst.txt")

    assert kept.value.suggested_filename == "vier-woorden.txt"
    text = (tmp_path / "tekst.txt").read_text(encoding="utf-8")
    assert SECRET in text
    assert text.startswith("Tijd, herhaling, voorspelbaarheid")


def test_another_device_does_not_see_them(person: Person, new_person: NewPerson):
    person.go(STEP)
    person.page.get_by_role("textbox").fill(SECRET)
    other = new_person()
    other.go(STEP)
    other.is_known_as(person.token)
    other.go(STEP)

    expect(other.page.get_by_role("textbox")).to_have_value("")
