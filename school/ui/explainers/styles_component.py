"""The widget of loose cards, in one typed function. Its script is in `widgets/styles.js`."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from school.explainers.styles import CARDS, LIST, Laid, RowFeedback, Styles
from school.learning import shuffled
from school.ui.components import component, taken_over

HOW = {CARDS: "Kies een kaartje en daarna een plek. Slepen mag ook.", LIST: "Kies per vak wat er past."}
OTHER = {CARDS: (LIST, "Liever kiezen uit een lijst"), LIST: (CARDS, "Liever kaartjes neerleggen")}


@dataclass(frozen=True)
class Judged:
    """Cards as they lay when they were looked at, what there is to say of each row, and how many `fit` in all `places`."""

    laid: Laid = field(default_factory=dict)
    said: dict[str, RowFeedback] = field(default_factory=dict)
    fit: int = 0
    places: int = 1

    @property
    def share(self) -> float:
        return self.fit / self.places

    @property
    def result(self) -> str:
        return f"{self.fit} van de {self.places} vakken {'past' if self.fit == 1 else 'passen'}."


def style_cards(  # noqa: PLR0913 - one widget with everything that varies
    styles: Styles, judged: Judged, lies: Laid, *, way: str, key: str, on_lay: Callable[[], None], on_way: Callable[[], None]
) -> None:
    """The table with its cards. Another way of doing it calls `on_way`, its id is in the trigger `way`.

    Laying a card calls `on_lay`; how they lie (`lies`) is then in the state `placed`: exercise -> row -> card. Feedback on
    a row leaves when its cards do.
    """
    placed, lying = ({column: dict(each.get(column, {})) for column in styles.columns} for each in (judged.laid, lies))
    first = taken_over(key, lying)
    data = {
        "way": way,
        "how": HOW[way],
        "other": OTHER[way],
        "label": styles.title,
        "heading": styles.heading,
        "figure": styles.figure or "",
        "rows": list(styles.left.items()),
        "columns": [_column(styles, column) for column in styles.columns],
        "id": key,
        "lies": first,
        "placed": placed,
        "said": {row: asdict(said) for row, said in judged.said.items()} or None,
        "result": judged.result,
    }
    component("styles", fetched=True)(key=key, data=data, default={"placed": first}, on_placed_change=on_lay, on_way_change=on_way)


def _column(styles: Styles, name: str) -> list[object]:
    told, cards = styles.columns[name], styles.tasks[name].right
    return [name, told.heading, told.ask, [[card, cards[card]] for card in shuffled(cards, name)], told.figure or ""]
