"""The theme as Streamlit sends it, put together once.

Streamlit 1.67 walks through all settings six times and makes the same message of some ninety colours anew at every rerun, also
at an answer. Nothing of it changes while the server runs (docs/decisions/0004-speed.md).
"""

import inspect
from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

MAKER = "_populate_theme_msg"


def keep_theme() -> bool:
    """Lets Streamlit fill in the theme from what it filled in before; whether it is built as we know it, else it is left alone."""
    make = getattr(app_session, MAKER, None)
    if make is None or list(inspect.signature(make).parameters) != ["msg", "section"]:
        return False

    @cache
    def made(section: str) -> CustomThemeConfig:
        message = CustomThemeConfig()
        make(message, section)
        return message

    def fill(msg: CustomThemeConfig, section: str = "theme") -> None:
        if made(section).ByteSize():  # merging nothing would still say that the section is there
            msg.MergeFrom(made(section))

    setattr(app_session, MAKER, fill)
    return True
