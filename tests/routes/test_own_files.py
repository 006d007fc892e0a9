import re
import tomllib

import pytest

from school.settings import ROOT
from tests.routes.asgi import ask


def test_the_fonts_of_the_theme_are_there(app):
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]

    for face in theme["fontFaces"]:
        reply = ask(app, face["url"])
        assert reply.status == 200
        assert reply.headers["content-type"] == "font/woff2"
        assert len(reply.body) < 30_000


def test_a_font_is_loaded_early_under_the_address_that_the_theme_uses(app):
    theme = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")

    for address in re.findall(r'<link rel="preload" href="(/school/[^"]+)"', ask(app, "/").text):
        assert f'"{address}"' in theme


def test_a_file_with_its_mark_may_be_kept_and_without_it_is_asked_again(app):
    address = re.search(r'"(/school/words\.js\?v=\w+)"', ask(app, "/").text)[1]

    assert "immutable" in ask(app, address).headers["cache-control"]
    plain = ask(app, "/school/words.js")
    assert "immutable" not in plain.headers["cache-control"]
    assert ask(app, "/school/words.js", headers={"if-none-match": plain.headers["etag"]}).status == 304


@pytest.mark.parametrize("path", ["/school/LICENSE-fonts.txt", "/school/../app.py", "/school/..%2fapp.py", "/school/nieuw.js"])
def test_nothing_else_is_served(app, path):
    assert ask(app, path).status == 404
