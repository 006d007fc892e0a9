"""What pydantic says of a value, in the words of a trainer; no file and no place."""

from pydantic_core import ErrorDetails

from school.loading.problems import did_you_mean

SENTENCES = {
    "missing": "dit veld ontbreekt",
    "extra_forbidden": "dit veld kennen we niet",
    "union_tag_not_found": "dit veld ontbreekt",
    "bool": "hier hoort true of false",
    "date": "hier hoort een datum, zoals 2026-11-22",
    "greater_than": "dit moet meer dan {gt:g} zijn",
    "greater_than_equal": "dit moet minstens {ge:g} zijn",
    "less_than_equal": "dit mag hoogstens {le:g} zijn",
    "string_pattern_mismatch": "hier horen alleen cijfers",
    "too_long": "meer dan {max_length} kan hier niet",
    "too_short": "hier is er minstens {min_length} nodig",
    "dict": "hier horen namen met een waarde erachter",
    "finite": "hier hoort een gewoon getal",
    "float": "hier hoort een getal",
    "int": "hier hoort een heel getal",
    "list": "hier hoort een lijst, zoals [een, twee]",
    "model": "hier horen velden met een waarde erachter",
    "tuple": "hier hoort een lijst, zoals [een, twee]",
}
"""By the whole name of an error, or by its first word; `{}` is filled from what pydantic tells."""


def sentence(details: ErrorDetails) -> str:
    """One sentence, without a capital or full stop: it stands behind a file, a line and a field."""
    name, context = details["type"], details.get("ctx", {})
    match name:
        case "value_error":
            return str(context["error"])
        case "string_type":
            return _no_text(details["input"])
        case "literal_error":
            return f"kies uit {_choices(context['expected'])}"
        case "union_tag_invalid":
            tags = [tag.strip("' ") for tag in context["expected_tags"].split(",")]
            return f"'{context['tag']}' bestaat niet{did_you_mean(context['tag'], tags)}; kies uit {', '.join(tags)}"
        case "missing" if isinstance(details["loc"][-1], int):
            return "hier ontbreekt er nog een"
    known = SENTENCES.get(name) or SENTENCES.get(name.partition("_")[0], "deze waarde kan hier niet")
    return known.format(**context)


def _no_text(given: object) -> str:
    if given is None:
        return "hier ontbreekt de tekst"
    if isinstance(given, (dict, list)):
        return "hier hoort gewone tekst"
    return f"hier hoort tekst: zet aanhalingstekens om {given}"


def _choices(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", " of ")
