"""A line of stages and a weighing of cases: their states, what they ask, what they refuse, and what the real ones hold."""

import copy
from typing import Any

import pytest
from pydantic import ValidationError

from school.explainers.kinds import AnyExplainer, ExplainerFile
from school.explainers.timeline import Timeline
from school.explainers.weighing import END, Weighing
from school.loading import load_course
from school.routes.print_parts import parts
from school.settings import ROOT
from school.tasks import Choice, Match
from tests.test_content import REVIEWED

OPTIONS = {"ja": {"text": "Ja", "feedback": "Zo is het."}, "nee": {"text": "Nee", "feedback": "Toch niet."}}
ASKED = {"goal": "thee", "prompt": "Wat dan?", "why": "Daarom.", "sources": ["theekunde"], "reviewed": "2026-11-22"}
CHOICE = {"kind": "choice", "options": OPTIONS, "answer": "ja", **ASKED}
SORTING = {
    "kind": "match",
    "left": {"water": "Water", "melk": "Melk"},
    "right": {"in": "In de pot", "uit": "Ernaast"},
    "pairs": {"water": "in", "melk": "uit"},
    "feedback": "Goed.",
    "otherwise": "Kijk nog eens.",
    **ASKED,
}
LINE: dict[str, Any] = {
    "kind": "timeline",
    "title": "Een pot thee",
    "stages": {
        "koken": {"title": "Koken", "when": "eerst", "text": "Het water kookt.", "predict": "wat-komt"},
        "trekken": {"title": "Trekken", "when": "vier minuten", "text": "Wacht even.", "film": "theefilm"},
        "schenken": {
            "title": "Schenken",
            "when": "dan",
            "text": "Klaar.",
            "parts": {"jij": {"title": "Jij", "text": "Je schenkt."}},
            "exercises": ["sorteer"],
        },
    },
    "remarks": {"sorteer": {"water": "Daar begint het mee.", "melk": "Die komt later."}},
    "exercises": {"wat-komt": CHOICE, "sorteer": SORTING},
    "sources": ["theekunde"],
}
QUESTION = {"title": "Dorst", "question": "Is er dorst?", "text": "Vraag het."}
WEIGHED: dict[str, Any] = {
    "kind": "weighing",
    "title": "Thee of niet",
    "questions": {"dorst": QUESTION, "tijd": {"title": "Tijd", "question": "Is er tijd?", "text": "Kijk op de klok."}},
    "cases": {
        name: {
            "title": name.capitalize(),
            "story": f"{name} zit aan tafel.",
            "decisions": {"dorst": f"{name}-dorst", "tijd": f"{name}-tijd"},
            "outcome": "Thee.",
        }
        for name in ("saar", "opa")
    },
    "exercises": {f"{name}-{what}": CHOICE for name in ("saar", "opa") for what in ("dorst", "tijd")},
    "sources": ["theekunde"],
}


def made(written: dict[str, Any], *changes: tuple[str, object]) -> AnyExplainer:
    """The explainer as it is written, with other values at dotted places; without a value the place is left out."""
    changed = copy.deepcopy(written)
    for place, value in changes:
        *way, last = place.split(".")
        inner = changed
        for name in way:
            inner = inner[name]
        if value is None:
            del inner[last]
        else:
            inner[last] = value
    return ExplainerFile.model_validate(changed).root


def refusal(written: dict[str, Any], *changes: tuple[str, object]) -> str:
    with pytest.raises(ValidationError) as refused:
        made(written, *changes)
    return str(refused.value)


class TestALineOfStages:
    def test_its_states_are_its_stages(self) -> None:
        assert made(LINE).states == ("koken", "trekken", "schenken")

    def test_it_knows_its_films_and_where_each_exercise_is_asked(self) -> None:
        line = made(LINE)
        assert line.films == ("theefilm",)
        assert [line.asked_at(task) for task in line.exercises] == ["koken", "schenken"]

    def test_what_came_of_a_prediction_is_said_one_stage_later_and_no_later(self) -> None:
        line = made(LINE)
        assert isinstance(line, Timeline)
        assert [line.predicted_before(stage) for stage in line.states] == [None, "wat-komt", None]

    def test_in_words_it_says_everything_that_is_seen(self) -> None:
        words = made(LINE).in_words()
        for said in ("1. **Koken** (eerst). Het water kookt.", "2. **Trekken** (vier minuten). Wacht even.", "*Jij.* Je schenkt."):
            assert said in words

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            (("stages.schenken.exercises", ["sorteer", "roeren"]), "stages.schenken: de oefening 'roeren' staat niet bij 'exercises'"),
            (("stages.schenken.exercises", ["sorteer", "sorteer"]), "de oefening 'sorteer' staat op twee plekken"),
            (("stages.koken.predict", None), "exercises.wat-komt: zet deze oefening ook bij een van de 'stages'"),
            (("exercises.wat-komt", SORTING), "stages.koken.predict: een voorspelling is een oefening met 'kind: choice'"),
            (("remarks.wat-komt", {}), "remarks.wat-komt: hier hoort een oefening met 'kind: match'"),
            (("remarks.sorteer.melk", None), "remarks.sorteer: zeg iets bij alles wat links staat, en bij niets anders (let op 'melk')"),
            (("remarks.sorteer.suiker", "Zoet."), "en bij niets anders (let op 'suiker')"),
        ],
        ids=lambda change: str(change)[:40],
    )
    def test_what_does_not_fit_together_is_refused(self, change: tuple[str, object], sentence: str) -> None:
        assert sentence in refusal(LINE, change)

    def test_at_the_last_stage_nothing_is_left_to_predict(self) -> None:
        changes = (("stages.koken.predict", None), ("stages.schenken.predict", "wat-komt"))
        assert "stages.schenken.predict: hierna komt niets meer om te voorspellen" in refusal(LINE, *changes)


class TestAWeighing:
    def test_every_case_has_a_state_for_each_question_and_one_for_the_decision(self) -> None:
        assert made(WEIGHED).states == ("saar-dorst", "saar-tijd", "saar-besluit", "opa-dorst", "opa-tijd", "opa-besluit")

    def test_a_state_opens_its_case_and_its_question(self) -> None:
        weighing = made(WEIGHED)
        assert isinstance(weighing, Weighing)
        assert [weighing.opened(state) for state in ("saar-dorst", "opa-tijd", "opa-besluit")] == [
            ("saar", "dorst"),
            ("opa", "tijd"),
            ("opa", END),
        ]
        assert weighing.asked_at("opa-dorst") == "opa-dorst"

    def test_in_words_it_says_its_questions_and_where_each_case_leads(self) -> None:
        words = made(WEIGHED).in_words()
        for said in ("2. **Is er tijd?** Kijk op de klok.", "**Opa** (fictief, verzonnen voor deze cursus). opa zit aan tafel.", "Thee."):
            assert said in words

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            (("questions.besluit", QUESTION), "questions: 'besluit' is het adres van het einde"),
            (("cases.opa.decisions.tijd", None), "cases.opa.decisions: de vraag 'tijd' ontbreekt"),
            (("cases.opa.decisions.trek", "opa-tijd"), "cases.opa.decisions: de vraag 'trek' staat niet bij 'questions'"),
            (("exercises.opa-tijd", SORTING), "cases.opa.decisions.tijd: 'opa-tijd' staat niet bij 'exercises' met 'kind: choice'"),
            (("cases.opa.decisions.tijd", "opa-dorst"), "de oefening 'opa-dorst' staat op twee plekken"),
            (("exercises.los", CHOICE), "exercises.los: zet deze oefening ook bij een van de 'cases'"),
        ],
        ids=lambda change: str(change)[:40],
    )
    def test_what_does_not_fit_together_is_refused(self, change: tuple[str, object], sentence: str) -> None:
        assert sentence in refusal(WEIGHED, change)


class TestTheRealOnes:
    COURSE = load_course(ROOT, today=REVIEWED)
    EXPLAINERS = COURSE.explainers

    def test_on_paper_a_line_is_told_with_its_film_in_words_and_its_exercises(self) -> None:
        module, step = self.COURSE.module("hechting"), self.COURSE.find_step("hechting/still-face")
        assert module is not None
        assert step is not None
        printed = list(parts(self.COURSE, module, step))
        film = next(place for place, part in enumerate(printed) if part.kind == "film")
        assert "Stil gezicht" in printed[film - 1].html
        assert [part.kind for part in printed[film + 1 : film + 4]] == ["exercise"] * 3

    def test_the_still_face_has_three_phases_and_asks_predict_film_order_and_repair(self) -> None:
        line = self.EXPLAINERS["still-face"]
        assert isinstance(line, Timeline)
        assert line.states == ("spel", "stil-gezicht", "hereniging")
        assert (line.stages["spel"].predict, line.films) == ("voorspel-still-face", ("still-face-film",))
        assert line.stages["hereniging"].exercises == ["wat-doet-de-baby", "het-weer-goedmaken"]

    def test_whatever_is_sorted_wrongly_gets_an_explanation_of_its_own(self) -> None:
        line = self.EXPLAINERS["eerste-uren"]
        assert isinstance(line, Timeline)
        task = line.exercises["doen-niet-doen-nog-niet"]
        assert isinstance(task, Match)
        wrong = {(thing, box) for thing in task.left for box in task.right if task.pairs[thing] != box}
        assert {pair for mistake in task.mistakes.values() for pair in mistake.pairs.items()} == wrong

    def test_two_cases_are_weighed_by_the_five_questions_in_their_order(self) -> None:
        weighing = self.EXPLAINERS["wegen"]
        assert isinstance(weighing, Weighing)
        assert list(weighing.questions) == ["vermoeden", "onveiligheid", "hulp", "aanvaarden", "veiligheid"]
        assert len(weighing.cases) == 2

    def test_every_decision_says_what_follows_from_it(self) -> None:
        weighing = self.EXPLAINERS["wegen"]
        options = [option for task in weighing.exercises.values() if isinstance(task, Choice) for option in task.options.values()]
        assert len(options) == 30
        assert [option.text for option in options if not option.feedback.startswith("Gevolg: ")] == []

    def test_the_advised_way_is_never_always_at_the_same_place(self) -> None:
        tasks = self.EXPLAINERS["wegen"].exercises.values()
        places = [list(task.options).index(task.answer) for task in tasks if isinstance(task, Choice)]
        assert set(places) == {0, 1, 2}
