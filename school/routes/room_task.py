"""What a room is asked, as a form on a phone needs it. Nothing is parsed or graded here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from school.grading import MAX_WORDS, REFLECTED
from school.learning import shuffled
from school.live import Asked, Cloud, OpenText, Poll, Scale
from school.live.asked import MAX_CLOUD, MAX_OPEN
from school.tasks import TRUTHS, Choice, Match, Multiple, Number, Order, Reflect, ShortWords, TrueFalse

Kind = Literal["radio", "check", "points", "number", "word", "text", "order", "match", "think"]


@dataclass(frozen=True)
class Form:
    """A question with its fields. `left` and `options` hold pairs of a value and its words."""

    kind: Kind
    prompt: str
    how: str
    options: tuple[tuple[str, str], ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    most: int = 0
    unit: str = ""
    ends: tuple[str, str] = ("", "")
    graded: bool = True
    read_first: bool = False


def form(asked: Asked, *, mixed_by: str, moderated: bool) -> Form:
    """The form for what is asked. What must be ordered or paired is mixed, the same way on every phone of the round."""
    match asked:
        case Choice():
            return Form("radio", asked.prompt, "Kies één antwoord", _options(asked.options))
        case Multiple():
            return Form("check", asked.prompt, "Kies alles wat klopt", _options(asked.options))
        case TrueFalse():
            return Form("radio", asked.prompt, "Waar of niet waar?", tuple(TRUTHS.items()))
        case Number():
            how = f"Een getal van {asked.minimum:g} tot en met {asked.maximum:g}"
            return Form("number", asked.prompt, how, most=12, unit=asked.unit)
        case Order():
            items = tuple((name, asked.items[name]) for name in shuffled(asked.items, mixed_by))
            return Form("order", asked.prompt, "Geef elk onderdeel een plaats", items, most=len(items))
        case Match():
            right = tuple((name, asked.right[name]) for name in shuffled(asked.right, mixed_by))
            return Form("match", asked.prompt, "Kies bij elk onderdeel wat erbij hoort", right, tuple(asked.left.items()))
        case ShortWords():
            return Form("word", asked.prompt, "Een tot drie woorden", most=MAX_WORDS)
        case Reflect():
            how = "Denk er even over na. Wat je denkt, hoef je nergens in te vullen."
            return Form("think", asked.prompt, how, ((REFLECTED, ""),), graded=False)
        case Poll():
            return Form("radio", asked.prompt, "Kies één antwoord, er is geen goed of fout", tuple(asked.options.items()), graded=False)
        case Scale():
            points = tuple((str(point), str(point)) for point in range(asked.low, asked.high + 1))
            return Form("points", asked.prompt, _span(asked), points, ends=(asked.low_text, asked.high_text), graded=False)
        case Cloud():
            return Form("word", asked.prompt, "Eén of twee woorden", most=MAX_CLOUD, graded=False, read_first=moderated)
        case OpenText():
            return Form("text", asked.prompt, "Een paar zinnen", most=MAX_OPEN, graded=False, read_first=moderated)
        case _:
            assert_never(asked)


def _options(options: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(getattr(option, "text", option))) for name, option in options.items())


def _span(asked: Scale) -> str:
    ends: Iterable[str] = (asked.low_text and f"{asked.low}: {asked.low_text}", asked.high_text and f"{asked.high}: {asked.high_text}")
    return ", ".join(filter(None, ends)) or f"Van {asked.low} tot en met {asked.high}"
