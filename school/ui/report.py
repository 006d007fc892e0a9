"""'Meld een fout in deze vraag': a way to tell the makers, with the question and its version."""

from html import escape
from urllib.parse import quote

from school.content import Course
from school.tasks import Task


def report_mistake(course: Course, name: str, task: Task) -> str:
    """A quiet line to fold open, as HTML for `show_words`."""
    subject = f"{course.about.title}: vraag {name} (versie {task.version})"
    address = course.about.report_address
    if address:
        mail = f"mailto:{quote(address)}?subject={quote(subject)}"
        how = f'<a href="{escape(mail)}">Schrijf ons een e-mail</a>. Vertel wat er niet klopt.'
    else:
        how = "Klopt er iets niet? Geef dit door aan wie jou deze cursus gaf, met je opmerking erbij:"
    return (
        '<details class="school-fold"><summary>Meld een fout in deze vraag</summary>'
        f"<p>{how}</p><p><code>{escape(subject)}</code></p></details>"
    )
