"""The same questions asked about more than one case: every decision is an exercise, and the end lays them side by side."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from school.explainers.explainer import Explainer
from school.tasks import Entry, Id, Words

END = "besluit"
"""The last state of every case: what was decided, beside what is advised."""


class WeighingQuestion(Entry):
    """A question that is asked in every case: its short name, the question itself, and what it is about."""

    title: Words
    question: Words
    text: Words


class WeighedCase(Entry):
    """A fictional case: for each question the exercise that asks for a decision. `outcome` says where all answers lead."""

    title: Words
    story: Words
    decisions: dict[Id, Id]
    outcome: Words


class Weighing(Explainer):
    """An explainer: cases, each walked through the same questions, ending with the path taken beside the advised one."""

    kind: Literal["weighing"]
    questions: dict[Id, WeighingQuestion] = Field(min_length=2)
    cases: dict[Id, WeighedCase] = Field(min_length=1)

    @property
    def states(self) -> tuple[str, ...]:
        return tuple(state(case, question) for case in self.cases for question in (*self.questions, END))

    def opened(self, state_id: str) -> tuple[str, str]:
        """The case and the question of a state; the question is `END` at the end."""
        return next((case, question) for case in self.cases for question in (*self.questions, END) if state(case, question) == state_id)

    def asked_at(self, task: str) -> str:
        asked = ((state(name, question), each) for name, case in self.cases.items() for question, each in case.decisions.items())
        return next(place for place, each in asked if each == task)

    @model_validator(mode="after")
    def _every_case_answers_every_question(self) -> "Weighing":
        if END in self.questions:
            raise ValueError(f"questions: '{END}' is het adres van het einde, noem deze vraag anders")
        for name, case in self.cases.items():
            for question in self.questions:
                if question not in case.decisions:
                    raise ValueError(f"cases.{name}.decisions: de vraag '{question}' ontbreekt")
            for question in case.decisions:
                if question not in self.questions:
                    raise ValueError(f"cases.{name}.decisions: de vraag '{question}' staat niet bij 'questions'")
        return self

    @model_validator(mode="after")
    def _every_decision_is_a_choice(self) -> "Weighing":
        asked = [task for case in self.cases.values() for task in case.decisions.values()]
        for name, case in self.cases.items():
            for question, task in case.decisions.items():
                if task not in self.exercises or self.exercises[task].kind != "choice":
                    raise ValueError(f"cases.{name}.decisions.{question}: '{task}' staat niet bij 'exercises' met 'kind: choice'")
                if asked.count(task) > 1:
                    raise ValueError(f"cases.{name}.decisions.{question}: de oefening '{task}' staat op twee plekken")
        for task in self.exercises:
            if task not in asked:
                raise ValueError(f"exercises.{task}: zet deze oefening ook bij een van de 'cases'")
        return self

    @property
    def exercises_first(self) -> bool:
        """The words end with the decision."""
        return True

    def in_words(self) -> str:
        questions = [f"{number}. **{each.question}** {each.text}" for number, each in enumerate(self.questions.values(), 1)]
        return "\n\n".join([*questions, *(line for case in self.cases.values() for line in _told(case))])


def _told(case: WeighedCase) -> Iterator[str]:
    yield f"**{case.title}** (fictief, verzonnen voor deze cursus). {case.story}"
    yield f"*Het besluit.* {case.outcome}"


def state(case: str, question: str) -> str:
    """The address of a question in a case: 'yara-vermoeden'."""
    return f"{case}-{question}"
