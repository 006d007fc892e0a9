import pytest

from tests.routes.asgi import ask

pytestmark = pytest.mark.thorough

NOTHING = ("/onzin", "/a/b", "/proef/b", "/Proef", "/team/", "/index.html", "/manifest.json", "/proef.py", "/verder/a/b", "/school/app.py")
CLOSED = (
    "/_stcore/metrics",
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/script-health-check",
)


@pytest.mark.parametrize("path", [path for path in NOTHING if not path.endswith("/")])
def test_an_address_that_is_nothing_gets_a_dutch_page_with_a_way_back(app, path):
    reply = ask(app, path)

    assert reply.status == 404
    assert '<html lang="nl">' in reply.text
    assert "Deze pagina is er niet" in reply.text
    assert 'href="/"' in reply.text
    assert "prefers-color-scheme: dark" in reply.text
    assert "<svg" in reply.text


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_closed_does_not_reach_streamlit(app, path, method):
    reply = ask(app, path, method=method)

    assert reply.status == 404
    assert "Streamlit" not in reply.text


@pytest.mark.parametrize("path", ["/_stcore/health", "/_stcore/host-config", "/media/x", "/component/x/index.html", "/static/js/nieuw.js"])
def test_what_the_frontend_needs_reaches_streamlit(app, path):
    assert ask(app, path).text == "Streamlit"


def test_a_slash_too_many_is_left_to_streamlit_which_sends_it_on(app):
    assert ask(app, "/proef/").text == "Streamlit"


def test_the_name_in_a_wrong_address_is_not_repeated(app):
    assert "<script>alert" not in ask(app, "/<script>alert(1)</script>").text


@pytest.mark.parametrize(
    ("path", "allowed"), [("/healthz", "GET, HEAD"), ("/film/eigen-film", "GET, HEAD"), ("/wissen", "GET, HEAD, POST")]
)
def test_a_route_of_ours_asked_in_a_wrong_way_does_not_become_a_page(app, path, allowed):
    reply = ask(app, path, method="PUT")

    assert reply.status == 405
    assert reply.headers["allow"] == allowed
    assert "Streamlit" not in reply.text
