"""The published figures as a report to read and print: in words first, with bars of our own from the same numbers."""

from collections.abc import Mapping

from school.content import Course
from school.dutch import day, percent
from school.reports.letters import all_settable
from school.reports.typesetting import typeset
from school.teams.figures import Extreme, Figure, Known, TooFew, weight
from school.teams.repeating import ENOUGH, proposals, standing
from school.teams.snapshot import Figures, Moment, QuizFigures, Snapshot
from school.teams.wording import COUNTING, coefficient, gain_in_words, in_words, not_yet, overview, short_goal, too_few, with_interval

HARDEST = 5
MOST_ERRORS = 6


def team_pdf(course: Course, snapshot: Snapshot) -> bytes:
    """All time, the whole course. A letter of a name that our fonts lack is a dot."""
    figures = snapshot.periods["all"]
    said = [line.replace("**", "") for line in overview(snapshot, figures)]
    data: dict[str, object] = {
        "title": f"Teamcijfers: {snapshot.name}",
        "course": course.about.title,
        "version": snapshot.course,
        "name": snapshot.name,
        "made": day(snapshot.made),
        "counting": COUNTING.format(minimum=snapshot.minimum),
        "overview": said,
        "goals": _goals(figures),
        "gain": "" if isinstance(figures.tests.before, TooFew) else gain_in_words(figures.tests),
        "not_yet": [line.replace("**", "") for line in not_yet(figures, whole=True)] if figures.people.started else [],
        "gains": [_gain(short_goal(goal.goal), goal.tests.before, goal.tests.after) for goal in figures.goals if goal.tests.after.n],
        "repeat": _repeat(course, figures),
        "errors": _errors(figures),
        "hardest": _hardest(course, figures),
        "quizzes": [_quiz(course, quiz) for quiz in figures.quizzes],
        "teams": [[line.name, str(line.people.started or "—"), in_words(line.mean), in_words(line.gain)] for line in snapshot.teams],
        "named": [{"name": one.name, "scores": _scores(course, one.scores)} for one in snapshot.named],
        "minimum": snapshot.minimum,
    }
    return typeset("team.typ", {name: all_settable(value) for name, value in data.items()}, made=snapshot.made)


def _told(figure: Figure) -> bool:
    return isinstance(figure, Known | Extreme)


def _order(figure: Figure) -> float:
    return weight(figure) if _told(figure) else -1.0


def _bar(name: str, figure: Figure) -> dict[str, object]:
    """A bar: its length 0 to 1, nothing when it is not told."""
    length = weight(figure) if _told(figure) else None
    return {"name": name, "share": length, "label": in_words(figure), "weak": length is not None and length < ENOUGH}


def _goals(figures: Figures) -> list[dict[str, object]]:
    """The strongest on top; none as long as none is told."""
    if not any(_told(standing(goal)) for goal in figures.goals):
        return []
    return [_bar(short_goal(goal.goal), standing(goal)) for goal in sorted(figures.goals, key=lambda goal: -_order(standing(goal)))]


def _gain(name: str, before: Figure, after: Figure) -> dict[str, object]:
    return {
        "name": name,
        "before": weight(before) if _told(before) else None,
        "after": weight(after) if _told(after) else None,
        "label": f"{in_words(before)} naar {in_words(after)}" if _told(after) else in_words(after),
    }


def _errors(figures: Figures) -> list[dict[str, object]]:
    common = [one for one in figures.misconceptions if isinstance(one.share, Known)]
    return [{"text": one.text, "share": in_words(one.share), "n": one.share.n} for one in common[:MOST_ERRORS]]


def _repeat(course: Course, figures: Figures) -> list[dict[str, object]]:
    modules = {module.id: module.title for module in course.modules}
    found: list[dict[str, object]] = []
    for proposal in proposals(course, figures):
        steps = [step for address in proposal.steps if (step := course.find_step(address))]
        shown = [f"{modules[step.module]}: {step.title}" for step in steps]
        found.append(
            {"goal": short_goal(proposal.goal), "share": in_words(proposal.share), "errors": proposal.misconceptions[:2], "steps": shown}
        )
    return found


def _hardest(course: Course, figures: Figures) -> list[dict[str, object]]:
    told = sorted(
        (one for one in figures.questions if _told(one.facility) and weight(one.facility) < 0.9), key=lambda one: weight(one.facility)
    )
    return [
        {"text": " ".join(course.tasks[one.task].prompt.split()), "share": with_interval(one.facility), "n": one.facility.n}
        for one in told[:HARDEST]
    ]


def _quiz(course: Course, quiz: QuizFigures) -> dict[str, object]:
    title = course.quizzes[quiz.quiz].title if quiz.quiz in course.quizzes else quiz.quiz
    return {
        "title": title,
        "said": too_few(quiz.mean) if isinstance(quiz.mean, TooFew) else f"Gemiddeld {with_interval(quiz.mean)} van {quiz.mean.n} mensen.",
        "alpha": coefficient(quiz.alpha) if isinstance(quiz.alpha, Known) else "",
        "moments": [_moment(moment) for moment in quiz.over_time],
    }


def _moment(moment: Moment) -> dict[str, object]:
    return {"day": day(moment.at), "share": weight(moment.mean), "label": f"{in_words(moment.mean)} van {moment.mean.n}"}


def _scores(course: Course, scores: Mapping[str, float]) -> str:
    return ", ".join(f"{course.quizzes[quiz].title} {percent(score)}" for quiz, score in scores.items() if quiz in course.quizzes)
