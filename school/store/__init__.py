"""What is remembered of people. The only SQL; content and rules live elsewhere."""

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from school.store.store import Store

__all__ = ["UNREACHABLE", "Store"]

UNREACHABLE = (OperationalError, InterfaceError, NoConnectionLeft)
"""What is raised when the database cannot be reached, is locked too long, or has no connection to spare."""
