import re

import pytest

from school.identity import learner_id
from tests.routes.asgi import ask

PAGES = ("/", "/proef", "/voortgang", "/toets", "/team", "/presenteren", "/begrippen", "/zoeken")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_gives_a_new_visitor_a_token_that_scripts_cannot_read(app, path):
    cookie = ask(app, path).cookies["leerling"]

    assert learner_id(cookie.value)
    assert cookie["httponly"]
    assert cookie["samesite"] == "lax"
    assert cookie["path"] == "/"
    assert cookie["max-age"] == str(400 * 24 * 60 * 60)


def test_a_visitor_keeps_the_token_and_it_is_renewed(app):
    token = ask(app, "/").cookies["leerling"].value

    again = ask(app, "/proef", headers={"cookie": f"leerling={token}"}).cookies["leerling"]

    assert again.value == token
    assert again["max-age"] == str(400 * 24 * 60 * 60)


@pytest.mark.parametrize("bad", ["x", "' or 1=1 --", "a" * 5000, "../../etc/passwd"])
def test_a_token_that_is_none_of_ours_is_replaced(app, bad):
    given = ask(app, "/", headers={"cookie": f"leerling={bad}"}).cookies["leerling"].value

    assert given != bad
    assert learner_id(given)


def test_two_visitors_are_two_people(app):
    assert ask(app, "/").cookies["leerling"].value != ask(app, "/").cookies["leerling"].value


@pytest.mark.parametrize(("address", "secure"), [(None, False), ("http://10.0.0.1", False), ("https://cursus.nl", True)])
def test_over_https_the_token_only_travels_by_https(open_site, address, secure):
    cookie = ask(open_site(public_url=address), "/").cookies["leerling"]

    assert bool(cookie["secure"]) is secure


@pytest.mark.parametrize("path", ["/school/words.js", "/healthz", "/onzin", "/_stcore/health"])
def test_only_pages_give_a_token(app, path):
    assert "set-cookie" not in ask(app, path).headers


def test_a_page_is_never_kept_and_never_answered_with_304(app):
    reply = ask(app, "/", headers={"if-none-match": '"1"', "if-modified-since": "Sun, 22 Nov 2026 12:00:00 GMT"})

    assert reply.status == 200
    assert reply.headers["cache-control"] == "no-store"
    assert "etag" not in reply.headers
    assert "last-modified" not in reply.headers


def test_the_page_is_dutch_before_any_script_runs(app):
    page = ask(app, "/proef").text

    assert '<html lang="nl">' in page
    assert re.search(r"<title>[^<]{3,}</title>", page)
    assert re.search(r'<meta name="description" content="[^"]{20,}">', page)
    noscript = re.search(r"<noscript>(.*?)</noscript>", page, re.DOTALL)[1]
    assert "JavaScript" in noscript
    assert "You need" not in page
    assert "Streamlit</title>" not in page


def test_our_script_comes_before_streamlits(app):
    page = ask(app, "/").text

    assert page.index("/school/words.js") < page.index("./static/js/index")
    assert ask(app, re.search(r'src="(/school/words\.js[^"]*)"', page)[1]).status == 200


def test_the_length_is_of_what_is_sent(app):
    for headers in ({}, {"accept-encoding": "gzip, br"}):
        reply = ask(app, "/", headers=headers)
        assert int(reply.headers["content-length"]) == len(reply.body)


def test_a_page_is_compressed_for_who_can_read_that(app):
    plain, zipped = ask(app, "/"), ask(app, "/", headers={"accept-encoding": "gzip"})

    assert "content-encoding" not in plain.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert len(zipped.body) < len(plain.body) / 2
    assert zipped.text == plain.text


def test_head_answers_like_get(app):
    assert ask(app, "/team", method="HEAD").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_a_page_cannot_be_sent_anything(app, method):
    reply = ask(app, "/team", method=method)

    assert reply.status == 405
    assert reply.headers["allow"] == "GET, HEAD"
    assert "set-cookie" not in reply.headers
    assert "Dit kan hier niet" in reply.text
