"""The independent implementations that our statistics are held against. They load when they are first used: it takes two seconds,
and only one of several processes that collect all tests will run these.
"""

import importlib
import warnings
from functools import cached_property
from types import ModuleType


class _Library:
    """A module, when something of it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    @cached_property
    def _module(self) -> ModuleType:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(self._name)

    def __getattr__(self, name: str) -> object:
        return getattr(self._module, name)


pd = _Library("pandas")
pingouin = _Library("pingouin")
stats = _Library("scipy.stats")
optimize = _Library("scipy.optimize")
