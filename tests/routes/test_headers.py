import base64
import hashlib
import re

import pytest

from school.routes.headers import script_hashes
from tests.routes.asgi import ask

EVERYTHING = ("/", "/team", "/onzin", "/healthz", "/wissen", "/school/words.js", "/_stcore/health", "/_stcore/metrics", "/static/x.js")


def test_the_policy_of_a_page_is_the_one_of_the_design(app, frontend):
    hashed = script_hashes((frontend.folder / "index.html").read_text())[0]

    assert ask(app, "/").headers["content-security-policy"] == (
        f"default-src 'none'; script-src 'self' {hashed} blob: 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "connect-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self'; frame-src 'self'; "
        "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )


def test_the_script_inside_the_page_that_is_sent_is_the_one_that_may_run(app):
    reply = ask(app, "/")
    inside = re.findall(r"<script>(.*?)</script>", reply.text, re.DOTALL)

    assert len(inside) == 1
    digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in reply.headers["content-security-policy"]


@pytest.mark.parametrize("path", EVERYTHING)
def test_every_answer_carries_the_headers(app, path):
    headers = ask(app, path).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "youtube" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


def test_only_the_frame_of_a_film_may_contact_youtube(app):
    headers = ask(app, "/component/streamlit_player.streamlit_player/index.html").headers
    policy = headers["content-security-policy"]

    assert "frame-src 'self' https://www.youtube.com https://www.youtube-nocookie.com" in policy
    assert "ytimg.com" in policy
    assert "default-src 'none'" in policy
    assert "'sha256-" in policy
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize(("address", "told"), [(None, False), ("https://cursus.nl", True)])
def test_a_browser_is_told_to_stay_on_https(open_site, address, told):
    assert ("strict-transport-security" in ask(open_site(public_url=address), "/").headers) is told
