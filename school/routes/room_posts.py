"""What a phone in a room can do: answer or skip, ask, vote for a question, and take its answers home."""

from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, RedirectResponse, Response

from school.grading import ResponseError
from school.identity import learner_id
from school.live import Asked, Question, QuestionState, Round, TextState, Vote, answers_home, asked_in, is_free_text, parse, score
from school.live.forms import Fields, raw_answer
from school.routes.plain import NEVER_KEPT, message
from school.routes.room_form import fields
from school.routes.room_visit import Visit
from school.tasks import ShortWords

MAX_QUESTION = 280
"""Characters of a question from the room."""
SKIP = "overslaan"


async def answered(visit: Visit) -> Response:
    """An answer, or 'Ik sla deze over'; acknowledged once it is stored."""
    given = await fields(visit.request)
    if visit.participant is None:
        return _no_cookies(visit)
    found = await _round(visit, _first(given, "ronde"))
    if found is None:
        return _answer(visit, "Deze vraag is gesloten.", status=409)
    current, asked_now = found
    try:
        vote = _vote(visit, current, asked_now, given, visit.participant)
    except ResponseError:
        return _answer(visit, "Dit antwoord is nog niet af. Kijk het na en verstuur het opnieuw.", status=422)
    if not await visit.box.put(vote):
        return _answer(visit, "Deze vraag is gesloten.", status=409)
    return _answer(visit, "Je slaat deze over. Dat ziet niemand." if vote.response is None else "Je antwoord is opgeslagen.")


async def asked(visit: Visit) -> Response:
    """A question to the trainer; others see it after the trainer did."""
    text = " ".join(_first(await fields(visit.request), "vraag").split())
    if visit.participant is None:
        return _no_cookies(visit)
    if not text or len(text) > MAX_QUESTION or not text.isprintable():
        return _answer(visit, f"Een vraag heeft 1 tot {MAX_QUESTION} tekens.", status=422)
    state: QuestionState = "waiting" if visit.room.moderated else "shown"
    new = Question(uuid4().hex, visit.room.id, text, visit.here.now(), state)
    if not await run_in_threadpool(visit.here.store.rooms.ask, new, participant=visit.participant):
        return _answer(visit, "Dit lukt niet: de zaal is gesloten, of je hebt al veel vragen gesteld.", status=409)
    return _answer(visit, "Je vraag is verstuurd. De trainer kijkt er eerst naar." if visit.room.moderated else "Je vraag is verstuurd.")


async def backed(visit: Visit) -> Response:
    """A vote for a question of somebody else, or that vote taken back."""
    given = await fields(visit.request)
    if visit.participant is None:
        return _no_cookies(visit)
    question, on = _first(given, "vraag"), _first(given, "aan") == "1"
    back = visit.here.store.rooms.back
    await run_in_threadpool(back, question, room=visit.room.id, participant=visit.participant, on=on, now=visit.here.now())
    return _answer(visit, "Je stem telt mee." if on else "Je stem is weg.")


async def taken_home(visit: Visit) -> Response:
    """The answers of this phone, into the record of the learner whose phone it is. Until now nobody knew they were theirs."""
    await fields(visit.request)
    learner = learner_id(visit.token)
    if visit.participant is None or learner is None:
        return _no_cookies(visit)
    return await run_in_threadpool(_take_home, visit, visit.participant, learner)


def _take_home(visit: Visit, participant: str, learner: str) -> Response:
    store, course = visit.here.store, visit.here.library.course
    votes = store.rooms.votes_of(visit.room.id, participant)
    answers = answers_home(course, store.rooms.rounds(visit.room.id), votes)
    back = (f"/zaal/{visit.room.code}", "Terug naar de zaal")
    if not answers:
        return message(
            "Er is nog niets om mee te nemen", "Je neemt antwoorden mee van vragen uit de cursus die al gesloten zijn.", way=back
        )
    store.take_home(learner, answers)
    comes_back = len({answer.task for answer in answers if answer.score < 1 or answer.certainty == 1})
    count = "1 antwoord staat" if len(answers) == 1 else f"{len(answers)} antwoorden staan"
    again = "1 vraag komt" if comes_back == 1 else f"{comes_back} vragen komen"
    because = "Daar klopte het nog niet, of je twijfelde."
    return message(
        "Meegenomen",
        f"{count} nu bij je eigen voortgang in de cursus, op dit toestel.",
        f"{again} terug bij Herhalen. {because}" if comes_back else "Alles klopte; er hoeft niets terug te komen.",
        way=("/herhalen", "Naar Herhalen") if comes_back else ("/voortgang", "Naar je voortgang"),
    )


def too_much() -> Response:
    """For what is larger than any of our forms."""
    return message("Dit is te lang", "Er is niets opgeslagen. Maak je tekst korter.", status=413, way=("", "Terug"))


async def _round(visit: Visit, round_id: str) -> tuple[Round, Asked] | None:
    """The round that is answered. As a rule the phones already show it here, and the store need not be asked."""
    scene = visit.feed.scene(visit.room.id)
    if scene and scene.round and scene.round.id == round_id and scene.asked:
        return scene.round, scene.asked
    found = await run_in_threadpool(visit.here.store.rooms.round, round_id)
    asked_now = asked_in(visit.here.library.course, found) if found and found.room == visit.room.id and found.open else None
    return (found, asked_now) if found and asked_now else None


def _vote(visit: Visit, current: Round, asked_now: Asked, given: Fields, participant: str) -> Vote:
    skips = _first(given, "doe") == SKIP
    response = None if skips else parse(asked_now, raw_answer(asked_now, given))
    worth = None if response is None else score(asked_now, response)
    unsure = worth is not None and _first(given, "twijfel") == "1"
    state = None if response is None else _state(asked_now, moderated=visit.room.moderated)
    return Vote(visit.room.id, current.id, participant, response, visit.here.now(), worth, unsure, state)


def _state(asked_now: Asked, *, moderated: bool) -> TextState | None:
    """Whether what was typed may be seen; what is typed for a question with a right answer never is, only counted."""
    if is_free_text(asked_now):
        return "waiting" if moderated else "shown"
    return "hidden" if isinstance(asked_now, ShortWords) else None


def _first(given: Fields, name: str) -> str:
    return next(iter(given.get(name, ())), "")


def _answer(visit: Visit, sentence: str, *, status: int = 200) -> Response:
    """For the script a sentence; for a browser without it the page again, or the sentence on a page when it went wrong."""
    if visit.by_script:
        return JSONResponse({"tekst": sentence}, status, headers=NEVER_KEPT)
    if status == 200:
        return RedirectResponse(f"/zaal/{visit.room.code}", 303, headers=NEVER_KEPT)
    return message("Dit is niet opgeslagen", sentence, status=status, way=(f"/zaal/{visit.room.code}", "Terug naar de zaal"))


def _no_cookies(visit: Visit) -> Response:
    why = "zonder kunnen we je antwoord niet van dat van een ander onderscheiden."
    return _answer(visit, f"Je browser bewaart geen cookies. Zet die aan voor deze site: {why}", status=403)
