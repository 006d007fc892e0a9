"""What somebody pressed is done whole, also when they press something else at that very moment.

Streamlit 1.67 looks for a newer request before it does what was pressed, and again each time that touches the session. Is there
one, then it goes on with that and forgets the press: an answer would be gone (docs/decisions/0007-saving.md). Here it looks again
only when everything that was pressed is done.
"""

import inspect
from typing import TYPE_CHECKING, Any

from streamlit.runtime.state.safe_session_state import SafeSessionState

if TYPE_CHECKING:
    from collections.abc import Callable

DOES = "on_script_will_rerun"
LOOKS = "_yield_callback"


def keep_callbacks_whole(session: type = SafeSessionState) -> bool:
    """Lets nothing come between a press and what it does; whether Streamlit is built as we know it, else it is left alone."""
    does: Callable[..., None] | None = getattr(session, DOES, None)
    if does is None or list(inspect.signature(session).parameters) != ["state", "yield_callback"]:
        return False

    def whole(self: Any, *given: Any, **named: Any) -> None:
        looks = getattr(self, LOOKS)
        object.__setattr__(self, LOOKS, _does_not_look)  # its own way of setting would put it in the session
        try:
            does(self, *given, **named)
        finally:
            object.__setattr__(self, LOOKS, looks)

    setattr(session, DOES, whole)
    return True


def _does_not_look() -> None:
    """Whatever comes meanwhile waits."""
