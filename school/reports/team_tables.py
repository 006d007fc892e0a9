"""The published figures as tidy tables: one row per figure or thing, one kind of value per column, no merged cells.

Workbook, plain tables and tests are made of these, so that they hold the same numbers as the page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from school.content import Course
from school.dutch import HOME
from school.teams.figures import Extreme, Figure, Known, TooFew, Withheld
from school.teams.snapshot import PERIODS, Figures, Gain, Period, Question, Snapshot
from school.teams.wording import FLAGS

Cell = str | int | float | datetime | None
FIGURE = ("waarde", "laag_95", "hoog_95", "mensen", "opmerking")
"""The columns of a figure: empty where nothing is told, and then the remark says why."""
ABOUT = "ongeveer, anders is een ander cijfer uit te rekenen"
PERIOD_NAMES: dict[Period, str] = {"all": "alles", "quarter": "laatste drie maanden"}


@dataclass(frozen=True)
class Table:
    """A sheet: its name (at most 31 characters), the columns, and the rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(course: Course, snapshot: Snapshot) -> tuple[Table, ...]:
    """Every table that has rows, the explanation first."""
    made = [
        Table("Uitleg", ("onderwerp", "uitleg"), _explained(snapshot)),
        _over(snapshot, "Mensen", ("wat", "mensen"), _people),
        _over(snapshot, "Leerdoelen", ("onderdeel", "leerdoel", "wat", *FIGURE), lambda figures: _goals(course, figures)),
        _over(snapshot, "Toetsen", ("onderdeel", "toets", "vorm", "wat", *FIGURE), lambda figures: _quizzes(course, figures)),
        _over(snapshot, "Toetsen door de tijd", ("toets", "vorm", "moment", *FIGURE), lambda figures: _over_time(course, figures)),
        _over(
            snapshot,
            "Vragen",
            ("onderdeel", "leerdoel", "toets", "vraag", "versie", "tekst", "wat", *FIGURE),
            lambda figures: _questions(course, figures),
        ),
        _over(snapshot, "Antwoorden", ("vraag", "versie", "antwoord", *FIGURE), _options),
        _over(
            snapshot,
            "Denkfouten",
            ("onderdeel", "leerdoel", "vraag", "denkfout", *FIGURE),
            lambda figures: _misconceptions(course, figures),
        ),
        _over(snapshot, "Opvallende vragen", ("vraag", "versie", "waarom"), _flags),
        _over(snapshot, "Meedoen", ("maand", "mensen"), lambda figures: ((one.month, one.people) for one in figures.activity)),
        Table("Teams", ("team", "begonnen", "eindtoets_gedaan", "wat", *FIGURE), tuple(_teams(snapshot))),
        Table("Met naam", ("naam", "toets", "score"), tuple(_named(course, snapshot))),
    ]
    return tuple(table for table in made if table.rows)


def cells(figure: Figure) -> tuple[Cell, ...]:
    """A figure in the columns of `FIGURE`; what is not told is empty, never 0."""
    match figure:
        case Known(value, n, interval, about):
            return (value, *(interval or (None, None)), n, ABOUT if about else None)
        case TooFew(n, needed):
            return (None, None, None, n, f"te weinig mensen, vanaf {needed}")
        case Extreme(side, n):
            return (None, None, None, n, "< 10%" if side == "low" else "> 90%")
        case Withheld(n):
            return (None, None, None, n, "verborgen, anders is een ander cijfer uit te rekenen")


def _over(snapshot: Snapshot, name: str, columns: tuple[str, ...], rows: Callable[[Figures], Iterator[tuple[Cell, ...]]]) -> Table:
    """The rows of both periods, told apart by the first column."""
    every = ((PERIOD_NAMES[period], *row) for period in PERIODS for row in rows(snapshot.periods[period]))
    return Table(name, ("periode", *columns), tuple(every))


def _explained(snapshot: Snapshot) -> tuple[tuple[Cell, ...], ...]:
    return (
        ("van", snapshot.name),
        ("gemaakt op", _local(snapshot.made)),
        ("versie van de cursus", snapshot.course),
        ("kleinste groep", snapshot.minimum),
        (
            "waarde",
            "Een aandeel of gemiddelde score van 0 tot 1. Bij alfa, onderscheid en leerwinst een getal tot 1, dat ook onder 0 kan liggen.",
        ),
        ("laag_95 en hoog_95", "Tussen deze grenzen ligt de waarde met 95% zekerheid, voor een grotere groep als deze."),
        ("mensen", "Over hoeveel mensen. We tellen in groepen; het echte aantal kan iets hoger zijn."),
        ("opmerking", "Waarom er geen waarde staat, of dat die niet exact is."),
        ("eerste poging", "Van iedereen telt de eerste poging."),
        ("laatste drie maanden", "Wie in die tijd voor het eerst meetelt, in groepen die in hun geheel binnen die tijd vallen."),
    )


def _people(figures: Figures) -> Iterator[tuple[Cell, ...]]:
    people = figures.people
    yield from (
        ("lid geworden", people.joined),
        ("begonnen", people.started),
        ("eindtoets gedaan", people.finished),
        ("herhaald", people.reviewed),
    )


def _goals(course: Course, figures: Figures) -> Iterator[tuple[Cell, ...]]:
    yield from (("hele cursus", "alle leerdoelen", what, *cells(figure)) for what, figure in _gain(figures.tests))
    for goal in figures.goals:
        yield (_module(course, goal.module), goal.goal, "oefenvragen goed", *cells(goal.share))
        yield from ((_module(course, goal.module), goal.goal, what, *cells(figure)) for what, figure in _gain(goal.tests))


def _gain(gain: Gain) -> Iterator[tuple[str, Figure]]:
    yield from (("startmeting", gain.before), ("eindtoets", gain.after), ("leerwinst", gain.gain))


def _quizzes(course: Course, figures: Figures) -> Iterator[tuple[Cell, ...]]:
    for quiz in figures.quizzes:
        said = (_module(course, quiz.module), _quiz(course, quiz.quiz), quiz.form or None)
        for what, figure in (("gemiddelde", quiz.mean), ("spreiding", quiz.deviation), ("alfa", quiz.alpha), ("standaardfout", quiz.error)):
            yield (*said, what, *cells(figure))


def _over_time(course: Course, figures: Figures) -> Iterator[tuple[Cell, ...]]:
    for quiz in figures.quizzes:
        for moment in quiz.over_time:
            yield (_quiz(course, quiz.quiz), quiz.form or None, _local(moment.at), *cells(moment.mean))


def _questions(course: Course, figures: Figures) -> Iterator[tuple[Cell, ...]]:
    for one in figures.questions:
        said = (_module(course, one.module), one.goal, _quiz(course, one.quiz), one.task, one.version, _prompt(course, one))
        yield (*said, "goed", *cells(one.facility))
        if one.quiz:
            yield (*said, "onderscheid", *cells(one.discrimination))
        yield (*said, "zeker en fout", *cells(one.sure_wrong))


def _options(figures: Figures) -> Iterator[tuple[Cell, ...]]:
    for one in figures.questions:
        yield from ((one.task, one.version, option.option, *cells(option.share)) for option in one.options)


def _misconceptions(course: Course, figures: Figures) -> Iterator[tuple[Cell, ...]]:
    yield from ((_module(course, one.module), one.goal, one.task, one.text, *cells(one.share)) for one in figures.misconceptions)


def _flags(figures: Figures) -> Iterator[tuple[Cell, ...]]:
    yield from ((one.task, one.version, FLAGS[flag]) for one in figures.questions for flag in one.flags)


def _teams(snapshot: Snapshot) -> Iterator[tuple[Cell, ...]]:
    for line in snapshot.teams:
        for what, figure in (("eindtoets", line.mean), ("leerwinst", line.gain)):
            yield (line.name, line.people.started or None, line.people.finished or None, what, *cells(figure))


def _named(course: Course, snapshot: Snapshot) -> Iterator[tuple[Cell, ...]]:
    yield from ((one.name, _quiz(course, quiz), score) for one in snapshot.named for quiz, score in one.scores.items())


def _module(course: Course, module: str) -> str:
    found = course.module(module)
    return found.title if found else "hele cursus"


def _quiz(course: Course, quiz: str | None) -> str | None:
    return course.quizzes[quiz].title if quiz in course.quizzes else quiz or "oefening in de les"


def _prompt(course: Course, question: Question) -> str | None:
    """The text as it is now; an older version has another one, which we do not have any more."""
    task = course.tasks.get(question.task)
    return " ".join(task.prompt.split()) if task and task.version == question.version else None


def _local(moment: datetime) -> datetime:
    """The time on the clock in the Netherlands, without a zone: a workbook knows none."""
    return moment.astimezone(HOME).replace(tzinfo=None, microsecond=0)
