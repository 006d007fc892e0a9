"""Whether a case can be walked: every place is reached, every way comes to an end, and so does the one we advise."""

from collections.abc import Iterator
from itertools import chain

from pydantic import ValidationError

from school.explainers.case import Case, CaseChoice, Conditional
from school.explainers.case_path import advised_path
from school.loading.problems import Problem, did_you_mean
from school.loading.written import Written
from school.loading.yaml_file import YamlFile
from school.loading.yaml_text import Trail

Stand = tuple[str, frozenset[str]]
"""A place, and what is remembered on arrival there."""


def check_cases(written: Written) -> Iterator[Problem]:
    """Problems with the ways through cases. A case without the right form is left to the check of forms."""
    for module in written.modules:
        for file in module.explainers.values():
            if file.data.get("kind") != "case":
                continue
            try:
                case = Case.model_validate(file.data)
            except ValidationError:
                continue
            yield from _check_names(file, case)
            yield from _check_ways(file, case)
            yield from _check_advice(file, case)


def _check_names(file: YamlFile, case: Case) -> Iterator[Problem]:
    """Everything that is named exists, and everything remembered is asked for."""
    for name in case.ends:
        if name in case.nodes:
            yield file.problem(("ends", name), f"de plek '{name}' staat ook al bij 'nodes'")
    for trail, choice in _choices(case):
        if choice.to not in case.states:
            yield file.problem((*trail, "to"), f"de plek '{choice.to}' bestaat niet{did_you_mean(choice.to, case.states)}")
        for flag in choice.sets:
            yield from _unknown(file, case, (*trail, "sets"), flag)
    asked = {flag for _, _, flag in _asked(case)}
    kept = {flag for _, choice in _choices(case) for flag in choice.sets}
    for trail, field, flag in _asked(case):
        yield from _unknown(file, case, (*trail, field), flag)
    for flag in case.flags:
        if flag not in kept:
            yield file.problem(("flags", flag), "geen enkele keuze onthoudt dit ('sets')")
        elif flag not in asked:
            yield file.problem(("flags", flag), "hier wordt later nergens naar gevraagd ('when' of 'unless')", warning=True)


def _unknown(file: YamlFile, case: Case, trail: Trail, flag: str) -> Iterator[Problem]:
    if flag not in case.flags:
        yield file.problem(trail, f"'{flag}' staat niet bij 'flags'{did_you_mean(flag, case.flags)}")


def _choices(case: Case) -> Iterator[tuple[Trail, CaseChoice]]:
    for node, told in case.nodes.items():
        for name, choice in told.choices.items():
            yield ("nodes", node, "choices", name), choice


def _asked(case: Case) -> Iterator[tuple[Trail, str, str]]:
    """Every `when` and `unless`: where it stands, which of the two, and what it asks for."""
    places = chain((("nodes", *item) for item in case.nodes.items()), (("ends", *item) for item in case.ends.items()))
    recalls = (((part, name, "recalls", key), recall) for part, name, told in places for key, recall in told.recalls.items())
    found: Iterator[tuple[Trail, Conditional]] = chain(_choices(case), recalls)
    for trail, conditional in found:
        yield from ((trail, field, flag) for field in ("when", "unless") if (flag := getattr(conditional, field)))


def _check_ways(file: YamlFile, case: Case) -> Iterator[Problem]:
    """Dead ends, places that nobody reaches, and turning round for ever; with what is remembered on the way."""
    for name, node in case.nodes.items():
        if not node.choices:
            yield file.problem(("nodes", name), "hier loopt het verhaal dood: geef keuzes bij 'choices', of zet deze plek bij 'ends'")
    ways = _ways(case)
    reached = {place for place, _ in ways}
    if all(choice.to in case.states for _, choice in _choices(case)):
        for part, places in (("nodes", case.nodes), ("ends", case.ends)):
            for name in places:
                if name not in reached:
                    yield file.problem((part, name), "hier komt niemand: geen enkele weg leidt naar deze plek")
    yield from _check_offered(file, case, ways)
    yield from _check_loops(file, case, ways)


def _ways(case: Case) -> dict[Stand, set[Stand]]:
    """From everywhere one can stand, where one can come next. Places that do not exist are left out."""
    begin: Stand = (case.start, frozenset())
    ways: dict[Stand, set[Stand]] = {}
    todo = [begin]
    while todo:
        here = todo.pop()
        if here in ways:
            continue
        place, flags = here
        offered = case.offered(place, flags).values() if place in case.nodes else ()
        ways[here] = {(choice.to, flags | set(choice.sets)) for choice in offered if choice.to in case.states}
        todo.extend(ways[here])
    return ways


def _check_offered(file: YamlFile, case: Case, ways: dict[Stand, set[Stand]]) -> Iterator[Problem]:
    """At every place there is something to choose for whoever comes there, and every choice is there for somebody."""
    for name, node in case.nodes.items():
        arrivals = [flags for place, flags in ways if place == name]
        if node.choices and any(not case.offered(name, flags) for flags in arrivals):
            message = "wie hier komt, heeft soms geen enkele keuze: kijk naar 'when' en 'unless' bij de keuzes"
            yield file.problem(("nodes", name, "choices"), message)
        for key, choice in node.choices.items():
            if arrivals and not any(choice.holds(flags) for flags in arrivals):
                yield file.problem(("nodes", name, "choices", key), "deze keuze krijgt niemand: kijk naar 'when' en 'unless'")


def _check_loops(file: YamlFile, case: Case, ways: dict[Stand, set[Stand]]) -> Iterator[Problem]:
    """Places from which no way leads out. What stops by another mistake counts as a way out: that is told already."""
    out = {stand for stand, following in ways.items() if not following}
    out |= {(node, flags) for node, flags in ways if _breaks_off(case, node)}
    while more := {stand for stand, following in ways.items() if stand not in out and following & out}:
        out |= more
    stuck = {place for place, flags in ways if (place, flags) not in out}
    around = [name for name in case.nodes if name in stuck]
    if around:
        told = ", ".join(f"'{name}'" for name in around)
        yield file.problem(("nodes", around[0]), f"wie hier komt, draait rond ({told}) en komt nooit bij een einde")


def _breaks_off(case: Case, node: str) -> bool:
    return node in case.nodes and any(choice.to not in case.states for choice in case.nodes[node].choices.values())


def _check_advice(file: YamlFile, case: Case) -> Iterator[Problem]:
    """The advised way can be walked from the first place to an end, and nothing is advised beside it."""
    if any(choice.to not in case.states for _, choice in _choices(case)):
        return
    unknown = list(_unknown_advice(file, case))
    yield from unknown
    if unknown:
        return
    path = advised_path(case)
    if not path.ended:
        yield _where_it_stops(file, case, path.at, path.flags)
        return
    for name in case.advised:
        if not path.visited(name):
            yield file.problem(("advised", name), "op de aangeraden weg kom je hier niet")


def _unknown_advice(file: YamlFile, case: Case) -> Iterator[Problem]:
    for name, advice in case.advised.items():
        if name not in case.nodes:
            yield file.problem(("advised", name), f"de plek '{name}' bestaat niet bij 'nodes'{did_you_mean(name, case.nodes)}")
            continue
        choices = case.nodes[name].choices
        for field, choice in (("choice", advice.choice), *(("also", also) for also in advice.also)):
            if choice not in choices:
                message = f"de keuze '{choice}' bestaat niet op deze plek{did_you_mean(choice, choices)}"
                yield file.problem(("advised", name, field), message)


def _where_it_stops(file: YamlFile, case: Case, at: str, flags: frozenset[str]) -> Problem:
    if at not in case.advised:
        return file.problem(("advised",), f"de aangeraden weg stopt bij '{at}': zet erbij wat je daar aanraadt")
    choice = case.advised[at].choice
    if choice not in case.offered(at, flags):
        message = f"op de aangeraden weg is '{choice}' hier niet te kiezen: kijk naar 'when' en 'unless'"
        return file.problem(("advised", at, "choice"), message)
    return file.problem(("advised", at), "de aangeraden weg draait hier rond en komt nooit bij een einde")
