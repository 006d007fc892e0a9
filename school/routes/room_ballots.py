"""Votes on their way to the store. Those that come while one batch is written go together in the next: one transaction."""

import asyncio
from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool

from school.live import Vote

MOST = 500
"""Votes in one transaction."""


class BallotBox:
    """Puts votes in the store, together when many come at once. Nothing is acknowledged before it is committed."""

    def __init__(self, store: Callable[[Sequence[Vote]], list[bool]]) -> None:
        self._store = store
        self._waiting: list[tuple[Vote, asyncio.Future[bool]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def put(self, vote: Vote) -> bool:
        """Whether the vote counts; it is stored when this returns. What the store raises, everybody in the batch gets."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((vote, done))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        return await done

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            try:
                kept = await run_in_threadpool(self._store, [vote for vote, _ in batch])
            except Exception as problem:  # noqa: BLE001  (passed on to everybody who waits)
                _end(batch, problem)
            else:
                for (_, done), keep in zip(batch, kept, strict=True):
                    if not done.done():
                        done.set_result(keep)


def _end(batch: Sequence[tuple[Vote, asyncio.Future[bool]]], problem: Exception) -> None:
    for _, done in batch:
        if not done.done():
            done.set_exception(problem)
