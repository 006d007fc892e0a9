"""Figures in plain Dutch. Whatever a page, a paper or a table says about a figure is said here."""

from typing import assert_never

from school.dutch import count, day, number, percent, sentence_list
from school.teams.enough import FULL, RELIABILITY
from school.teams.figures import Extreme, Figure, Known, TooFew, Withheld
from school.teams.questions import EASY, HARD, LURE, NEGATIVE, WEAK
from school.teams.repeating import standing
from school.teams.snapshot import Figures, Gain, GoalFigures, Snapshot

FLAGS = {
    NEGATIVE: "Wie de rest goed had, had deze vraag juist vaker fout. Waarschijnlijk klopt er iets niet in de vraag.",
    WEAK: "De vraag maakt weinig verschil tussen wie de rest goed had en wie niet.",
    HARD: "Minder dan 30% had deze vraag goed.",
    EASY: "Bijna iedereen had deze vraag goed.",
    LURE: "Een fout antwoord werd vaker gekozen dan het goede.",
}
"""Why a question deserves a second look."""

COUNTING = (
    "We tellen mensen per groep van minstens {minimum}. Wie nog niet bij zo'n groep hoort, telt later mee; "
    "het echte aantal kan dus wat hoger zijn."
)


def in_words(figure: Figure) -> str:
    """A share as it stands in a table: '63%', 'ongeveer 63%', '> 90%', 'nog te weinig (8 van 12)'."""
    match figure:
        case Known(value, about=about):
            return f"ongeveer {percent(value)}" if about else percent(value)
        case Extreme("low"):
            return "<\u00a010%"
        case Extreme():
            return ">\u00a090%"
        case TooFew(0):
            return "nog geen cijfers"
        case TooFew(n, needed):
            return f"nog te weinig ({n} van {needed})"
        case Withheld():
            return "verborgen"
        case _:
            assert_never(figure)


def with_interval(figure: Figure) -> str:
    """'63% (45% tot 78%)'."""
    if isinstance(figure, Known) and figure.interval:
        return f"{in_words(figure)} ({percent(figure.interval[0])} tot {percent(figure.interval[1])})"
    return in_words(figure)


def coefficient(figure: Figure) -> str:
    """A figure that is no share: '0,42 (0,21 tot 0,60)', and 'voorlopig' with fewer than 100 people."""
    if not isinstance(figure, Known):
        return "niet te zeggen" if isinstance(figure, Extreme | Withheld) else in_words(figure)
    interval = f" ({number(figure.interval[0], 2)} tot {number(figure.interval[1], 2)})" if figure.interval else ""
    about = "ongeveer " if figure.about else ""
    return f"{about}{number(figure.value, 2)}{interval}{', voorlopig' if figure.n < FULL else ''}"


def too_few(figure: TooFew) -> str:
    """'Met 8 mensen zegt dit nog niets; vanaf 12 wel.'."""
    if not figure.n:
        return f"Hier zijn nog geen cijfers over. Dat kan vanaf {count(figure.needed, 'mens', 'mensen')}."
    return f"Met {count(figure.n, 'mens', 'mensen')} zegt dit nog niets; vanaf {figure.needed} wel."


def overview(snapshot: Snapshot, figures: Figures) -> list[str]:
    """What there is to say in a few sentences, before any chart."""
    if not snapshot.group:
        return [_no_group(snapshot)]
    if not figures.people.started:
        return [_nobody_yet(snapshot)]
    gain = [] if isinstance(figures.tests.before, TooFew) else [gain_in_words(figures.tests)]
    return [_people(figures), *gain, *_strong_and_weak(figures), *_sure(figures)]


def not_yet(figures: Figures, *, whole: bool) -> list[str]:
    """What there is nothing to say about yet, and from how many people there will be; `whole` for the whole course."""
    goals = [standing(goal) for goal in figures.goals]
    asked = [one.facility for one in figures.questions]
    said = []
    if goals and all(isinstance(figure, TooFew) for figure in goals):
        needed = min(figure.needed for figure in goals if isinstance(figure, TooFew))
        said.append(f"**Leerdoelen.** Dat kan vanaf {needed} mensen die dezelfde vragen maakten.")
    if not any(isinstance(figure, Known | Extreme) for figure in asked):
        most = max((figure for figure in asked if isinstance(figure, TooFew)), key=lambda figure: figure.n, default=None)
        said += [f"**Moeilijkste vragen en denkfouten.** {too_few(most)}"] if most else []
    if whole and isinstance(figures.tests.before, TooFew):
        said.append(f"**Startmeting naast eindtoets.** {too_few(figures.tests.before)}")
    if figures.quizzes and any(quiz.form and isinstance(quiz.alpha, TooFew) for quiz in figures.quizzes):
        said.append(f"**Of een toets mensen goed uit elkaar houdt.** Dat kan vanaf {RELIABILITY} mensen.")
    return said


def short_goal(goal: str) -> str:
    """The goal as a heading: 'Hechtingsstijlen'."""
    return goal.replace("-", " ").capitalize().replace("ptss", "PTSS")


def updated(snapshot: Snapshot) -> str:
    return f"Bijgewerkt op {day(snapshot.made)}"


def gain_in_words(gain: Gain) -> str:
    """'Van 54% naar 74%: 20 procentpunt erbij; van wat er te leren viel is 43% geleerd (26% tot 57%).'."""
    if isinstance(gain.before, TooFew):
        return f"Startmeting en eindtoets naast elkaar: {too_few(gain.before)[0].lower()}{too_few(gain.before)[1:]}"
    words = (
        f"Van {in_words(gain.before)} in de startmeting naar {in_words(gain.after)} in de eindtoets, bij dezelfde {gain.after.n} mensen."
    )
    if not isinstance(gain.gain, Known):
        return words
    learned = f" Van wat er nog te leren viel, is {percent(gain.gain.value)} geleerd" if gain.gain.value > 0 else ""
    return f"{words}{learned}{_sure_of(gain.gain)}"


def lines(snapshot: Snapshot) -> list[str]:
    """The overview of all time as plain sentences, for a page without charts."""
    return [line.replace("**", "") for line in overview(snapshot, snapshot.periods["all"])]


def _sure_of(gain: Known) -> str:
    if gain.value <= 0:
        return " Er is nog geen winst te zien."
    if gain.interval is None:
        return "."
    if gain.interval[0] <= 0:
        return "; maar bij zo weinig mensen kan dat toeval zijn."
    return f" (tussen {percent(gain.interval[0])} en {percent(min(1.0, gain.interval[1]))})."


def _nobody_yet(snapshot: Snapshot) -> str:
    return (
        f"Er zijn nog geen cijfers. Die komen er zodra minstens {snapshot.minimum} mensen iets gedaan hebben. "
        "Tot dan laten we niets zien, ook niet aan de trainer."
    )


def _no_group(snapshot: Snapshot) -> str:
    return (
        "In dit team staat een deel van de mensen met naam. Cijfers van de groep verschijnen pas weer als er nul of minstens "
        f"{snapshot.minimum} mensen zonder naam zijn: anders is uit te rekenen wat zij antwoordden."
    )


def _people(figures: Figures) -> str:
    people = figures.people
    done = f", {people.finished} deden de eindtoets" if people.finished else "; de eindtoets is nog door te weinig mensen gedaan"
    review = f" en {people.reviewed} herhaalden vragen" if people.reviewed else ""
    return f"**{count(people.started, 'mens begon', 'mensen begonnen')}** aan de cursus{done}{review}."


def _strong_and_weak(figures: Figures) -> list[str]:
    told = [goal for goal in figures.goals if isinstance(standing(goal), Known | Extreme)]
    strong = [goal for goal in told if _value(goal) >= 0.8]
    weak = sorted((goal for goal in told if _value(goal) < 0.7), key=_value)
    said = []
    if strong:
        best = sorted(strong, key=_value, reverse=True)[:3]
        said.append(f"Sterk: {sentence_list([_named(goal) for goal in best])}.")
    if weak:
        said.append(f"Herhaal samen: {sentence_list([_named(goal) for goal in weak[:3]])}.")
    return said


def _named(goal: GoalFigures) -> str:
    name = short_goal(goal.goal)
    return f"**{name if name.startswith('PTSS') else name[0].lower() + name[1:]}** ({in_words(standing(goal))})"


def _value(goal: GoalFigures) -> float:
    figure = standing(goal)
    return figure.value if isinstance(figure, Known) else 0.95 if isinstance(figure, Extreme) and figure.side == "high" else 0.05


def _sure(figures: Figures) -> list[str]:
    first = next((one for one in figures.misconceptions if isinstance(one.share, Known)), None)
    if first is None:
        return []
    return [f"Het vaakst zeker én fout: “{first.text}” ({in_words(first.share)})."]
