"""A lesson taken apart: every kind of block, and what is said of a wrong form."""

import pytest

from school.lesson import (
    Block,
    ContactList,
    Cut,
    Drawing,
    Exercise,
    Explainer,
    Important,
    Medium,
    QuizLink,
    Reference,
    Remark,
    SlideAndToday,
    Sources,
    Story,
    Text,
    TrainerNote,
    find_links,
    read_lesson,
)

HEAD = "# Les\n\n## Stap {#stap}\n\n"
"""What is written under it begins on line 5."""


def _blocks(text: str) -> list[Block]:
    draft = read_lesson(HEAD + text)
    assert draft.remarks == []
    return list(draft.steps[0].blocks)


def _remarks(text: str) -> list[Remark]:
    return read_lesson(text).remarks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Een alinea.", [Text("Een alinea.")]),
        ("Een alinea\nover twee regels.", [Text("Een alinea\nover twee regels.")]),
        ("Een.\n\n- twee\n- drie\n\n### Vier", [Text("Een.\n\n- twee\n- drie\n\n### Vier")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", [Text("| a | b |\n|---|---|\n| 1 | 2 |")]),
        ("[Bron](source:bron-1)", [Sources(("bron-1",))]),
        ("[Een](source:een), [Twee](source:twee)", [Sources(("een", "twee"))]),
        ("[Een](source:een)\n[Twee](source:twee)", [Sources(("een", "twee"))]),
        ("Volgens [Een](source:een) klopt het.", [Text("Volgens [Een](source:een) klopt het.")]),
        ("[Film: x](media:film)", [Medium("film")]),
        ("[Oefening: x](exercise:oefening)", [Exercise("oefening")]),
        ("[Toets](quiz:toets)", [QuizLink("toets")]),
        ("[Uitleg](explainer:uitleg)", [Explainer("uitleg")]),
        ("[Hulplijnen](contacts:hulplijnen)", [ContactList("hulplijnen")]),
        ("![Een kop](kop.svg)", [Drawing("kop.svg", "Een kop")]),
        ("> [!TRAINER]\n> Vraag het.\n> Wacht even.", [TrainerNote("Vraag het.\nWacht even.")]),
        ("> [!STORY]\n> Er was eens.\n>\n> Einde.", [Story("Er was eens.\n\nEinde.")]),
        ("> [!IMPORTANT]\n> Onthoud dit.", [Important("Onthoud dit.")]),
        ("> Een citaat.\n> Nog een regel.", [Text("> Een citaat.\n> Nog een regel.")]),
        ("Een.\n\n---\n\nTwee.", [Text("Een."), Cut(), Text("Twee.")]),
        ("Een.\n\n<!-- niet\n\ndit -->\n\nTwee.", [Text("Een.\n\nTwee.")]),
        ("Een.\r\n\r\nTwee.", [Text("Een.\n\nTwee.")]),
        ("Een.\n> [!TRAINER]\n> Vraag.\nTwee.", [Text("Een."), TrainerNote("Vraag."), Text("Twee.")]),
    ],
)
def test_a_text_becomes_these_blocks(text: str, blocks: list[Block]) -> None:
    assert _blocks(text) == blocks


def test_today_is_what_follows_a_slide_up_to_its_sources() -> None:
    text = "> [!SLIDE]\n> Toen.\n> - zo\n\nNu.\n\n---\n\n- zus\n\n[Bron](source:bron)\n\nDaarna."
    assert _blocks(text) == [SlideAndToday("Toen.\n- zo", "Nu.\n\n- zus", ("bron",)), Text("Daarna.")]


def test_a_step_may_hold_two_slides() -> None:
    pair = "> [!SLIDE]\n> Toen.\n\nNu.\n\n[Bron](source:bron)\n\n"
    assert _blocks(pair + pair) == [SlideAndToday("Toen.", "Nu.", ("bron",))] * 2


@pytest.mark.parametrize(
    "after",
    ["", "Nu.", "[Bron](source:bron)", "[Oefening](exercise:x)\n\nNu.\n\n[Bron](source:bron)", "> Citaat."],
)
def test_a_slide_without_text_and_sources_is_told_on_its_line(after: str) -> None:
    remarks = _remarks(f"{HEAD}> [!SLIDE]\n> Toen.\n\n{after}")
    assert [(remark.line, remark.field) for remark in remarks] == [(5, "slide")]


def test_each_heading_begins_a_step() -> None:
    steps = read_lesson("# Les\n\n## Een {#een}\n\na\n\n### Tussen\n\n## Twee, drie? {#twee-drie}\nb\n").steps
    assert [(step.id, step.title, step.line) for step in steps] == [("een", "Een", 3), ("twee-drie", "Twee, drie?", 9)]
    assert [step.blocks for step in steps] == [(Text("a\n\n### Tussen"),), (Text("b"),)]


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("", [(1, "lesson")]),
        ("# Alleen een titel\n", [(1, "lesson")]),
        ("Tekst zonder stap.", [(1, "lesson")]),
        ("# Les\n\nInleiding.\n\n## Stap {#stap}\n\na", [(3, "lesson")]),
        ("## Stap\n\na", [(1, "step")]),
        ("## Stap {#}\n\na", [(1, "step")]),
        ("## Stap {#stap}\n", [(1, "step")]),
        ("## Stap {#stap}\n\n---\n", [(1, "step")]),
        (f"{HEAD}> [!WARNING]\n> Let op.", [(5, "quote")]),
        (f"{HEAD}![](kop.svg)", [(5, "drawing")]),
        (f"{HEAD}Een ![kop](kop.svg) thee.", [(5, "drawing")]),
        (f"{HEAD}a\n\n[x](http://thee.example)", [(7, "link")]),
        (f"{HEAD}a\nb [x](https://thee.example)", [(6, "link")]),
        (f"{HEAD}a\nb https://thee.example c", [(6, "link")]),
        (f"{HEAD}<http://thee.example>", [(5, "link")]),
        (f"{HEAD}> [!TRAINER]\n> Zie\n> https://thee.example", [(7, "link")]),
        (f"{HEAD}<!-- een\ntwee -->\n\n[x](../les.md)", [(8, "link")]),
    ],
)
def test_a_wrong_form_is_told_with_its_line(text: str, remarks: list[tuple[int, str]]) -> None:
    assert [(remark.line, remark.field) for remark in _remarks(text)] == remarks


def test_links_are_found_with_their_lines_and_whether_they_stand_alone() -> None:
    text = "Een [woord](term:woord)\nen een [lange\nlink](step:les/stap).\n\n> [!STORY]\n> [b](source:b)\n\n[f](media:f)"
    assert read_lesson(HEAD + text).references == [
        Reference(5, "term", "woord"),
        Reference(7, "step", "les/stap"),
        Reference(10, "source", "b"),
        Reference(12, "media", "f", alone=True),
    ]


def test_every_link_of_a_slide_and_of_today_is_found_once() -> None:
    text = "> [!SLIDE]\n> [a](term:a)\n\n[b](term:b)\n\n[c](source:c)"
    assert [reference.target for reference in read_lesson(HEAD + text).references] == ["a", "b", "c"]


def test_a_link_within_the_page_is_let_be() -> None:
    assert find_links("[omhoog](#stap)", 1) == ([], [])
