"""Progress that goes along to another device, is kept as a file, or is erased."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from ralph.models.xapi.base.statements import BaseXapiStatement

from school.content import Course
from school.grading import solution
from tests.browser.answering import give
from tests.browser.conftest import NewPerson
from tests.browser.person import PHONE, Person

pytestmark = pytest.mark.browser

LAPTOP_EXERCISE, PHONE_EXERCISE = "lina-luistert-goed", "hard-huilen"
STEPS = {LAPTOP_EXERCISE: "wat-is-hechting", PHONE_EXERCISE: "still-face-betekenis"}


def practise(person: Person, course: Course, exercise: str) -> None:
    person.go(f"/hechting?stap={STEPS[exercise]}")
    box = person.page.locator(f".st-key-oefening-{exercise}")
    give(box, course.tasks[exercise], solution(course.tasks[exercise]))
    person.doing(box.get_by_role("button", name="Kijk na").click)
    expect(box).to_contain_text("Opgeslagen")


def unfold(person: Person, name: str) -> None:
    person.go("/voortgang")
    person.page.locator("summary", has_text=name).click()
    person.settled()


def make_link(person: Person) -> str:
    unfold(person, "Ga verder op een ander apparaat")
    person.doing(person.page.get_by_role("button", name="Maak een link").click)
    expect(person.page.get_by_role("img", name="QR-code")).to_be_visible()
    return person.page.locator("code").inner_text().strip()


def test_progress_goes_along_to_another_device_and_both_keep_everything(new_person: NewPerson, course: Course):
    laptop, phone = new_person(), new_person(viewport=PHONE)
    practise(laptop, course, LAPTOP_EXERCISE)
    practise(phone, course, PHONE_EXERCISE)
    link = make_link(laptop)
    assert link.startswith(f"{laptop.server.address}/verder/")

    phone.page.goto(link)
    expect(phone.page.locator("main")).to_contain_text("Op dit apparaat heb je ook al iets gedaan. We voegen de twee samen.")
    assert {answer.task for answer in phone.record.answers} == {PHONE_EXERCISE}  # looking changes nothing
    phone.page.get_by_role("button", name="Neem mijn voortgang mee").click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Je voortgang staat nu ook hier")

    for device in (laptop, phone):
        assert {answer.task for answer in device.record.answers} == {LAPTOP_EXERCISE, PHONE_EXERCISE}
        for exercise, step in STEPS.items():
            device.go(f"/hechting?stap={step}")
            expect(device.page.locator(f".st-key-oefening-{exercise}")).to_contain_text("Dit klopt")
    practise_more = new_person()
    practise_more.page.goto(link)
    expect(practise_more.page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer")


def test_erasing_gives_a_receipt_and_leaves_nothing(new_person: NewPerson, course: Course):
    person = new_person()
    practise(person, course, LAPTOP_EXERCISE)
    token = person.token
    unfold(person, "Wis alles")
    person.page.locator("form button", has_text="Wis alles").click()

    expect(person.page.get_by_role("heading", level=1)).to_have_text("Alles is gewist")
    expect(person.page.locator("main")).to_contain_text("1 antwoord")
    assert [cookie for cookie in person.context.cookies() if cookie["name"] == "leerling"] == []
    assert person.server.record(token).revision == 0
    assert person.server.record(token).answers == ()

    person.page.get_by_role("link", name="Naar de cursus").click()
    person.settled()
    assert person.token != token
    expect(person.page.get_by_role("button", name="Begin met de cursus")).to_be_visible()


def test_what_is_kept_can_be_downloaded(person: Person, course: Course, tmp_path: Path):
    practise(person, course, LAPTOP_EXERCISE)
    unfold(person, "Bewaar mijn gegevens")
    with person.page.expect_download() as kept:
        person.page.get_by_role("button", name="Download").click()
    kept.value.save_as(tmp_path / "gegevens.json")

    assert kept.value.suggested_filename == "mijn-gegevens.json"
    data = json.loads((tmp_path / "gegevens.json").read_text(encoding="utf-8"))
    assert [answer["task"] for answer in data["answers"]] == [LAPTOP_EXERCISE]
    assert data["answers"][0]["response"] == "niet-waar"

    with person.page.expect_download() as told:
        person.page.get_by_role("button", name="Bewaar als xAPI-bestand").click()
    told.value.save_as(tmp_path / "leren.jsonl")
    [statement] = (tmp_path / "leren.jsonl").read_text(encoding="utf-8").splitlines()
    assert BaseXapiStatement.model_validate_json(statement).result.success is True
