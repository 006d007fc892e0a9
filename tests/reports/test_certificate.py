"""The certificate as other programs read it: one page, everything on it, in reading order, for everybody."""

import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from school.certificates import Certificate, read_code
from school.reports.certificate import MAX_NAME, certificate_pdf, tidy
from school.reports.typesetting import typeset
from tests.paper import in_order

pytestmark = pytest.mark.thorough

CODE = "7Q4M-2XTA-9FD4-HC3V"
BASE = "https://cursus.example.nl"
ISSUED = datetime(2026, 11, 23, 9, 0, 0, 123456, tzinfo=UTC)
CERTIFICATE = Certificate(
    CODE, "Hechting en trauma", "1.0.0", "eindtoets", 0.853, 0.7, 139, datetime(2026, 11, 22, 23, 30, tzinfo=UTC), ISSUED
)
LONGEST = "Wilhelmina Theodora Şükrü-Nguyễn van Oldenbarneveldt-Łukasz"


def made(**changes: str) -> bytes:
    return certificate_pdf(CERTIFICATE, **({"name": "Noor van der Linden", "base": BASE} | changes))


def test_it_says_everything_in_reading_order(paper):
    text = paper(made()).text
    assert in_order(
        text,
        "Certificaat van deelname",
        "Noor van der Linden",
        "heeft deze cursus gevolgd en de eindtoets gehaald",
        "Hechting en trauma",
        "Behaald op 23 november 2026",  # in the Netherlands it was past midnight
        "Eindtoets 85% (gehaald vanaf 70%)",
        "Studielast 2 uur en 20 minuten",
        "Versie van de cursus 1.0.0",
        "Deelname, geen registerpunten",
        f"Code {CODE}",
        f"cursus.example.nl/certificaat/{CODE}",
    ), text


@pytest.mark.parametrize("name", ["Noor van der Linden", "", "Li", LONGEST, "W" * MAX_NAME])
@pytest.mark.parametrize("base", [BASE, "https://leren.een-heel-lange-naam-van-een-organisatie.nl/cursussen"])
def test_it_is_one_page_lying_down(paper, name, base):
    it = paper(made(name=name, base=base))
    assert it.info("Pages") == "1"
    assert it.info("Page size").startswith("841.89 x 595.276")


def test_it_has_tags_a_title_and_a_language(paper):
    it = paper(made())
    assert it.info("Tagged") == "yes"
    assert it.info("Title") == "Certificaat van deelname: Hechting en trauma"
    assert it.catalog["/Lang"] == "u:nl-NL"
    assert it.catalog["/ViewerPreferences"]["/DisplayDocTitle"] is True
    assert it.tags.count("H1") == 1
    assert {"Document", "P", "Figure", "Link"} <= set(it.tags)


def test_the_qr_code_is_described_and_the_drawing_passed_by(paper):
    pictures = [thing for thing in paper(made()).objects if thing.get("/S") == "/Figure"]
    assert [str(picture["/Alt"]) for picture in pictures] == ["u:QR-code met het adres waarop je ziet of dit certificaat geldig is."]


def test_its_fonts_are_ours_and_inside(paper):
    ours = ("Leeskamer-Regular", "Leeskamer-SemiBold", "LeeskamerSchreefloos-Regular", "LeeskamerSchreefloos-SemiBold")
    assert paper(made(name=LONGEST)).fonts == dict.fromkeys(ours, ("yes", "yes"))


@pytest.mark.parametrize("base", [BASE, f"{BASE}/", "http://localhost:8501"])
def test_a_camera_reads_the_qr_code(paper, base):
    assert paper(made(base=base)).codes() == [f"{base.rstrip('/')}/certificaat/{CODE}"]


def test_the_same_certificate_is_the_same_file():
    assert made() == made()


def test_without_a_name_there_is_a_line_to_write_it_on(paper):
    text = paper(made(name="   ")).text
    assert in_order(text, "Certificaat van deelname", "Naam", "heeft deze cursus gevolgd")


def test_another_course_and_score_are_said_as_they_were(paper):
    other = replace(
        CERTIFICATE, course="Thee zetten, voor wie al jaren koffie zet en toch iets nieuws wil leren", score=1.0, minutes=45, version="3"
    )
    it = paper(certificate_pdf(other, name="Koen", base=BASE))
    assert in_order(it.text, "Thee zetten, voor wie", "Eindtoets 100%", "Studielast 45 minuten", "cursus 3")
    assert it.info("Pages") == "1"


@pytest.mark.parametrize("name", ['#read("/etc/passwd")', "$x^2$", "*vet* _schuin_ <a> @b \\ // /*", '"]#panic()['])
def test_a_name_is_words_and_never_code(paper, name):
    assert name in paper(made(name=name)).text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Noor \n van\tder  Linden ", "Noor van der Linden"),
        ("Zoe\u0308", "Zoë"),
        ("\u202eroo\u200dN\x00", "roo N"),
        ("n" * 99, "n" * MAX_NAME),
        (" ", ""),
    ],
)
def test_a_name_is_one_line_of_what_can_be_seen(typed, kept):
    assert tidy(typed) == kept


@pytest.mark.parametrize(
    "name", ["", "Noor", "Zoë Łukasz-Nguyễn", "Şükrü ’t Hart", "Иван", "Ελένη", "Đặng Ñúñez Þór", "O'Brien-Çelik (PhD)"]
)
def test_our_fonts_have_the_letters_of_many_names(paper, name):
    assert name in paper(made(name=name)).text


@pytest.mark.parametrize("name", ["李小龙", "محمد", "Noor 🌻"])
def test_and_say_so_when_they_have_not(name):
    with pytest.raises(ValueError, match=r"certificate\.typ"):
        made(name=name)


def test_a_name_that_cannot_be_set_stays_out_of_the_error_and_the_log(caplog):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(ValueError, match="typeset") as raised:
        made(name="Noor 李小龙")
    assert raised.value.__suppress_context__
    assert raised.value.__cause__ is None
    assert "Noor" not in caplog.text + str(raised.value)


def test_another_fault_keeps_its_cause():
    with pytest.raises(ValueError, match=r"certificate\.typ") as raised:
        typeset("certificate.typ", {"title": "Zonder de rest"}, made=ISSUED)
    assert raised.value.__cause__ is not None


def test_the_code_of_these_tests_is_no_real_one():
    assert read_code(CODE) is None
