"""Our mark above the menu."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Logo_pb2 import Logo
from streamlit.runtime.scriptrunner import get_script_run_ctx

MARK = Path(__file__).parents[2] / "static" / "merk.png"


def show_logo() -> None:
    """The message that `st.logo` sends.

    Streamlit 1.67 loads numpy and Pillow for it, to see what kind of picture it was given: 0.05 s of a first page and 13 MB.
    """
    context = get_script_run_ctx()
    if context is None:
        return
    message = ForwardMsg()
    message.logo.image, message.logo.image_type, message.logo.size = _address(), Logo.ImageType.IMAGE, "large"
    context.enqueue(message)


@cache
def _address() -> str:
    """Under which the page itself names it as its icon, so that it is fetched once."""
    return f"/school/{MARK.name}?v={sha256(MARK.read_bytes()).hexdigest()[:12]}"
