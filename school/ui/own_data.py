"""Your data is yours: take it to another device, download it, erase it."""

import json
from datetime import timedelta

import segno
import streamlit as st

from school.dutch import clock
from school.identity import new_token, token_hash
from school.learning import Record
from school.store import UNREACHABLE
from school.ui.visit import Visit, visit
from school.ui.words import in_text, show_words
from school.xapi import json_lines

VALID_MINUTES = 15
ERASE = """<details class="school-more"><summary>Wis alles</summary>
<p>Al je antwoorden, toetsen en stappen verdwijnen. Dit kan niet ongedaan worden gemaakt. Een certificaat blijft geldig.</p>
<form method="post" action="/wissen"><button type="submit">Wis alles</button></form></details>"""


def show_own_data(here: Visit) -> None:
    """Three things you may do with what is kept; only shown when something is."""
    heading = "## Je gegevens\n\n"
    if here.learner is None or here.record == Record():
        show_words(f"{heading}Er is nog niets van je bewaard. Dat gebeurt pas bij je eerste antwoord of stap.")
        return
    text = (
        "We bewaren je antwoorden, ook wat je half hebt gelegd, je keuzes in casussen, je stappen en hoe ver je een film keek, "
        "zonder naam. Wat je zelf opschrijft, blijft op je eigen apparaat."
    )
    show_words(in_text(heading + text))
    _take_with_you()
    st.html(ERASE)


@st.fragment
def _take_with_you() -> None:
    _take_along()
    _download()


def _take_along() -> None:
    with st.expander("Ga verder op een ander apparaat", icon=":material/devices:", on_change="rerun", key="take-along") as box:
        if not box.open:
            return
        here = visit()
        st.markdown("Je krijgt een link en een QR-code. Ze werken één keer, en niet langer dan een kwartier.")
        st.button("Maak een link", key="make-link", on_click=_make_link)
        made = st.session_state.get("handover")
        if made and made["until"] > here.now:
            _show_link(made["link"], clock(made["until"], here.zone))


def _make_link() -> None:
    here = visit()
    if here.learner is None:
        return
    token, until = new_token(), here.runtime.now() + timedelta(minutes=VALID_MINUTES)
    base = (here.runtime.settings.public_url or _own_address()).rstrip("/")
    st.session_state.pop("handover", None)
    try:
        offered = here.runtime.store.offer_handover(here.learner, token_hash(token), until)
    except UNREACHABLE:
        offered = False
    if offered:
        st.session_state["handover"] = {"link": f"{base}/verder/{token}", "until": until}
    else:
        st.toast("De link kon niet worden gemaakt. Probeer het zo nog eens.")


def _own_address() -> str:
    """Where this course is, as the browser knows it."""
    url = st.context.url or "http://localhost:8501"
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.split('/', 1)[0]}"


def _show_link(link: str, until: str) -> None:
    code = segno.make(link, error="m").svg_inline(scale=5, border=3, dark="#0D1716", light="#FFFFFF")
    st.image(code, alt="QR-code met dezelfde link", width=240)
    st.code(link, language=None, wrap_lines=True)
    st.caption(f"Geldig tot {until}. Open de link alleen op je eigen apparaat.")


def _download() -> None:
    with st.expander("Bewaar mijn gegevens", icon=":material/download:", on_change="rerun", key="download") as box:
        if not box.open:
            return
        here = visit()
        if here.learner is None:
            return
        try:
            data = here.runtime.store.export(here.learner)
        except UNREACHABLE:
            st.markdown("Je gegevens zijn nu niet te bereiken. Probeer het zo nog eens.")
            return
        st.markdown("Eén bestand (JSON) met alles wat van jou bewaard is.")
        text = json.dumps(data, ensure_ascii=False, indent=2, default=str)
        st.download_button("Download", text, "mijn-gegevens.json", "application/json", icon=":material/download:", on_click="ignore")
        st.markdown("Heeft je organisatie een leersysteem dat xAPI leest? Dan kun je daar dit bestand geven. Er staat geen naam in.")
        base = here.runtime.settings.public_url or _own_address()
        lines = json_lines(here.course, here.record, base=base, learner=here.learner)
        kind = "application/x-ndjson"
        st.download_button(
            "Bewaar als xAPI-bestand", lines, "mijn-leren.jsonl", kind, icon=":material/download:", on_click="ignore", key="xapi"
        )
