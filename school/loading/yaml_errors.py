"""What a YAML parser says of a broken text, in the words of a trainer; nothing is parsed here."""

from ruamel.yaml.error import MarkedYAMLError, YAMLError

COLON = "hier kan geen ': ' staan: zet de tekst tussen aanhalingstekens, of laat de regel minder ver inspringen"
SENTENCES = {
    "mapping values are not allowed": COLON,
    "could not find expected ':'": "hier ontbreekt ': ' na een naam, of een regel springt niet ver genoeg in",
    "cannot start any token": "hier staat een teken dat niet aan het begin kan: gebruik spaties in plaats van een tab, "
    "en zet een tekst die met een leesteken begint tussen aanhalingstekens",
    "found unexpected end of stream": "een aanhalingsteken dat hier begint, wordt niet gesloten",
    "found unexpected document separator": "een aanhalingsteken dat hier begint, wordt niet gesloten",
    "expected <block end>": "deze regel springt niet goed in, of er staat tekst na een aanhalingsteken",
    "expected the node content": "hier ontbreekt een waarde, of staat een leesteken te veel",
    "expected ',' or": "hier ontbreekt een komma of een sluithaakje",
    "special characters are not allowed": "hier staat een onzichtbaar teken dat niet mag: haal het weg",
}


def in_dutch(error: YAMLError) -> str:
    """One sentence for the author; the parser's own words when we have none."""
    said = str(error)
    known = next((sentence for words, sentence in SENTENCES.items() if words in said), None)
    return known or f"de YAML klopt hier niet ({_first_line(error)})"


def _first_line(error: YAMLError) -> str:
    problem = error.problem if isinstance(error, MarkedYAMLError) else None
    return str(problem or error).partition("\n")[0]


def line_of(error: YAMLError, text: str) -> int:
    """The line (from 1) that the author should look at: where a quote opens rather than where the file ends."""
    if isinstance(error, MarkedYAMLError):
        unclosed = "unexpected" in (error.problem or "") and error.context_mark
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        return int(mark.line) + 1 if mark else 1
    position = getattr(error, "position", 0)
    return text.count("\n", 0, position) + 1
