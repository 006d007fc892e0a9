"""The questions of the eindtoets over everybody, out of the parts of batches that are large enough."""

from collections.abc import Iterator

from school.teams.batch import Batch, Sums, add
from school.teams.drawn import large, parts, versions_in
from school.teams.facts import END_ONLY, TESTS
from school.teams.pool import Counts, Pool


def drawn_counts(pool: Pool, *, minimum: int) -> Iterator[Counts]:
    """Each question with everybody who drew it, in each version; of every batch only when all its parts are large enough."""
    found: dict[tuple[str, str], list[tuple[Batch, Sums]]] = {}
    for batch in (batch for unit in (TESTS, END_ONLY) if unit in pool for batch in pool[unit].batches):
        for place in parts(batch.sums):
            if large(place, batch.n, minimum):
                for task, part in place.items():
                    found.setdefault((task, versions_in(part, task)[0]), []).append((batch, part))
    for (task, _), some in sorted(found.items()):
        sums = add(part for _, part in some)
        yield Counts(task, round(sums["n"]), sums, tuple(batch for batch, _ in some))
