"""What the course wrote in the log."""

import logging

import pytest


def ours(caplog: pytest.LogCaptureFixture) -> str:
    """Everything we wrote; not what Streamlit writes."""
    return "\n".join(entry.getMessage() for entry in caplog.records if entry.name.startswith("school") and entry.levelno >= logging.INFO)
