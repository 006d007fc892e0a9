"""A line of stages and a weighing of cases, in the real course: what opens, what is kept, what is said when, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.explainers.weighing import Weighing
from school.grading import solution
from school.learning import Record, done_steps
from school.runtime import Runtime
from school.settings import ROOT
from school.tasks import Choice, Match
from tests.journeys.logs import ours
from tests.journeys.screen import Screen

pytestmark = pytest.mark.thorough

Open = Callable[..., Screen]
Read = Callable[..., Record]

STILL_FACE, FIRST_HOURS, WEIGHING = ("hechting", "still-face"), ("take-home", "eerste-uren-en-weken"), ("trauma", "wegen")
LINE, HOURS, QUESTIONS = "timeline:still-face", "timeline:eerste-uren", "weighing:wegen"
PREDICT, SORT = "voorspel-still-face", "doen-niet-doen-nog-niet"
NO_STATE = [["stil-gezicht"], {"stil-gezicht": 1}, 7, None, "", "nergens", "eerste-uren"]
NO_PLACES = [[1, 2], "doen", {"troosten": {}}, {"onzin": "doen"}]


@pytest.fixture
def content() -> Path:
    return ROOT


def opened(open_page: Open, at: tuple[str, str], **query: str) -> Screen:
    page, step = at
    return open_page(page, stap=step, **query)


def predict(screen: Screen, what: str) -> None:
    screen.field(PREDICT).set_value(what)
    screen.press("Dit denk ik")


def sorting(here: Runtime) -> Match:
    task = here.library.course.tasks[SORT]
    assert isinstance(task, Match)
    return task


class TestTheLine:
    def test_it_opens_at_the_first_stage_and_stores_nothing(self, open_page: Open, record: Read) -> None:
        screen = opened(open_page, STILL_FACE)
        data = screen.given_to(LINE)
        assert (data["open"], data["seen"], len(data["stops"])) == ("spel", [], 3)
        assert screen.says("Fase 1 van 3 · zoals altijd")
        assert record() == Record()

    def test_every_stage_has_an_address(self, open_page: Open) -> None:
        screen = opened(open_page, STILL_FACE, plek="hereniging")
        assert screen.given_to(LINE)["open"] == "hereniging"
        assert screen.says("Komt tot rust en vindt het contact terug.")

    def test_an_address_that_does_not_exist_opens_the_first_stage(self, open_page: Open) -> None:
        assert opened(open_page, STILL_FACE, plek="vierde-fase").given_to(LINE)["open"] == "spel"

    def test_a_click_opens_a_stage_and_another_device_knows_that_it_was_seen(self, open_page: Open, record: Read) -> None:
        screen = opened(open_page, STILL_FACE)
        screen.follow(LINE, "stil-gezicht", event="picked")
        assert screen.address == {"stap": "still-face", "plek": "stil-gezicht"}
        assert list(record().steps) == ["hechting/still-face#stil-gezicht"]
        assert opened(open_page, STILL_FACE).given_to(LINE)["seen"] == ["spel", "stil-gezicht"]

    def test_the_button_leads_to_the_next_stage_and_at_the_end_back(self, open_page: Open) -> None:
        screen = opened(open_page, STILL_FACE)
        screen.press("Fase 2: Stil gezicht")
        screen.press("Fase 3: Hereniging")
        screen.press("Weer naar het begin")
        assert screen.address["plek"] == "spel"

    @pytest.mark.parametrize("nonsense", NO_STATE, ids=str)
    def test_what_is_no_stage_changes_nothing(self, open_page: Open, record: Read, nonsense: object) -> None:
        screen = opened(open_page, STILL_FACE)
        screen.follow(LINE, nonsense, event="picked")
        assert screen.given_to(LINE)["open"] == "spel"
        assert record() == Record()

    def test_the_film_is_shown_at_its_own_stage_only(self, open_page: Open) -> None:
        assert "Laad video van YouTube" not in opened(open_page, STILL_FACE).buttons
        assert "Laad video van YouTube" in opened(open_page, STILL_FACE, plek="stil-gezicht").buttons


class TestAPrediction:
    WHAT_CAME = "Toch merkt een baby een stil gezicht heel snel."

    def test_it_is_kept_and_not_judged_at_once(self, open_page: Open, record: Read) -> None:
        screen = opened(open_page, STILL_FACE)
        predict(screen, "speelt-door")
        [answer] = record().answers
        assert (answer.task, answer.response, answer.score) == (PREDICT, "speelt-door", 0)
        assert screen.says("Jij denkt: De baby speelt gewoon door")
        assert not screen.says(self.WHAT_CAME)
        assert "Dit denk ik" not in screen.buttons

    def test_what_came_of_it_is_said_at_the_next_stage_and_not_later(self, open_page: Open) -> None:
        predict(opened(open_page, STILL_FACE), "speelt-door")
        assert opened(open_page, STILL_FACE, plek="stil-gezicht").says(self.WHAT_CAME)
        assert not opened(open_page, STILL_FACE, plek="hereniging").says(self.WHAT_CAME)

    def test_who_predicted_nothing_is_told_nothing(self, open_page: Open, record: Read) -> None:
        screen = opened(open_page, STILL_FACE)
        screen.press("Dit denk ik")
        assert screen.says("Kies eerst wat jij denkt.")
        assert not opened(open_page, STILL_FACE, plek="stil-gezicht").says("Jouw voorspelling")
        assert record() == Record()

    def test_what_cannot_be_a_prediction_is_refused(self, open_page: Open, record: Read, caplog: pytest.LogCaptureFixture) -> None:
        screen = opened(open_page, STILL_FACE)
        screen.tamper(PREDICT, string_value="zomaar")
        assert record() == Record()
        assert "zomaar" not in ours(caplog)


class TestSorting:
    def test_every_thing_gets_what_there_is_to_say_about_it(self, open_page: Open, record: Read, here: Runtime) -> None:
        placed = {**sorting(here).pairs, "zwijgen": "doen", "ptss": "niet-doen"}
        screen = opened(open_page, FIRST_HOURS, plek="alles-op-een-rij")
        screen.answer(SORT, placed)
        assert [(answer.response, answer.score) for answer in record().answers] == [(placed, 6 / 8)]
        assert screen.says("6 van de 8 liggen goed.")
        said = screen.given_to(SORT)["remarks"]
        assert said["troosten"] == ["doen", True, "Warme opvang door vertrouwde mensen is het eerste wat helpt."]
        assert said["zwijgen"] == ["doen", False, "Je wilt het kind sparen. Maar zwijgen laat het alleen met zijn eigen uitleg."]
        assert opened(open_page, FIRST_HOURS, plek="alles-op-een-rij").given_to(SORT)["remarks"] == said

    def test_all_of_it_right_is_right(self, open_page: Open, record: Read, here: Runtime) -> None:
        screen = opened(open_page, FIRST_HOURS, plek="alles-op-een-rij")
        screen.answer(SORT, sorting(here).pairs)
        assert [answer.score for answer in record().answers] == [1]
        assert screen.says("Dit klopt")

    def test_half_of_it_is_no_answer_yet(self, open_page: Open, record: Read) -> None:
        screen = opened(open_page, FIRST_HOURS, plek="alles-op-een-rij")
        screen.answer(SORT, {"troosten": "doen"})
        assert screen.says("Kies of vul eerst een antwoord in.")
        assert record().answers == ()

    @pytest.mark.parametrize("nonsense", NO_PLACES, ids=str)
    def test_what_cannot_be_an_answer_is_refused(self, open_page: Open, record: Read, nonsense: object) -> None:
        screen = opened(open_page, FIRST_HOURS, plek="alles-op-een-rij")
        screen.send(SORT, placed=nonsense)
        screen.app.button(key=f"check:{SORT}").click()
        screen.again()
        assert record() == Record()
        assert screen.title == "De eerste uren en weken"


class TestWeighing:
    def weigh(self, open_page: Open, here: Runtime, case: str, *, advised: bool = True) -> None:
        """Decides every question of a case, as advised or in the first other way."""
        weighing = here.library.course.explainers["wegen"]
        assert isinstance(weighing, Weighing)
        for question, name in weighing.cases[case].decisions.items():
            task = weighing.exercises[name]
            assert isinstance(task, Choice)
            chosen = task.answer if advised else next(option for option in task.options if option != task.answer)
            opened(open_page, WEIGHING, plek=f"{case}-{question}").answer(name, chosen)

    def test_every_question_of_every_case_has_an_address(self, open_page: Open, here: Runtime) -> None:
        weighing = here.library.course.explainers["wegen"]
        assert isinstance(weighing, Weighing)
        assert len(weighing.states) == 12
        screen = opened(open_page, WEIGHING, plek="milan-hulp")
        data = screen.given_to(QUESTIONS)
        assert (data["open"], data["line"]) == ("milan-hulp", "milan-vermoeden")
        assert screen.says("Vraag 3 van 5")

    def test_the_story_is_marked_as_fiction_where_it_begins(self, open_page: Open) -> None:
        for case in ("yara", "milan"):
            assert opened(open_page, WEIGHING, plek=f"{case}-vermoeden").says("Fictief, verzonnen voor deze cursus")

    def test_as_long_as_a_question_is_not_weighed_the_outcome_is_not_given_away(self, open_page: Open, here: Runtime) -> None:
        first = "yara-weegt-vermoeden"
        opened(open_page, WEIGHING, plek="yara-vermoeden").answer(first, solution(here.library.course.tasks[first]))
        screen = opened(open_page, WEIGHING, plek="yara-besluit")
        assert screen.says("Je woog 1 van de 5 vragen.")
        assert screen.says("Dat past bij het advies.")
        assert screen.text.count("Nog niet gewogen.") == 4
        assert "Is melden nodig?" not in screen.unfolded

    def test_at_the_end_the_own_way_stands_beside_the_advised_one(self, open_page: Open, here: Runtime, record: Read) -> None:
        self.weigh(open_page, here, "milan", advised=False)
        screen = opened(open_page, WEIGHING, plek="milan-besluit")
        assert screen.text.count("Advies: ") == 5
        assert screen.says("Advies: ‘Ik twijfel: ik bel Veilig Thuis en vraag om advies.’")
        assert screen.says("Is melden nodig? Nu niet.")
        assert [answer.score for answer in record().answers] == [0] * 5

    def test_both_cases_weighed_is_the_step_done(self, open_page: Open, here: Runtime, record: Read) -> None:
        self.weigh(open_page, here, "yara")
        assert "trauma/wegen" not in done_steps(here.library.course, record())
        self.weigh(open_page, here, "milan")
        assert "trauma/wegen" in done_steps(here.library.course, record())

    def test_the_buttons_lead_through_both_cases(self, open_page: Open) -> None:
        screen = opened(open_page, WEIGHING)
        for label in ("onveiligheid", "hulp", "aanvaarden", "veiligheid"):
            screen.press(f"Volgende vraag: {label}")
        screen.press("Naar het besluit")
        screen.press("De andere situatie: Milan, 2 jaar")
        assert screen.address["plek"] == "milan-vermoeden"

    @pytest.mark.parametrize("nonsense", NO_STATE, ids=str)
    def test_what_is_no_question_changes_nothing(self, open_page: Open, record: Read, nonsense: object) -> None:
        screen = opened(open_page, WEIGHING)
        screen.follow(QUESTIONS, nonsense, event="picked")
        assert screen.given_to(QUESTIONS)["open"] == "yara-vermoeden"
        assert record() == Record()
