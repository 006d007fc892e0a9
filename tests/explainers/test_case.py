"""A case on paper, and the cases of the course."""

import re
from pathlib import Path

import pytest

from school.explainers.case import ACTS, FICTION, Case
from school.explainers.case_path import advised_path, walked
from school.loading.yaml_text import parse
from tests.explainers.a_case import a_case

FILES = sorted(Path(__file__).parent.parent.parent.glob("modules/*/explainers/casus-*.yaml"))


def case_in(file: Path) -> Case:
    return Case.model_validate(parse(file.read_text(encoding="utf-8")).data)


def test_on_paper_every_choice_says_where_to_go_on():
    words = a_case().in_words()
    assert FICTION in words
    assert "**1. Bij de deur**" in words
    assert "- **Je vraagt wat hij drinkt.** Hij wil muntthee. *Onthoud: je vroeg wat hij drinkt.* **Ga naar 2.**" in words
    assert "*(alleen als je hebt onthouden: je vroeg wat hij drinkt)* Je pakt de munt." in words
    assert (
        "*(alleen als je dit niet hebt onthouden: je vroeg wat hij drinkt)* **Je gaat alsnog vragen.** Je loopt terug. **Ga naar 1.**"
        in words
    )
    assert words.count("*Einde.*") == 2
    assert "- Bij 1, vragen: **Je vraagt wat hij drinkt.** Dan weet je het." in words


def test_on_paper_every_number_that_one_is_sent_to_is_there():
    for file in FILES:
        words = case_in(file).in_words()
        numbers = set(re.findall(r"\*\*(\d+)\. ", words))
        assert set(re.findall(r"Ga naar (\d+)\.", words)) <= numbers, file.name


def test_the_course_has_at_least_six_cases_that_together_ask_for_everything_one_can_do():
    cases = [case_in(file) for file in FILES]
    assert len(cases) >= 6
    assert {advice.act for case in cases for advice in case.advised.values()} == set(ACTS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_case_of_the_course_remembers_and_can_end_otherwise_than_advised(file: Path):
    case = case_in(file)
    assert case.flags
    assert len(case.ends) >= 2
    assert advised_path(case).ended
    endings = set()
    todo = [walked(case, [])]
    while todo:
        path = todo.pop()
        if path.ended:
            endings.add(path.at)
        elif len(path.steps) < len(case.nodes) + 1:
            todo += [path.after((path.at, choice)) for choice in case.offered(path.at, path.flags)]
    assert endings == set(case.ends)
