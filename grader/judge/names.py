"""The namespace in which the judge runs check cells: its own names, Python's, and the learner's behind them."""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

_OF_PYTHON = re.compile(r"__\w*__")
"""Names that Python itself looks for in every namespace; no learner's process is asked for them."""
_OF_IPYTHON = re.compile(r"_+|_i+|_i?\d+|_[dio]h|_exit_code|In|Out|exit|quit|open|get_ipython")
"""Names that IPython puts into every namespace; it finds there what it put, whatever an answer calls so."""


class Names(dict[str, Any]):
    """Names of the judge. Those that the plan calls the learner's are looked up in her process, at each access anew.

    No other name is: what an instructor's cell or a library should have defined and did not is an error, and not
    something that a learner may supply. And nothing takes the place of a learner's name that she does not define:
    neither a definition of the judge's nor Python's own. Python asks a namespace that is no plain dict by `[]`, in
    functions as well as at top level; at a KeyError it goes on to look in both, at any other error it stops.
    """

    def __init__(self, look: Callable[[str], Any]) -> None:
        super().__init__()
        self._look = look
        self._remote: set[str] = set()

    def begin(self, remote: Iterable[str]) -> None:
        """Begin a check: these names are the learner's, until the check itself gives them another meaning."""
        self._remote = set(remote)

    def bindings(self) -> dict[str, Any]:
        """Return the judge's own names."""
        return dict.copy(self)

    def rebind(self, bindings: Mapping[str, Any]) -> None:
        """Let these be the judge's own names, and no others."""
        dict.clear(self)
        dict.update(self, bindings)

    def __getitem__(self, name: str) -> Any:
        if self._is_remote(name) and (not _OF_IPYTHON.fullmatch(name) or self._asked_by_cell()):
            try:
                return self._look(name)
            except KeyError:
                if dict.__contains__(self, name) or name in vars(builtins):
                    raise NameError(f"name '{name}' is not defined", name=name) from None
                raise
        if dict.__contains__(self, name):
            return dict.__getitem__(self, name)
        return vars(builtins)[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self._remote.discard(name)
        dict.__setitem__(self, name, value)

    def __delitem__(self, name: str) -> None:
        dict.__delitem__(self, name)

    def __contains__(self, name: object) -> bool:
        if type(name) is not str or not self._is_remote(name) or not self._asked_by_cell():
            return dict.__contains__(self, name)
        with suppress(KeyError):
            self._look(name)
            return True
        return False

    def get(self, name: str, default: Any = None) -> Any:
        """Return what a name stands for, or `default`."""
        if not self._is_remote(name) or not self._asked_by_cell():
            return dict.get(self, name, default)
        try:
            return self._look(name)
        except KeyError:
            return default

    def _is_remote(self, name: str) -> bool:
        return name in self._remote and not _OF_PYTHON.fullmatch(name)

    def _asked_by_cell(self) -> bool:
        """Return whether a cell asks, and not IPython, which looks whether a word of a cell is a name or a magic."""
        return sys._getframe(2).f_globals is self


class JudgeModule:
    """A module whose namespace is `Names`: a true module's is always a plain dict."""

    def __init__(self, names: Names) -> None:
        self.__dict__ = names
        names["__name__"] = "__main__"
        names["__builtins__"] = builtins
