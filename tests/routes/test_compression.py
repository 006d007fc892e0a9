import asyncio

import pytest

from school.routes.compression import Assets, accepts_gzip
from tests.routes.asgi import ask, http_scope


@pytest.fixture
def script(frontend) -> str:
    return f"/static/js/{next((frontend.folder / 'static' / 'js').glob('index.*.js')).name}"


def test_the_frontend_is_sent_small_and_kept_forever(app, script, frontend):
    reply = ask(app, script, headers={"accept-encoding": "gzip, deflate, br"})

    assert reply.headers["content-encoding"] == "gzip"
    assert reply.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert reply.headers["vary"] == "Accept-Encoding"
    assert "javascript" in reply.headers["content-type"]
    assert reply.text == (frontend.folder / script[1:]).read_text(encoding="utf-8")
    assert len(reply.body) < len(reply.text) / 3


def test_a_file_is_compressed_once(app, script, monkeypatch):
    first = ask(app, script, headers={"accept-encoding": "gzip"})
    monkeypatch.setattr("school.routes.compression.pack", None)

    assert ask(app, script, headers={"accept-encoding": "gzip"}).body == first.body


def test_what_a_page_names_can_be_compressed_before_anybody_asks(frontend, script, monkeypatch):
    assets = Assets(frontend.folder / "static", at="/static")
    assets.warm(f'<script src=".{script}"></script>')
    monkeypatch.setattr("school.routes.compression.pack", None)

    assert asyncio.run(assets.packed(script)).gzipped


def test_who_cannot_read_gzip_gets_it_from_streamlit(app, script):
    assert ask(app, script).text == "Streamlit"


@pytest.mark.parametrize("path", ["/static/../index.html", "/static/js/../../index.html", "/static/js/%2e%2e/x"])
def test_only_files_of_the_list_are_answered_here(app, path):
    assert ask(app, path, headers={"accept-encoding": "gzip"}).text == "Streamlit"


@pytest.mark.parametrize(
    ("offered", "reads"),
    [("gzip", True), ("br, gzip;q=0.5", True), ("GZIP", True), ("", False), ("br", False), ("gzip;q=0", False), ("x-gzip-not", False)],
)
def test_what_a_browser_offers_is_believed(offered, reads):
    assert accepts_gzip(http_scope("/", "GET", {"accept-encoding": offered})) is reads
