import logging

import pytest

from school import runtime as runtimes
from school.routes.site import no_access_log
from school.routes.start import start
from tests.routes.conftest import CONTENT


@pytest.fixture(autouse=True)
def nothing_open_yet(monkeypatch, tmp_path):
    monkeypatch.setenv("SCHOOL_DATABASE_URL", f"sqlite:///{tmp_path / 'school.db'}")
    monkeypatch.setenv("SCHOOL_CONTENT", str(CONTENT))
    runtimes.use_runtime(None)
    yield
    runtimes.use_runtime(None)


def test_it_starts_and_everybody_gets_the_same_runtime():
    here = start(collects_garbage=False)

    assert here is runtimes.runtime()
    assert here.store.ready()
    assert here.library.course.module("proef")
    here.store.close()


def refusal(**start_with: bool) -> str:
    with pytest.raises(SystemExit) as stopped:
        start(**({"collects_garbage": False} | start_with))
    assert isinstance(stopped.value.code, str)  # printed to stderr, exit code 1, no traceback
    return stopped.value.code


def test_it_refuses_when_every_click_would_wait_for_a_garbage_collection():
    assert "runner.postScriptGC" in refusal(collects_garbage=True)


def test_it_refuses_content_that_is_wrong_and_shows_all_of_it(monkeypatch, tmp_path):
    monkeypatch.setenv("SCHOOL_CONTENT", str(tmp_path))

    said = refusal()

    assert said.count("\n") > 2
    assert "media_links.yaml:1:" in said
    assert "De cursus start niet" in said


def test_it_refuses_a_setting_that_is_wrong_by_name(monkeypatch):
    monkeypatch.setenv("SCHOOL_MIN_GROUP", "3")

    assert "SCHOOL_MIN_GROUP" in refusal()


def test_it_refuses_without_a_database_and_does_not_repeat_the_password(monkeypatch):
    monkeypatch.setenv("SCHOOL_DATABASE_URL", "postgresql://wie:geheim@127.0.0.1:1/weg")

    said = refusal()

    assert "SCHOOL_DATABASE_URL" in said
    assert "geheim" not in said


def test_a_database_file_stands_beside_the_course_wherever_we_start_from(monkeypatch, tmp_path):
    monkeypatch.setenv("SCHOOL_DATABASE_URL", "sqlite:///data/x.db")
    monkeypatch.chdir(tmp_path)

    address = runtimes.own_settings().database_url

    assert address == f"sqlite:///{(runtimes.ROOT / 'data' / 'x.db').as_posix()}"


def test_the_log_of_addresses_is_off():
    log = logging.getLogger("uvicorn.access")
    try:
        no_access_log()
        assert log.disabled
    finally:
        log.disabled = False
