"""The part of the store that is about rooms: every method is one transaction. `Store.rooms` is one of these."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Unpack

from school.live import Ballot, Forgotten, Move, Pulse, Question, QuestionState, Room, Round, TextState, Vote, WrittenAnswer
from school.store import room_questions, room_retention, rooms, rounds, votes
from school.store.door import Transaction


class RoomStore:
    """Rooms, their rounds and what people answered. `now` is the moment of the change.

    What changes something returns whether it did. Nothing changes in a room that is closed, but for taking texts away.
    """

    def __init__(self, read: Transaction, write: Transaction) -> None:
        self._read = read
        self._write = write

    # A room and where it stands

    def open(self, room: Room) -> bool:
        """Refused when the code is in use: ask again with another."""
        return self._write(rooms.open_room, room)

    def by_code(self, code: str) -> Room | None:
        """The room with this code, also when it is closed."""
        return self._read(rooms.by_code, code)

    def by_id(self, room: str) -> Room | None:
        return self._read(rooms.by_id, room)

    def all(self) -> tuple[Room, ...]:
        """The newest first."""
        return self._read(rooms.everything)

    def pulse(self, room: str) -> Pulse | None:
        """Cheap enough to ask four times a second."""
        return self._read(rooms.pulse, room)

    def steer(self, room: str, *, by: str, now: datetime, **move: Unpack[Move]) -> bool:
        """Refused when another screen drives. The first that steers becomes the driver."""
        return self._write(rooms.steer, room, by=by, now=now, move=move)

    def reorder(self, room: str, order: Sequence[str], *, at: int, now: datetime) -> bool:
        """Let the room follow other slides, standing at one of them."""
        return self._write(rooms.reorder, room, order, at=at, now=now)

    def drive(self, room: str, *, by: str, now: datetime) -> bool:
        """Hand over to this screen."""
        return self._write(rooms.drive, room, by=by, now=now)

    def close(self, room: str, *, now: datetime) -> bool:
        return self._write(rooms.close, room, now=now)

    def attend(self, room: str, *, process: str, phones: int, now: datetime) -> bool:
        """How many phones listen to one server process."""
        return self._write(rooms.attend, room, process=process, phones=phones, now=now)

    def phones(self, room: str, *, since: datetime) -> int:
        """How many phones listen, by what processes said since then (they say it every five seconds)."""
        return self._read(rooms.phones, room, since=since)

    # Rounds

    def open_round(self, new: Round) -> bool:
        """Refused unless it is round 1, or 2 after 1. Closes what was open, and puts itself on the screens."""
        return self._write(rounds.open_round, new)

    def close_round(self, round_id: str, *, now: datetime) -> bool:
        return self._write(rounds.close_round, round_id, now=now)

    def show(self, round_id: str, *, now: datetime, answers: bool | None = None, right: bool | None = None) -> bool:
        """Show or hide the answers, and what is right."""
        return self._write(rounds.show, round_id, now=now, answers=answers, right=right)

    def count_hands(self, round_id: str, counts: Mapping[str, int], *, now: datetime) -> bool:
        return self._write(rounds.count_hands, round_id, counts, now=now)

    def put(self, room: str, round_id: str | None, *, now: datetime) -> bool:
        """Which round is on the screens, open or closed; none takes it off."""
        return self._write(rooms.put, room, round_id, now=now)

    def rounds(self, room: str) -> tuple[Round, ...]:
        """Oldest first."""
        return self._read(rounds.of_room, room)

    def round(self, round_id: str) -> Round | None:
        return self._read(rounds.by_id, round_id)

    # Answers

    def vote(self, vote: Vote) -> bool:
        """Once this returns true the vote is stored, in the place of an earlier one of the same participant."""
        return self._write(votes.store_all, [vote]) == [True]

    def vote_all(self, given: Sequence[Vote]) -> list[bool]:
        """The same for many at once."""
        return self._write(votes.store_all, given)

    def ballots(self, round_id: str) -> tuple[Ballot, ...]:
        """What `school.live.tally` counts."""
        return self._read(votes.ballots, round_id)

    def voted(self, round_id: str) -> int:
        """How many answered or skipped."""
        return self._read(votes.voted, round_id)

    def votes_of(self, room: str, participant: str) -> dict[str, Vote]:
        """What one participant answered, by round."""
        return self._read(votes.of_participant, room, participant)

    def texts(self, round_id: str) -> tuple[WrittenAnswer, ...]:
        """What people wrote in a round, for the trainer."""
        return self._read(votes.texts, round_id)

    def moderate_text(self, round_id: str, written: str, state: TextState, *, now: datetime) -> bool:
        """`written` is the id of the written answer."""
        return self._write(votes.moderate, round_id, written, state, now=now)

    # Questions from the room

    def ask(self, new: Question, *, participant: str) -> bool:
        return self._write(room_questions.ask, new, participant=participant)

    def back(self, question: str, *, room: str, participant: str, on: bool, now: datetime) -> bool:
        """Vote for a question of another, or take that back."""
        return self._write(room_questions.back, question, room=room, participant=participant, on=on, now=now)

    def moderate_question(self, question: str, state: QuestionState, *, now: datetime) -> bool:
        return self._write(room_questions.moderate, question, state, now=now)

    def questions(self, room: str, *, participant: str | None = None) -> tuple[Question, ...]:
        """All of them, whatever their state; those with most votes first."""
        return self._read(room_questions.of_room, room, participant=participant)

    # Forgetting

    def forget(self, now: datetime) -> Forgotten:
        """What must not be kept longer: see `school.live` for the terms. Saying it twice forgets nothing more."""
        return self._write(room_retention.forget, now=now)
