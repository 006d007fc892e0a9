"""The certificate: a name to type and a button. The form goes to the server itself, so the name never gets into the page."""

from school.certificates import earned
from school.dutch import percent
from school.reports.certificate import MAX_NAME
from school.ui.visit import Visit
from school.ui.words import in_text

FORM = f"""<form method="post" action="/certificaat" class="school-certificate">
<label><span>Je naam op het certificaat</span><input name="naam" autocomplete="name" maxlength="{MAX_NAME}" spellcheck="false"></label>
<p>We bewaren je naam niet: die komt alleen in het bestand. Laat je dit leeg, dan komt er een regel om hem zelf op te schrijven.</p>
<button type="submit">Download je certificaat (PDF)</button>
</form>"""


def certificate(here: Visit) -> str:
    """The certificate of the best eindtoets, as Markdown with its form; nothing for somebody who did not pass one."""
    attempt = earned(here.record)
    if attempt is None:
        return ""
    heading = "## Certificaat\n\n"
    if here.learner is None or not here.reachable:
        return f"{heading}Je hebt de eindtoets gehaald. Je uitslag is nog niet bewaard; daarna kun je hier een certificaat downloaden."
    text = (
        f"Je hebt de eindtoets gehaald, met {percent(attempt.score or 0)}. Je kunt een certificaat downloaden: "
        "deelname, geen registerpunten. Met de code erop kan iedereen nagaan of het echt is."
    )
    return f"{in_text(heading + text)}\n\n{FORM}"
