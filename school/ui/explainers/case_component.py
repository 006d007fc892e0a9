"""The widget of a case: one moment or end, with the way so far. Its script is in `widgets/case.js`."""

from collections.abc import Callable, Mapping

from school.ui.components import component


def case_card(data: Mapping[str, object], *, key: str, on_choose: Callable[[], None], on_open: Callable[[], None]) -> None:
    """What `data` says. Choosing calls `on_choose` (place and choice in its trigger `chosen`), going somewhere `on_open` (`opened`)."""
    component("case")(key=key, data=dict(data), on_chosen_change=on_choose, on_opened_change=on_open)
