"""The certificate as a PDF of one page. The name goes from the learner's keyboard into the paper, and nowhere else."""

import io
import unicodedata

import segno

from school.certificates import Certificate
from school.dutch import HOME, day, duration, percent
from school.reports.typesetting import typeset

MAX_NAME = 60
_INK = "#0D1716"


def certificate_pdf(certificate: Certificate, *, name: str, base: str) -> bytes:
    """The paper; `base` is the address of the course, for whoever checks it. Without a name there is a line to write it on.

    `ValueError` when our fonts lack a letter of the name.
    """
    address = check_address(certificate.code, base)
    data = {
        "title": f"Certificaat van deelname: {certificate.course}",
        "name": tidy(name),
        "course": certificate.course,
        "facts": _facts(certificate),
        "code": certificate.code,
        "address": address,
        "shown_address": address.split("://", 1)[-1],
        "qr": _qr(address),
    }
    return typeset("certificate.typ", data, made=certificate.issued)


def check_address(code: str, base: str) -> str:
    """Where a certificate can be checked."""
    return f"{base.rstrip('/')}/certificaat/{code}"


def tidy(name: str) -> str:
    """A name without what cannot be seen, on one line, of at most `MAX_NAME` characters."""
    seen = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in unicodedata.normalize("NFC", name))
    return " ".join(seen.split())[:MAX_NAME].strip()


def _facts(certificate: Certificate) -> list[tuple[str, str]]:
    return [
        ("Behaald op", day(certificate.achieved.astimezone(HOME))),
        ("Eindtoets", f"{percent(certificate.score)} (gehaald vanaf {percent(certificate.pass_mark)})"),
        ("Studielast", duration(certificate.minutes)),
        ("Versie van de cursus", certificate.version),
    ]


def _qr(address: str) -> str:
    """The address as a drawing, without a border: the paper around it is light enough."""
    svg = io.BytesIO()
    segno.make(address, error="m").save(svg, kind="svg", border=0, dark=_INK, xmldecl=False)
    return svg.getvalue().decode()
