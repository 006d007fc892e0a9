"""What the card of a case shows, in the words of the learner; no widget, and nothing is stored."""

from school.explainers.case import ACTS, FICTION, paragraphs
from school.explainers.case_path import CasePath, advised_path, compared

Data = dict[str, object]


def card(path: CasePath, place: str) -> Data:
    """The open moment or end, with the way so far."""
    case, flags = path.case, path.flags_at(place)
    told = case.place(place)
    data: Data = {
        "label": case.title,
        "fiction": FICTION,
        "place": place,
        "at": path.at,
        "mode": _mode(path, place),
        "title": told.title,
        "text": told.paragraphs(flags),
        "intro": paragraphs(case.intro) if place == case.start else [],
        "kept": [text for flag, text in case.flags.items() if flag in flags],
        "trail": _trail(path),
    }
    return data | (_end(path) if data["mode"] == "end" else _moment(path, place))


def _mode(path: CasePath, place: str) -> str:
    if not path.visited(place):
        return "ahead"
    if place in path.case.ends:
        return "end"
    return "chosen" if path.chosen(place) else "choose"


def _trail(path: CasePath) -> list[list[str]]:
    made = [[node, path.case.nodes[node].title, path.case.nodes[node].choices[choice].text] for node, choice in path.steps]
    return [*made, [path.at, path.case.place(path.at).title, ""]]


def _moment(path: CasePath, place: str) -> Data:
    case, chosen = path.case, path.chosen(place)
    tried = path.tried.get(place, ())
    offered = case.offered(place, path.flags_at(place)) if place in case.nodes else {}
    data: Data = {
        "choices": [[name, choice.text, name in tried] for name, choice in offered.items()],
        "chosen": chosen or "",
    }
    if chosen:
        choice = case.nodes[place].choices[chosen]
        data |= {"then": paragraphs(choice.then), "next": [choice.to, case.place(choice.to).title]}
    return data


def _end(path: CasePath) -> Data:
    case, rows = path.case, compared(path)
    texts = {(node, name): choice.text for node, told in case.nodes.items() for name, choice in told.choices.items()}
    own = [
        {
            "place": row.node,
            "title": case.nodes[row.node].title,
            "choice": texts[row.node, row.choice],
            "tried": [texts[row.node, name] for name in row.tried],
            "mark": "same" if row.same else "also" if row.as_good else "other" if row.otherwise else "",
        }
        for row in rows
    ]
    advised = [
        {
            "title": case.nodes[node].title,
            "choice": texts[node, choice],
            "act": [case.advised[node].act, ACTS[case.advised[node].act]],
            "why": case.advised[node].why,
        }
        for node, choice in advised_path(case).steps
    ]
    return {"start": case.start, "summary": _summary(path), "own": own, "advised": advised, "choices": [], "chosen": ""}


def _summary(path: CasePath) -> str:
    rows = compared(path)
    other = next((row for row in rows if row.otherwise), None)
    if other is None and all(row.same for row in rows):
        return "Je liep de weg die we aanraden."
    if other is None:
        return "Je liep een andere weg dan wij aanraden. Waar de wegen uiteengaan, koos je iets wat ook goed is."
    return f"Bij ‘{path.case.nodes[other.node].title}’ koos je anders dan we aanraden. Je kunt daar altijd naar terug."
