"""The theme that is kept is the theme that Streamlit makes; a Streamlit that is built otherwise is left alone."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from school.settings import ROOT
from school.ui.kept_theme import MAKER, keep_theme

SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar", "theme.dark.sidebar")


@pytest.fixture
def makers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    config.get_config_options(force_reparse=True)
    plain = getattr(app_session, MAKER)
    monkeypatch.setattr(app_session, MAKER, plain)  # is put back afterwards
    assert keep_theme()
    yield plain, getattr(app_session, MAKER)
    config.get_config_options(force_reparse=True)


def test_each_part_is_the_same_also_the_second_time(makers) -> None:
    plain, kept = makers
    for section in SECTIONS:
        made = CustomThemeConfig()
        plain(made, section)
        for _ in range(2):
            again = CustomThemeConfig()
            kept(again, section)
            assert again.SerializeToString(deterministic=True) == made.SerializeToString(deterministic=True), section
    everything = CustomThemeConfig()
    kept(everything)
    kept(everything.dark, "theme.dark")
    kept(everything.sidebar, "theme.sidebar")
    assert everything.dark.background_color == "#141A1A"
    assert not everything.HasField("sidebar"), "there is no such part in our settings"


def test_a_message_that_was_given_out_can_be_changed_without_harm(makers) -> None:
    _, kept = makers
    first, second = CustomThemeConfig(), CustomThemeConfig()
    kept(first)
    first.primary_color = "#000000"
    kept(second)
    assert second.primary_color != "#000000"


def test_another_streamlit_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def other(message: object) -> None: ...

    monkeypatch.setattr(app_session, MAKER, other)
    assert not keep_theme()
    assert getattr(app_session, MAKER) is other
    monkeypatch.delattr(app_session, MAKER)
    assert not keep_theme()
