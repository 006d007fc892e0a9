import logging
import re
import subprocess
import sys

import pytest

from school import runtime as runtimes
from school.identity import token_hash
from school.routes.site import no_access_log
from school.routes.start import start
from tests.routes.conftest import CONTENT

pytestmark = pytest.mark.thorough


@pytest.fixture(autouse=True)
def nothing_open_yet(monkeypatch, tmp_path):
    monkeypatch.setenv("SCHOOL_DATABASE_URL", f"sqlite:///{tmp_path / 'school.db'}")
    monkeypatch.setenv("SCHOOL_CONTENT", str(CONTENT))
    monkeypatch.delenv("SCHOOL_TRAINER_KEY", raising=False)
    monkeypatch.delenv("SCHOOL_PUBLIC_URL", raising=False)
    runtimes.use_runtime(None)
    yield
    runtimes.use_runtime(None)


def test_it_starts_and_everybody_gets_the_same_runtime():
    here = start(collects_garbage=False, drops_presses=False, port=8501)

    assert here is runtimes.runtime()
    assert here.store.ready()
    assert here.library.course.module("proef")
    here.store.close()


def started(capsys, *, port: int = 8501) -> str:
    """What a start says; as another process would start."""
    runtimes.use_runtime(None)
    start(collects_garbage=False, drops_presses=False, port=port).store.close()
    return capsys.readouterr().out


def test_the_first_start_shows_the_link_for_the_trainer_and_the_next_does_not(capsys):
    said = started(capsys, port=8802)

    link = re.fullmatch(r"Link voor de trainer \(bewaar hem\): http://localhost:8802/sleutel/([\w-]{22})\n", said)
    assert link
    assert runtimes.runtime().store.key_role(token_hash(link[1])) == "trainer"
    runtimes.runtime().store.close()
    assert started(capsys) == ""


def test_the_link_for_the_trainer_has_the_public_address(monkeypatch, capsys):
    monkeypatch.setenv("SCHOOL_PUBLIC_URL", "https://cursus.example.org/")

    assert started(capsys).startswith("Link voor de trainer (bewaar hem): https://cursus.example.org/sleutel/")


def test_with_a_key_that_was_set_no_link_is_made(monkeypatch, capsys):
    monkeypatch.setenv("SCHOOL_TRAINER_KEY", "een-zelf-gekozen-sleutel")

    assert started(capsys) == ""
    assert not runtimes.runtime().store.has_key("trainer")
    runtimes.runtime().store.close()


def test_of_processes_that_start_at_once_one_shows_a_link():
    code = "from school.routes.start import start; start(collects_garbage=False, drops_presses=False, port=8501).store.close()"
    processes = [subprocess.Popen([sys.executable, "-c", code], cwd=runtimes.ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]

    said = [process.communicate()[0] for process in processes]

    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sorted(line.partition(":")[0] for line in said) == ["", "", "Link voor de trainer (bewaar hem)"]


def refusal(**start_with: bool) -> str:
    with pytest.raises(SystemExit) as stopped:
        start(**({"collects_garbage": False, "drops_presses": False, "port": 8501} | start_with))
    assert isinstance(stopped.value.code, str)  # printed to stderr, exit code 1, no traceback
    return stopped.value.code


def test_it_refuses_when_every_click_would_wait_for_a_garbage_collection():
    assert "runner.postScriptGC" in refusal(collects_garbage=True)
    assert "runner.fastReruns" in refusal(drops_presses=True)


def test_it_refuses_content_that_is_wrong_and_shows_all_of_it(monkeypatch, tmp_path):
    monkeypatch.setenv("SCHOOL_CONTENT", str(tmp_path))

    said = refusal()

    assert said.count("\n") > 2
    assert "media_links.yaml:1:" in said
    assert "De cursus start niet" in said


def test_it_refuses_a_setting_that_is_wrong_by_name(monkeypatch):
    monkeypatch.setenv("SCHOOL_MIN_GROUP", "3")

    assert "SCHOOL_MIN_GROUP" in refusal()


def test_it_refuses_a_trainer_key_that_is_too_short_and_does_not_repeat_it(monkeypatch):
    monkeypatch.setenv("SCHOOL_TRAINER_KEY", "geheim")

    said = refusal()

    assert said.startswith("De cursus start niet: SCHOOL_TRAINER_KEY moet 16 tot 200 tekens lang zijn")
    assert "geheim" not in said


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
