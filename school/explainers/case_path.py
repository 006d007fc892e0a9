"""Where somebody is in a case, computed from the choices that were made; no store, no page.

Choices are only ever added. Who goes back and chooses otherwise goes on from there, and what was tried before is still known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from school.explainers.case import Advised, Case, CaseChoice

Made = tuple[str, str]
"""A choice that was made: at which moment, and which one."""


@dataclass(frozen=True)
class CasePath:
    """The way through a case as it is now (`steps`), and everything that was ever tried at each moment, in order."""

    case: Case
    steps: tuple[Made, ...] = ()
    tried: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def at(self) -> str:
        """The moment or the end to which the way leads."""
        return self._choice(self.steps[-1]).to if self.steps else self.case.start

    @property
    def ended(self) -> bool:
        return self.at in self.case.ends

    @property
    def flags(self) -> frozenset[str]:
        """What is remembered of the whole way."""
        return self._flags(len(self.steps))

    def visited(self, place: str) -> bool:
        return place == self.at or any(node == place for node, _ in self.steps)

    def chosen(self, place: str) -> str | None:
        """What was chosen at a moment, the last time the way came there; nothing where it stands now."""
        index = self._index(place)
        return None if place == self.at or index is None else self.steps[index][1]

    def flags_at(self, place: str) -> frozenset[str]:
        """What was remembered on arrival there; for a place the way has not come to, nothing."""
        if place == self.at:
            return self.flags
        index = self._index(place)
        return frozenset() if index is None else self._flags(index)

    def after(self, made: Made) -> "CasePath":
        """The way after one more choice. A choice that cannot be made there, or not any more, changes nothing."""
        node, name = made
        index = len(self.steps) if node == self.at else self._index(node)
        if index is None or name not in self.case.offered(node, self._flags(index)):
            return self
        before = self.tried.get(node, ())
        tried = {**self.tried, node: before if name in before else (*before, name)}
        again = index < len(self.steps) and self.steps[index] == made
        return CasePath(self.case, self.steps if again else (*self.steps[:index], made), tried)

    def _index(self, node: str) -> int | None:
        places = [place for place, (found, _) in enumerate(self.steps) if found == node]
        return places[-1] if places else None

    def _flags(self, steps: int) -> frozenset[str]:
        return frozenset(flag for made in self.steps[:steps] for flag in self._choice(made).sets)

    def _choice(self, made: Made) -> CaseChoice:
        return self.case.nodes[made[0]].choices[made[1]]


def walked(case: Case, made: Iterable[Made]) -> CasePath:
    """The way of somebody who made these choices, oldest first."""
    path = CasePath(case)
    for choice in made:
        path = path.after(choice) if choice[0] in case.nodes else path
    return path


def advised_path(case: Case) -> CasePath:
    """The way we advise, as far as it can be walked."""
    path = CasePath(case)
    for _ in case.advised:
        advice = case.advised.get(path.at)
        path = path.after((path.at, advice.choice)) if advice else path
    return path


@dataclass(frozen=True)
class Compared:
    """One moment on somebody's way: what was chosen, what was tried there before, and what is advised there, if anything."""

    node: str
    choice: str
    tried: tuple[str, ...]
    advised: Advised | None

    @property
    def same(self) -> bool:
        return self.advised is not None and self.advised.choice == self.choice

    @property
    def as_good(self) -> bool:
        return self.advised is not None and self.choice in self.advised.also

    @property
    def otherwise(self) -> bool:
        """Whether something else is advised here; where the ways do not meet any more, nothing is."""
        return self.advised is not None and not self.same and not self.as_good


def compared(path: CasePath) -> list[Compared]:
    """Somebody's way beside the advised one, moment by moment. Off that way nothing is advised."""
    return [
        Compared(node, choice, tuple(name for name in path.tried.get(node, ()) if name != choice), path.case.advised.get(node))
        for node, choice in path.steps
    ]
