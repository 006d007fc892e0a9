"""The card of a module as a PDF: one sheet of A4 with a card on it that is folded once. It says what module.yaml says."""

from datetime import UTC, datetime, time

from school.content import Course, Helpline, Module
from school.dutch import month
from school.pocket_card import CardPart
from school.reports.typesetting import typeset


def card_pdf(course: Course, module: Module) -> bytes | None:
    """The sheet; nothing for a module without a card. The same content gives the same bytes."""
    card = module.card
    if card is None:
        return None
    about = course.about
    data = {
        "title": f"Kaart voor in je zak: {card.title}",
        "course": about.title,
        "version": about.version,
        "heading": card.title,
        "left": [_part(course, part) for part in card.left.values()],
        "right": [_part(course, part) for part in card.right.values()],
        "sources": [course.sources[name].short for name in card.sources],
        "reviewed": month(card.reviewed),
    }
    return typeset("card.typ", data, made=datetime.combine(card.reviewed, time(), UTC))


def _part(course: Course, part: CardPart) -> dict[str, object]:
    helplines = [course.contacts.helplines[name] for name in part.helplines]
    return {
        "title": part.title,
        "numbered": part.numbered,
        "lines": list(part.lines.values()),
        "helplines": [_helpline(line) for line in helplines],
    }


def _helpline(line: Helpline) -> dict[str, str]:
    """'113' and 'Zelfmoordpreventie': the number stands in front already."""
    return {"number": line.number, "name": line.name.removeprefix(line.number).strip(), "tel": line.tel, "when": line.when}
