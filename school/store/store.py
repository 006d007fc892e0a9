"""The one door to what is remembered: every method is one transaction, and takes and gives the project's own types."""

from __future__ import annotations

from contextlib import nullcontext
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from school.store import certificates, filling, handovers, keys, records, rights, running_orders, schema
from school.store.engine import engine_for, for_reading, for_writing
from school.store.facts import Facts
from school.store.tables import learners

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from school.certificates import Certificate
    from school.learning import Answer, Attempt, Card, Choice, Draft, Record
    from school.running_orders import RunningOrder
    from school.store.filling import Newcomer
    from school.store.room_store import RoomStore
    from school.store.team_store import TeamStore

P = ParamSpec("P")
T = TypeVar("T")


class Store:
    """Learners and what they did, and the keys of others. Learners are known by id only, see `school.identity`.

    What adds a fact returns whether it changed anything; saying the same twice changes nothing the second time.
    Any method may raise one of `school.store.UNREACHABLE`, and then has changed nothing.
    """

    def __init__(self, url: str) -> None:
        """Connects at first use. `ValueError` when the address names no SQLite or PostgreSQL database."""
        self._engine = engine_for(url)
        self._reading = for_reading(self._engine)
        self._writing = for_writing(self._engine)
        self._facts = Facts(self._engine.name)
        # SQLite has one writer at a time and lets the others sleep and try again; a queue is faster and fairer.
        self._turn = Lock() if self._engine.name == "sqlite" else nullcontext()

    # Rooms and teams know a lot; it is loaded with the first of them, so that a start need not wait for it.

    @cached_property
    def rooms(self) -> RoomStore:
        """The part about rooms."""
        from school.store.room_store import RoomStore  # noqa: PLC0415

        return RoomStore(self._read, self._write)

    @cached_property
    def teams(self) -> TeamStore:
        """The part about teams."""
        from school.store.team_store import TeamStore  # noqa: PLC0415

        return TeamStore(self._read, self._write)

    def migrate(self) -> None:
        """Make or upgrade the tables (and the folder of a database file); several processes may do so at once."""
        schema.migrate(self._engine)

    def ready(self) -> bool:
        """Whether the database answers and has our tables."""
        try:
            self._read(lambda connection: connection.execute(select(learners.c.id).limit(1)).first())
        except SQLAlchemyError:
            return False
        return True

    def close(self) -> None:
        self._engine.dispose()

    # One learner

    def revision(self, learner: str) -> int:
        """A number that is higher after every change; 0 for somebody we do not know."""
        return self._read(records.revision, learner)

    def record(self, learner: str) -> Record:
        return self._read(records.record, learner)

    def answer(self, learner: str, answer: Answer) -> bool:
        """Refused when the id was stored before, or the attempt is not this learner's own or is finished."""
        return self._write(self._facts.answer, learner, answer)

    def take_home(self, learner: str, answers: Sequence[Answer]) -> int:
        """Store answers that were given in a room: how many were new."""
        return self._write(self._facts.take_home, learner, answers)

    def finish_step(self, learner: str, step: str, at: datetime) -> bool:
        """`step` is an address, `module/step`. The first time counts."""
        return self._write(self._facts.finish_step, learner, step, at)

    def choose(self, learner: str, choice: Choice) -> bool:
        """Something was chosen in a case. Refused when the id was stored before."""
        return self._write(self._facts.choose, learner, choice)

    def lay(self, learner: str, draft: Draft) -> bool:
        """What lies there before it is looked at, in the place of what lay there; refused when that was laid later."""
        return self._write(self._facts.lay, learner, draft)

    def start_attempt(self, learner: str, attempt: Attempt) -> bool:
        return self._write(self._facts.start_attempt, learner, attempt)

    def mark(self, learner: str, attempt_id: str, task: str, marked: bool, at: datetime) -> bool:
        """Mark a question to come back to, or take the mark away; not after the attempt is finished."""
        return self._write(self._facts.mark, learner, attempt_id, task, marked=marked, at=at)

    def finish_attempt(self, learner: str, attempt_id: str, at: datetime, score: float, keys: Collection[str] = ()) -> bool:
        """Only once, and only an own attempt. `keys` are questions that come back also when they were right."""
        return self._write(self._facts.finish_attempt, learner, attempt_id, at=at, score=score, keys=keys)

    def show_answer(self, learner: str, task: str, at: datetime) -> bool:
        """The worked answer of a task in a lesson was shown. The first time counts."""
        return self._write(self._facts.show_answer, learner, task, at)

    def everybody(self, after: str = "", *, most: int = 500) -> tuple[str, ...]:
        """Ids of learners in their own order, those that come after this one; `most` at a time."""
        return self._read(records.everybody, after=after, most=most)

    def cards(self, learner: str) -> dict[str, Card]:
        """The questions that come back, by task."""
        return dict(self.record(learner).cards)

    def watch(self, learner: str, film: str, seconds: float, at: datetime) -> bool:
        """How far a film was watched; the highest position counts."""
        return self._write(self._facts.watch, learner, film, seconds=seconds, at=at)

    def pause(self, learner: str, paused: bool, at: datetime) -> bool:
        return self._write(self._facts.pause, learner, paused=paused, at=at)

    # Certificates

    def issue_certificate(self, learner: str, attempt_id: str, certificate: Certificate) -> Certificate | None:
        """The certificate of this attempt: this one, or the one issued before. None unless the attempt is own and passed."""
        return self._write(certificates.issue, learner, attempt_id, certificate=certificate)

    def certificate(self, code: str) -> Certificate | None:
        """The certificate with this code, whoever it is of."""
        return self._read(certificates.by_code, code)

    # Taking progress along

    def offer_handover(self, learner: str, token_hash: str, expires: datetime) -> bool:
        """Remember a link to take progress along, in the place of an earlier unused one. Not for an empty record."""
        return self._write(handovers.offer, learner, token_hash=token_hash, expires=expires)

    def handover_valid(self, token_hash: str, now: datetime) -> bool:
        return self._read(handovers.valid, token_hash, now=now)

    def take_over(self, token_hash: str, into: str, now: datetime) -> bool:
        """Merge the record of the link into that of `into`, once and in time; both devices reach it afterwards."""
        return self._write(handovers.take_over, token_hash, into=into, now=now)

    # Links that open a role

    def make_key(self, role: str, name: str, token_hash: str, at: datetime) -> bool:
        """Remember a key, unless this role has one of that name already."""
        return self._write(keys.make, role, name, token_hash=token_hash, at=at)

    def renew_key(self, role: str, name: str, token_hash: str, at: datetime) -> bool:
        """Remember a key in the place of the one this role has of that name, if any."""
        return self._write(keys.renew, role, name, token_hash=token_hash, at=at)

    def key_role(self, token_hash: str) -> str | None:
        """The role that a key opens."""
        return self._read(keys.role_of, token_hash)

    def key(self, token_hash: str) -> tuple[str, str] | None:
        """The role that a key opens, and the name it has in it: of a team or organisation its id."""
        return self._read(keys.of, token_hash)

    def has_key(self, role: str) -> bool:
        return self._read(keys.has, role)

    def revoke_keys(self, role: str, name: str) -> int:
        """Take a key back: how many went, one or none."""
        return self._write(keys.revoke, role, name)

    # Running orders of trainers

    def running_orders(self) -> tuple[RunningOrder, ...]:
        """All that were saved, by name."""
        return self._read(running_orders.every)

    def running_order(self, order_id: str) -> RunningOrder | None:
        return self._read(running_orders.by_id, order_id)

    def save_running_order(self, order: RunningOrder, at: datetime) -> bool:
        """Keep it under its id, in the place of what was there."""
        return self._write(running_orders.save, order, at=at)

    def remove_running_order(self, order_id: str) -> int:
        """How many went, one or none. Rooms that follow it go on with theirs."""
        return self._write(running_orders.remove, order_id)

    def room_plan(self, room: str) -> RunningOrder | None:
        """What the room with this id follows."""
        return self._read(running_orders.plan_of, room)

    def room_started(self, room: str) -> datetime | None:
        """Since when the room follows it: where its clock begins."""
        return self._read(running_orders.started, room)

    def plan_room(self, room: str, order: RunningOrder, at: datetime) -> bool:
        """Let a room follow this running order from now on, with its clock at nought; a copy, which later changes do not touch."""
        return self._write(running_orders.plan, room, order=order, at=at)

    # Many people at once

    def fill(self, people: Sequence[Newcomer]) -> bool:
        """Add people who are made up, with all they did. Nobody of them may be here already."""
        return self._write(filling.fill, people)

    def analyse(self) -> bool:
        """Let the database see what it holds, after a lot was added at once."""
        return self._write(filling.analyse)

    # Copy and erase

    def export(self, learner: str) -> dict[str, list[dict[str, object]]]:
        """Every row about this learner by table, ready for JSON; of a certificate it says that it stays after erasing."""
        return self._read(rights.export, learner)

    def erase(self, learner: str) -> dict[str, int]:
        """Forget this learner on all their devices: how many rows went, by table. Certificates stay, as nobody's."""
        return self._write(rights.erase, learner)

    def erase_idle(self, before: datetime) -> int:
        """Forget everybody who did nothing since `before`: how many they were."""
        return self._write(rights.erase_idle, before=before)

    def idle(self, before: datetime) -> int:
        """How many learners did nothing since `before`."""
        return self._read(rights.idle, before=before)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return self._read(rights.counts)

    def _read(self, ask: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self._reading.connect() as connection:
            return ask(connection, *args, **kwargs)

    def _write(self, change: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Keep what was changed, or all of nothing: closing without a commit rolls back."""
        with self._turn, self._writing.connect() as connection:
            changed = change(connection, *args, **kwargs)
            if changed:
                connection.commit()
            return changed
