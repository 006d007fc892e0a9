"""Streamlit's warning for who runs a script with plain Python, settled before the first page.

Streamlit 1.67 makes up its mind at the first element of the first page: whether Python is being used by hand, for which it walks
through the files of every module, a tenth of a second. Whoever serves pages is not in that case (docs/decisions/0004-speed.md).
"""

from streamlit import delta_generator

SAID = "_use_warning_has_been_displayed"


def settle_use_warning() -> bool:
    """Lets Streamlit believe that it looked; whether it is built as we know it, else it is left alone."""
    if getattr(delta_generator, SAID, None) is not False:
        return False
    setattr(delta_generator, SAID, True)
    return True
