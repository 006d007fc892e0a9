"""Streamlit's warning is settled where Streamlit is built as we know it, and else left alone."""

import pytest
from streamlit import delta_generator, env_util

from school.ui.use_warning import SAID, settle_use_warning


def test_nothing_is_looked_for_at_the_first_element(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    monkeypatch.setattr(env_util, "is_repl", lambda: looked.append(1))
    monkeypatch.setattr(delta_generator, SAID, False)
    assert settle_use_warning()
    delta_generator._maybe_print_use_warning()
    assert not looked
    monkeypatch.setattr(delta_generator, SAID, False)
    delta_generator._maybe_print_use_warning()
    assert looked, "this is what it is settled for"


@pytest.mark.parametrize("other", [True, "yes"])
def test_what_is_said_or_unknown_is_left_alone(monkeypatch: pytest.MonkeyPatch, other: object) -> None:
    monkeypatch.setattr(delta_generator, SAID, other)
    assert not settle_use_warning()
    assert getattr(delta_generator, SAID) is other


def test_another_streamlit_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(delta_generator, SAID)
    assert not settle_use_warning()
    assert not hasattr(delta_generator, SAID)
