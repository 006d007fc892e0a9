from collections.abc import Callable
from pathlib import Path

import pytest

from tests.paper import Paper


@pytest.fixture
def paper(tmp_path: Path) -> Callable[[bytes], Paper]:
    """What other programs make of a PDF."""
    return lambda pdf: Paper.of(pdf, tmp_path)
