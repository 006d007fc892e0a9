from dataclasses import replace

import pytest

from school.routes.films import film_file
from tests.routes.asgi import ask
from tests.routes.conftest import CONTENT

FILM = (CONTENT / "films" / "eigen-film.mp4").read_bytes()


def test_a_film_of_our_own_is_sent_whole(app):
    reply = ask(app, "/film/eigen-film")

    assert reply.status == 200
    assert reply.headers["content-type"] == "video/mp4"
    assert reply.headers["accept-ranges"] == "bytes"
    assert reply.body == FILM


def test_a_player_may_ask_by_the_name_with_its_ending(app):
    assert ask(app, "/film/eigen-film.mp4").body == FILM
    assert ask(app, "/film/eigen-film.webm").status == 404


def test_a_player_may_ask_for_a_piece(app):
    reply = ask(app, "/film/eigen-film", headers={"range": "bytes=2-5"})

    assert reply.status == 206
    assert reply.headers["content-range"] == f"bytes 2-5/{len(FILM)}"
    assert reply.body == FILM[2:6]


def test_a_piece_after_the_end_is_refused(app):
    assert ask(app, "/film/eigen-film", headers={"range": "bytes=99999-"}).status == 416


@pytest.mark.parametrize(
    "path",
    [
        "/film/theefilm",
        "/film/onbekend",
        "/film/../cursus.yaml",
        "/film/..%2f..%2fapp.py",
        "/film/....//app.py",
        "/film/eigen-film.mp4/../x",
        "/film/",
        "/film//etc/passwd",
    ],
)
def test_there_is_nothing_else(app, path):
    assert ask(app, path).status == 404


@pytest.mark.parametrize("file", ["../geheim.mp4", "/etc/passwd", "map/../../geheim.mp4", "weg.mp4"])
def test_a_film_never_lies_outside_its_folder(course, tmp_path, file):
    (tmp_path / "films").mkdir()
    (tmp_path / "geheim.mp4").write_text("geheim")
    film = course.films["eigen-film"].model_copy(update={"file": file})

    assert film_file(replace(course, films={"f": film}), tmp_path / "films", "f") is None


def test_a_link_on_disk_out_of_the_folder_is_not_followed(course, tmp_path):
    (tmp_path / "films").mkdir()
    (tmp_path / "geheim.mp4").write_text("geheim")
    (tmp_path / "films" / "eigen-film.mp4").symlink_to(tmp_path / "geheim.mp4")

    assert film_file(course, tmp_path / "films", "eigen-film") is None
