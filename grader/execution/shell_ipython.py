# mypy: allow-untyped-calls
"""ipykernel's shell with the sockets taken out: outputs go to a recorder; no folder, no thread."""

from __future__ import annotations

import asyncio
import atexit
import contextvars
import hashlib
import os
import tempfile
import warnings
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT, PyCF_ONLY_AST
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.error import UsageError
from IPython.core.inputtransformer2 import TransformerManager

from grader.execution.shell_hooks import CellPublisher, CellResult
from grader.execution.shell_limits import Clock, without_clock
from grader.execution.shell_outputs import Recorder
from grader.execution.shell_streams import Descriptors

CELL: contextvars.ContextVar[int] = contextvars.ContextVar("cell")
"""In which run a task was made: nbclient drops what a task puts out after its cell."""
_PARSE = PyCF_ONLY_AST | PyCF_ALLOW_TOP_LEVEL_AWAIT


class CellCompiler(XCachingCompiler):
    """ipykernel's compiler, with a hash for the names of cells that costs nothing."""

    def get_code_name(self, raw_code: str, _code: str, _number: int) -> str:
        """Return a file name that only this text has, as a kernel does."""
        name = hashlib.blake2b(raw_code.encode(), digest_size=4).digest()
        number = int.from_bytes(name, "big")
        return f"{tempfile.gettempdir()}/ipykernel_{os.getpid()}/{number}.py"


class CellTransformer(TransformerManager):
    """IPython's transformer of cells, which looks for its own syntax only in what is no Python.

    Every syntax that its token transformers know is an error in Python: to parse a cell takes a tenth of the time of
    reading it token by token.
    """

    def __init__(self) -> None:
        super().__init__()
        self._own = tuple(self.token_transformers)

    def do_token_transforms(self, lines: list[str]) -> list[str]:
        """Return the lines of a cell in Python's syntax."""
        if tuple(self.token_transformers) == self._own and _is_python("".join(lines)):
            return lines
        changed: list[str] = super().do_token_transforms(lines)
        return changed


def _is_python(text: str) -> bool:
    # Warnings are shown when the cell is compiled. `catch_warnings` would make Python forget which it has shown.
    show, warnings.showwarning = warnings.showwarning, _show_nothing
    try:
        compile(text, "<cell>", "exec", _PARSE, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    finally:
        warnings.showwarning = show
    return True


def _show_nothing(*_: object, **__: object) -> None:
    """Take a warning's place."""


class UnpluggedShell(ZMQInteractiveShell):
    """What `NotebookShell` changes of IPython: where output goes, how errors are shown, what `exit` does."""

    displayhook_class: Any = CellResult
    display_pub_class: Any = CellPublisher
    history_manager: Any
    payload_manager: Any
    extension_manager: Any
    _db: Any

    def __init__(self, **traits: Any) -> None:
        self._recorder = Recorder()
        self._descriptors = Descriptors()
        self._clock = Clock()
        self._exited = False
        self._shown: BaseException | None = None
        self._brief = False
        super().__init__(**traits)
        atexit.unregister(self.atexit_operations)

    def showtraceback(
        self, exc_tuple: tuple[Any, Any, Any] | None = None, *arguments: Any, **named: Any
    ) -> None:
        """Show an error as IPython does; the end of a cell's time without the frames that brought it about."""
        if self._clock.struck:
            self._clock.stop()
            _kind, value, traceback = self._get_exc_info(exc_tuple)
            if isinstance(value, asyncio.CancelledError):
                value = self._clock.reached()
            exc_tuple = type(value), value, without_clock(traceback)
            value.with_traceback(exc_tuple[2])
        if self._brief:  # to format an error takes longer than most cells
            kind, value, _ = self._get_exc_info(exc_tuple)
            self._showtraceback(kind, value, [f"{kind.__name__}: {value}"])
            return
        super().showtraceback(exc_tuple, *arguments, **named)

    def _showtraceback(
        self, etype: type[BaseException], evalue: BaseException, stb: Sequence[str]
    ) -> None:
        self._shown = evalue
        self._last_traceback = stb
        recorder = self.recorder_here()
        if recorder is not None:
            recorder.error(etype.__name__, str(evalue), stb)

    def _format_exception_for_storage(
        self, exception: BaseException, *_arguments: object, **_named: object
    ) -> dict[str, Any]:
        """Keep for IPython's history what was shown: formatting an error twice takes twice the time."""
        return {
            "ename": type(exception).__name__,
            "evalue": str(exception),
            "traceback": list(self._last_traceback or ()),
        }

    def recorder_here(self) -> Recorder | None:
        """Return where output goes, with all up to now in it; None for a task of a cell that has ended."""
        if CELL.get(self._recorder.run) != self._recorder.run:
            return None
        self._descriptors.new(self._recorder.write)
        return self._recorder

    def _write(self, name: str, text: str) -> None:
        recorder = self.recorder_here()
        if recorder is not None:
            recorder.write(name, text)

    def ask_exit(self) -> None:
        """End the notebook with this cell, as `exit` ends a kernel; `exit(keep_kernel=True)` does not."""
        self._exited = not self.keepkernel_on_exit

    def enable_gui(self, gui: str | None = None) -> None:
        """Accept that there is no window."""
        if gui not in {None, "inline", "agg", "asyncio"}:
            raise UsageError(f"{gui}: there is no window here; use %matplotlib inline")

    def init_ipython_dir(self, ipython_dir: str | None) -> None:
        """Make no folder: what would be kept there is kept in `db`."""

    def init_profile_dir(self, profile_dir: object) -> None:
        """Make no folder."""

    @property
    def db(self) -> Any:
        """What `%store`, `%bookmark` and `%cd` keep: a folder of this process, made when it is first used."""
        if self._db is None:
            from IPython.external.pickleshare import PickleShareDB  # noqa: PLC0415 - rarely used

            self._db = PickleShareDB(Path(tempfile.gettempdir()) / f"ipython_{os.getpid()}")
        return self._db

    @db.setter
    def db(self, value: Any) -> None:
        self._db = value
