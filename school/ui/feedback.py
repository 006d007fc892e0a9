"""What is said after an answer, drawn from the stored answer and never from the click."""

from school.certainty import WORDS
from school.content import Course
from school.dutch import clock, near_day
from school.grading import grade, in_words, solution, still_fits
from school.learning import Answer
from school.reviewing import day_of
from school.tasks import Multiple, Reflect, Task
from school.ui import saving
from school.ui.links import ready, source_line
from school.ui.visit import Visit
from school.ui.words import frame

FITS = ":green-badge[:material/check_circle: Dit klopt]"
PARTLY = ":yellow-badge[:material/replay: Voor een deel]"
LOOK_AGAIN = ":yellow-badge[:material/replay: Kijk nog eens]"


def saved_line(here: Visit, answer: Answer) -> str:
    """'Opgeslagen 14:02', or that it is not saved yet."""
    waiting = any(isinstance(fact, saving.Answered) and fact.answer.id == answer.id for fact in saving.unsaved())
    if waiting and here.learner is None:
        return ":material/cloud_off: Niet opgeslagen: je browser bewaart geen cookies."
    if waiting:
        return ":material/cloud_off: Niet opgeslagen. We proberen het opnieuw; je antwoord blijft staan."
    return f":material/cloud_done: Opgeslagen {clock(answer.at, here.zone)}"


def comes_back(here: Visit, task: str) -> str:
    """'Deze vraag komt morgen terug bij Herhalen.', or nothing for a question that does not come back."""
    card, today = here.record.cards.get(task), day_of(here.now)
    if card is None:
        return ""
    on = near_day(max(card.due, today), today)
    return f"Deze vraag komt {on if (card.due - today).days < 2 else f'op {on}'} terug bij *Herhalen*."


def verdict(score: float) -> str:
    """The badge above an answer."""
    return FITS if score >= 1 else PARTLY if score > 0 else LOOK_AGAIN


def remarks_text(course: Course, task: Task, answer: Answer) -> str:
    """What there is to say about the parts of an answer, as Markdown."""
    remarks = grade(task, answer.response).remarks
    if not isinstance(task, Multiple):
        return "\n\n".join(ready(course, remark.text) for remark in remarks)
    right = {task.options[name].text for name in task.answers}
    lines = []
    for remark in remarks:
        belongs = "hoort erbij" if remark.part in right else "hoort er niet bij"
        icon = ":green[:material/check_circle:]" if remark.fits else ":orange[:material/replay:]"
        lines.append(f"- {icon} **{ready(course, remark.part)}** ({belongs}). {ready(course, remark.text)}")
    return "\n".join(lines)


def after_try(here: Visit, task: Task, answer: Answer, *, reveal: bool, said: str = "") -> str:
    """After a try in a lesson, as Markdown: the verdict, what was answered, what there is to say, and why when it is right.

    `said` stands for the remarks on what is not right yet.
    """
    course = here.course
    if isinstance(task, Reflect):
        parts = [f":green-badge[:material/check_circle: Gedaan]\n\n{ready(course, task.why)}"]
    elif not still_fits(task, answer.response):
        return ":gray-badge[Deze vraag is gewijzigd sinds je antwoord.] Je antwoord is bewaard; probeer hem gerust opnieuw."
    else:
        parts = [verdict(answer.score), said if said and answer.score < 1 else remarks_text(course, task, answer)]
        if answer.score >= 1 or reveal:
            if answer.score < 1:
                parts += ["**Dit klopt:** " + "; ".join(ready(course, line) for line in in_words(task, solution(task)))]
            parts += [f"**Waarom.** {ready(course, task.why)}"]
    line = source_line(course, tuple(task.sources)) if answer.score >= 1 or reveal else ""
    parts += ["  \n".join(filter(None, [line, f":small[:gray[{saved_line(here, answer)}]]"]))]
    return "\n\n".join(parts)


def in_review(here: Visit, task: Task, answer: Answer | None) -> str:
    """After a quiz, as Markdown for `show_words`: the own answer, the right one, why, and the source."""
    course = here.course
    known = answer if answer is not None and still_fits(task, answer.response) else None
    score = known.score if known else 0.0
    own = "\n\n".join(ready(course, line) for line in in_words(task, known.response)) if known else "Niet beantwoord"
    sure = f" · {WORDS[known.certainty]}" if known and known.certainty in WORDS else ""
    fits = f":green-badge[:material/check_circle: Jouw antwoord{sure}: dit klopt]"
    parts = [frame(f"{fits if score >= 1 else f':yellow-badge[:material/replay: Jouw antwoord{sure}]'}\n\n{own}")]
    if score < 1:
        right = "\n\n".join(ready(course, line) for line in in_words(task, solution(task)))
        parts.append(frame(f"{FITS}\n\n{right}"))
    said = remarks_text(course, task, known) if known else ""
    return "\n\n".join([*parts, "### Waarom", said, ready(course, task.why), source_line(course, tuple(task.sources))])
