"""The cards of Herhalen, kept beside the answers they follow from and changed in the same transaction.

A card is always computed from what is stored at that moment, so two tabs, two devices or an answer that comes in late
cannot make it differ from the answers. The rule itself stands in `school.reviewing`.
"""

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select

from school.learning import Card
from school.reviewing import refreshed
from school.store import records
from school.store.tables import cards


def compute_one(connection: Connection, learner: str, task: str, *, revision: int) -> None:
    """The card of one task; `learner` is the id of the record itself."""
    before = records.about(connection, learner, task)
    _put(connection, learner, before.cards.values(), refreshed(before, {task}).cards.values(), revision)


def compute_all(connection: Connection, learner: str, *, revision: int, keys: Collection[str] = ()) -> None:
    """Every card; `keys` are key facts, beside those that are known to be so already."""
    before = records.record(connection, learner)
    after = refreshed(before, {answer.task for answer in before.answers}, keys)
    _put(connection, learner, before.cards.values(), after.cards.values(), revision)


def drop(connection: Connection, *learners: str) -> set[str]:
    """Take all cards away, to compute them again: which of them were key facts."""
    mine = cards.c.learner.in_(learners)
    found = {row.task for row in connection.execute(select(cards.c.task, cards.c.state).where(mine)) if row.state["key"]}
    connection.execute(delete(cards).where(mine))
    return found


def _put(connection: Connection, learner: str, before: Collection[Card], after: Collection[Card], revision: int) -> None:
    """Put the rows that changed in the place of what they were; the learner's row is held, so nobody comes between."""
    changed = [card for card in after if card not in before]
    if not changed:
        return
    connection.execute(delete(cards).where(cards.c.learner == learner, cards.c.task.in_([card.task for card in changed])))
    connection.execute(insert(cards), [_row(learner, card, revision) for card in changed])


def _row(learner: str, card: Card, revision: int) -> dict[str, object]:
    state = {"last": card.last.isoformat(), "stability": card.stability, "difficulty": card.difficulty, "key": card.key}
    return {"learner": learner, "task": card.task, "state": state, "due": card.due, "revision": revision}
