"""Begrippen, Zoeken and Over: what one looks up."""

import streamlit as st

from school.content import Course, Term
from school.dutch import day
from school.searching import Found, search
from school.ui.links import ready
from school.ui.pages import all_pages, step_link
from school.ui.sidebar import arrived
from school.ui.team_sheet import show_sheet
from school.ui.visit import Visit, visit

BASIS = {"read": "", "well-known": " *"}


def show_terms() -> None:
    """Every professional term once; the one that the address asks for on top."""
    here = visit()
    terms = here.course.terms
    st.title("Begrippen", anchor=False)
    asked = terms.get(st.query_params.get("begrip", ""))
    if asked:
        with st.container(border=True):
            also = f"  \n:gray[Ook: {', '.join(asked.also)}]" if asked.also else ""
            st.markdown(f"#### {asked.term}\n\n{ready(here.course, asked.text)}{also}", anchors=False)
    in_order = sorted(terms.values(), key=lambda term: term.term.casefold())
    st.markdown("\n\n".join(_entry(here.course, term) for term in in_order), width=620)
    arrived(f"/begrippen/{st.query_params.get('begrip', '')}")


def _entry(course: Course, term: Term) -> str:
    also = f" :gray[({', '.join(term.also)})]" if term.also else ""
    return f"**{term.term}**{also}  \n{ready(course, term.text)}"


def show_search() -> None:
    """Steps and terms that hold the words."""
    here = visit()
    st.title("Zoeken", anchor=False)
    words = st.text_input(
        "Zoek in alle stappen en begrippen",
        value=st.query_params.get("q", ""),
        max_chars=60,
        key="words",
        placeholder="Bijvoorbeeld: troost",
    )
    if words != st.query_params.get("q", ""):
        st.query_params.from_dict({"q": words} if words else {})
    if words:
        found = search(here.course, words)
        st.markdown(f"{len(found)} gevonden." if found else "Niets gevonden. Probeer een ander woord, of een deel van het woord.")
        for place, one in enumerate(found):
            _show_found(here, place, one)
    arrived("/zoeken")


def _show_found(here: Visit, place: int, found: Found) -> None:
    with st.container(gap=None, key=f"found-{place}"):
        if found.step:
            module = here.course.module(found.step.module)
            step_link(here.course, found.step, f"**{found.title}** · {module.title if module else ''}", icon=":material/article:")
        elif found.term:
            st.page_link(
                all_pages(here.course)["begrippen"],
                label=f"**{found.title}**",
                query_params={"begrip": found.term},
                icon=":material/dictionary:",
            )
        st.markdown(f":small[{ready(here.course, found.excerpt)}]", width=620)


def show_about() -> None:
    """Sources with review dates, privacy, accessibility, colofon."""
    here = visit()
    about = here.course.about
    st.title("Bronnen en privacy", anchor=False)
    st.markdown(f"{about.title}, versie {about.version}. Inhoud nagekeken op {day(about.as_of)}.", width=620)
    text = "\n\n".join([_sources(here.course), _privacy(here), ACCESSIBILITY, f"## Colofon\n\n{ready(here.course, about.colofon)}"])
    st.markdown(text, width=620, anchors=False)
    show_sheet(here)
    arrived("/over")


def _sources(course: Course) -> str:
    lines = [
        f"- {f'[{source.full}]({source.url})' if source.url else source.full}{BASIS[source.basis]} :gray[Nagekeken: {day(source.as_of)}.]"
        for source in sorted(course.sources.values(), key=lambda source: source.full.casefold())
    ]
    intro = "De meeste bronnen lazen we in samenvatting of voor een deel. Een * betekent: bekende vakliteratuur, niet opnieuw geopend."
    return "\n".join(["## Bronnen", "", intro, "", *lines])


def _privacy(here: Visit) -> str:
    months = here.runtime.settings.keep_months
    return f"""## Privacy

**Geen account.** We vragen geen naam en geen e-mailadres en bewaren geen IP-adres. Niemand volgt je.

**Een cookie, en geen dat je volgt.** `leerling` is een willekeurig getal waaraan we je apparaat herkennen, 400 dagen na je
laatste bezoek. Zonder dat cookie kunnen we je antwoorden niet aan jou teruggeven. Het is nodig voor de cursus en gaat naar
niemand anders. Daarnaast zet Streamlit, waarop de cursus draait, het technische cookie `_streamlit_xsrf` tegen misbruik van
formulieren. Trainers krijgen met hun link het cookie `sleutel`.

**Wat we bewaren.** Vanaf het eerste wat je doet: je antwoorden met tijd en score en hoe zeker je was als je dat zei, de vragen die
terugkomen en wanneer, de stappen die je afrondde, wat je koos in casussen, wat je half hebt gelegd, je toetsen, van welke oefening
je het antwoord bekeek, hoe ver je een film keek, welke plekken van de wandeling je zag en of je pauze hebt. Daarmee tonen we je voortgang.

**Wat we niet bewaren.** Wat je zelf opschrijft bij een denkvraag of bij Vragen. Dat blijft in je eigen browser.

**Hoe lang.** Na {months} maanden zonder activiteit wissen we alles vanzelf. Zelf wissen kan altijd, bij Voortgang.
Een certificaat blijft geldig: code, cursus, score en dag blijven staan, maar niet meer van wie het was. Je naam bewaren we nooit.

**In een zaal.** Wat je in een zaal antwoordt, is naamloos en staat los van je voortgang, tot je zelf kiest voor *Neem mee*. Wat je daar
typte, wissen we 30 dagen na sluiting van de zaal. Na 12 maanden is ook niet meer te zien welke antwoorden bij elkaar horen.

**Films.** Een film van YouTube laden we pas als jij erop drukt. Dan krijgt YouTube (Google) je IP-adres en gegevens over je browser."""


ACCESSIBILITY = """## Toegankelijkheid

Alles werkt met het toetsenbord, met één vinger zonder slepen en met een schermlezer. Shift met pijl rechts of links
brengt je een stap verder of terug. Elke film en elke grafiek staat er ook in woorden. De pagina volgt de lichte of donkere
stand van je apparaat en werkt tot 200% vergroting. We meten met de regels van WCAG 2.2, niveau A en AA. Loop je ergens vast,
laat het weten aan wie jou deze cursus gaf."""
