"""The addresses of the course: every page, step, quiz and term has one that keeps working. No page is made here."""

from urllib.parse import quote, urlencode

from school.content import Course, Module, Step

FIRST_MODULE = "welkom"
PAGES = ("toets", "herhalen", "voortgang", "begrippen", "zoeken", "over", "presenteren", "voorbereiden", "team")


def page_paths(course: Course) -> frozenset[str]:
    """Every path at which Streamlit shows a page of ours."""
    return frozenset({"/", *(f"/{path}" for path in PAGES), *(module_path(module) for module in course.modules)})


def module_path(module: Module) -> str:
    """'/hechting'; the first module is the front page, '/'."""
    return "/" if module.id == FIRST_MODULE else f"/{module.id}"


def step(of: Step) -> str:
    """'/hechting?stap=still-face'."""
    path = "/" if of.module == FIRST_MODULE else f"/{of.module}"
    return f"{path}?{urlencode({'stap': of.id})}"


def quiz(quiz_id: str) -> str:
    """'/toets?quiz=hechting'."""
    return f"/toets?{urlencode({'quiz': quiz_id})}"


def term(term_id: str) -> str:
    """'/begrippen?begrip=sensitief'."""
    return f"/begrippen?{urlencode({'begrip': term_id})}"


def film(film_id: str) -> str:
    """'/film/still-face-film', for own films."""
    return f"/film/{quote(film_id)}"


def drawing(file: str) -> str:
    """'/tekening/wandeling.svg', for drawings beside the content."""
    return f"/tekening/{quote(file)}"


def print_view(module_id: str) -> str:
    """'/afdruk/hechting'."""
    return f"/afdruk/{quote(module_id)}"


def card(module_id: str) -> str:
    """'/kaart/hechting', the card of a module as a PDF."""
    return f"/kaart/{quote(module_id)}"


ROOM_REPORTS = {"pdf": "Verslag (PDF)", "xlsx": "Excel (XLSX)", "csv": "CSV"}
HANDOUTS = {"notities": "Notities", "deelnemers": "Hand-out", "antwoordkaarten": "Antwoordkaarten"}


def room_report(code: str, form: str) -> str:
    """'/verslag/123456.pdf', the report of a room."""
    return f"/verslag/{quote(code)}.{form}"


def handout(order_id: str, sort: str) -> str:
    """'/draaiboek/ID/notities.pdf', a paper that goes with a running order."""
    return f"/draaiboek/{quote(order_id)}/{sort}.pdf"
