"""A film in a lesson: what it is, what it may do to you, and nothing of a third party before you ask for it."""

from datetime import timedelta

import streamlit as st

from school import addresses
from school.content import Film
from school.dutch import month, number
from school.learning import watched_to
from school.live import PLAYS
from school.ui import saving
from school.ui.drawing import show_drawing
from school.ui.links import ready
from school.ui.present_component import stage_height
from school.ui.present_moving import film_does, heard, tell_room
from school.ui.visit import Visit, visit
from school.ui.words import fold, show_words

NOCOOKIE = "https://www.youtube-nocookie.com"
PROGRESS_MS = 5000
WAIT_SECONDS = 8
PATIENCE = timedelta(seconds=WAIT_SECONDS - 1)
"""How long a player may be silent."""
CONSENT = (
    "Pas als je drukt, maakt je browser contact met YouTube (Google). YouTube krijgt dan je IP-adres en gegevens over "
    "je browser, en kan iets op je apparaat opslaan. Wij sturen niets van jou mee."
)
PLAYING_EVENTS = ("onStart", "onPlay", "onProgress", "onDuration", "onPause", "onEnded")


@st.fragment
def show_film(name: str, *, warned: bool = False) -> None:
    """The film with this id, or what it shows in words when it cannot or should not be played.

    `warned` when the step itself already says what is coming.
    """
    here = visit()
    film = here.course.films[name]
    if here.record.paused and not here.presenting:
        st.markdown(":gray-badge[:material/spa: Film verborgen tijdens je pauze]")
        return
    if film.broken:
        _show_broken(here, film)
        return
    does = film_does(here) if here.presenting else None
    opened = does != "new" if does else bool(st.session_state.get(f"film-open:{name}"))
    if does and opened:
        _play(here, name, film, playing=does == "plays")  # the whole screen is for the film
        if st.session_state.get(f"film-failed:{name}"):
            _in_words(here, name, film)
        return
    _show_note(film, warned=warned)
    if film.watch_for:
        lines = "\n".join(f"{place}. {ready(here.course, text)}" for place, text in enumerate(film.watch_for.values(), 1))
        st.markdown(f"### Waar je op let\n\n{lines}", anchors=False)
    if opened:
        _play(here, name, film)
    else:
        _offer(here, name, film)
    if not here.presenting:
        _in_words(here, name, film)


def _show_broken(here: Visit, film: Film) -> None:
    with st.container(border=True):
        other = f"\n\nAnder adres op de dia: {film.other_address}" if film.other_address else ""
        st.markdown(f"#### {film.title}\n\n:gray-badge[:material/link_off: Deze film is er niet]\n\n{film.explanation}{other}")
    if not here.presenting:
        st.markdown(ready(here.course, film.text), width=620, anchors=False)


def _show_note(film: Film, *, warned: bool) -> None:
    if not film.note:
        return
    badges = []
    if film.minutes:
        badges.append(f":gray-badge[:material/schedule: {number(film.minutes, 0 if film.minutes % 1 == 0 else 1)} minuten]")
    if film.language:
        badges.append(f":gray-badge[:material/translate: {film.language}]")
    badges.append(f":orange-badge[:material/bar_chart: Heftigheid {film.note.intensity} van 3]")
    if warned:
        st.markdown(" ".join(badges))
        return
    with st.container(border=True):
        st.markdown(f"#### :material/spa: Vooraf: dit kan raken\n\n{' '.join(badges)}\n\n{film.note.text}", anchors=False)


def _offer(here: Visit, name: str, film: Film) -> None:
    with st.container(border=True, key=f"film-{name}"):
        st.markdown(f"#### {film.title}\n\n:small[:gray[Bron: {film.source}. Nagekeken: {month(film.as_of)}.]]", anchors=False)
        if not here.presenting:  # in front of a room what to watch for needs the place
            show_drawing(film.drawing)
        watched = 0 if here.presenting else watched_to(here.record, name)
        verb = "Kijk verder" if watched else "Speel de film af" if film.file else "Laad video van YouTube"
        st.button(verb, icon=":material/play_circle:", width="stretch", key=f"load:{name}", on_click=_open, args=(name, watched))
        if not film.file:
            st.caption(CONSENT)
        if film.page and not here.presenting:
            st.markdown(f"Liever zelf openen? [{film.title}]({film.page})")


def _open(name: str, watched: int) -> None:
    """Mounts the player; where it begins is frozen here, since a moving start makes the film jump back."""
    if visit().presenting:
        tell_room(film=PLAYS)
    st.session_state[f"film-open:{name}"] = True
    st.session_state[f"film-from:{name}"] = watched
    st.session_state.pop(f"film-asked:{name}", None)


def _play(here: Visit, name: str, film: Film, *, playing: bool | None = None) -> None:
    """The player; `playing` when who presents decides that, and not who sits at it."""
    # Loaded when a film is played, and not by the first page that could show one.
    from streamlit_player import st_player  # noqa: PLC0415

    start = st.session_state.get(f"film-from:{name}", 0)
    if st.session_state.get(f"film-failed:{name}"):
        _show_failed(name, film)
        return
    player = {
        "height": round(0.74 * stage_height()) if here.presenting else 349,
        "playing": playing,
        "playback_rate": 1,
        "progress_interval": PROGRESS_MS,
        "events": ["onStart", "onPlay", "onProgress", "onDuration", "onPause", "onEnded", "onError"],
        "key": f"player:{name}",
    }
    if film.file:
        event = st_player(f"{addresses.film(name)}#t={start}", **player)
    else:
        options = {"embedOptions": {"host": NOCOOKIE}, "playerVars": {"start": start, "rel": 0}}
        event = st_player(f"https://www.youtube.com/watch?v={film.youtube}", config={"youtube": options}, **player)
    if event.name == "onError" and not here.presenting:
        st.session_state[f"film-failed:{name}"] = True
        st.rerun(scope="fragment")
    if event.name in PLAYING_EVENTS:
        st.session_state[f"film-alive:{name}"] = True
    if here.presenting:
        heard(name, event.name)
    _remember(here, name, event.name, event.data)
    if not st.session_state.get(f"film-alive:{name}"):
        _wait(name)
    if start:
        st.caption(f"Je gaat verder bij {start // 60}:{start % 60:02d}.")
    if film.page:
        st.markdown(f"Laadt de film niet? [{film.title}]({film.page}), of lees hieronder wat je ziet.")


@st.fragment(run_every=WAIT_SECONDS)
def _wait(name: str) -> None:
    """A player that gives no sign of life is taken away: never a grey box."""
    now = visit().runtime.now()
    waited = now - st.session_state.setdefault(f"film-asked:{name}", now)
    if waited > PATIENCE and not st.session_state.get(f"film-alive:{name}"):
        st.session_state[f"film-failed:{name}"] = True
        st.rerun()


def _show_failed(name: str, film: Film) -> None:
    with st.container(border=True):
        where = f" Je kunt hem zelf openen: [{film.title}]({film.page})." if film.page else ""
        why = "Misschien ben je offline of houdt je netwerk de film tegen."
        st.markdown(f"#### De film laadt niet\n\n{why}{where} Hieronder staat in woorden wat je ziet.", anchors=False)
        st.button("Probeer het opnieuw", key=f"again:{name}", on_click=_try_again, args=(name,))


def _try_again(name: str) -> None:
    for state in ("failed", "alive", "asked"):
        st.session_state.pop(f"film-{state}:{name}", None)


def _remember(here: Visit, name: str, event: str | None, data: object) -> None:
    """The last event comes again at every rerun; the store keeps the highest second, so that does no harm."""
    if event == "onDuration" and isinstance(data, (int, float)):
        st.session_state[f"film-length:{name}"] = float(data)
    seconds = data.get("playedSeconds") if event == "onProgress" and isinstance(data, dict) else None
    if event == "onEnded":
        seconds = st.session_state.get(f"film-length:{name}")
    if not here.presenting and isinstance(seconds, (int, float)) and seconds > here.record.watched.get(name, 0):
        saving.save(here.runtime.store, here.learner, saving.Watched(name, float(seconds), here.runtime.now()))


def _in_words(here: Visit, name: str, film: Film) -> None:
    failed = bool(st.session_state.get(f"film-failed:{name}"))
    title = "Wat we over dit onderwerp weten" if film.content == "unknown" else "De film in woorden"
    if failed:
        st.markdown(f"### {title}\n\n{ready(here.course, film.text)}", width=620, anchors=False)
        return
    show_words(fold(title, ready(here.course, film.text)))
