"""How one part of the store is given its transactions: functions that run a question or a change in one."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection

P = ParamSpec("P")
T = TypeVar("T")


class Transaction(Protocol):
    """Runs `work` in a transaction of its own and gives what it gives."""

    def __call__(self, work: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...
