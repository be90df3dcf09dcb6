# mypy: allow-untyped-calls
"""A notebook's shell without a kernel: runs cells in this process and keeps what nbclient would keep of an ipykernel.

It is ipykernel's own shell with the sockets taken out: magics, display formatters, tracebacks and history are
IPython's. It is made once, before a fork, without a thread, a database or a file; `use` makes it ready in the child.

What is other than in a kernel, on purpose: nothing runs between two cells, so tasks of a notebook's event loop go on
while a cell runs, and for a moment before one; widgets and `%gui` have nobody to talk to; a cell has a time of its
own. `exit` ends the notebook as it ends a kernel: cells after it do not run.
"""

from __future__ import annotations

import asyncio
import builtins
import contextvars
import getpass
import importlib
import inspect
import io
import os
import signal
import sys
import time
import types
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traitlets.config import Config

from grader.execution.shell_hooks import no_input, no_password
from grader.execution.shell_ipython import CELL, CellCompiler, CellTransformer, UnpluggedShell
from grader.execution.shell_limits import TimeLimitReached, limit_of
from grader.execution.shell_outputs import Output, Update
from grader.execution.shell_streams import CellStream

_INLINE = "module://matplotlib_inline.backend_inline"
_BETWEEN_CELLS = 0.01
"""Seconds that tasks of earlier cells get at most before a cell; a kernel has about as much between two cells."""


@dataclass(frozen=True)
class Ran:
    """What came of one cell.

    Attributes:
        outputs: its outputs, as nbformat 4 has them.
        execution_count: as IPython counts; 0 if the cell did not run, because an earlier one had called `exit`.
        error: what ended the cell, if something did. An error can be among the outputs all the same: IPython shows
            one that the display of a value raised, and goes on.
        result: the value of its last expression, if that was displayed; None otherwise.
        stopped: the limit that ended it: `time_limit`, `memory_limit`, `process_limit`, `disk_limit`; `died` if it
            did not run because of `exit`; empty otherwise.
        updates: displays of earlier cells that it changed (see `shell_outputs.updated`).
    """

    outputs: list[Output]
    execution_count: int
    error: BaseException | None = None
    result: object = None
    stopped: str = ""
    updates: tuple[Update, ...] = ()


class NotebookShell(UnpluggedShell):
    """Runs the cells of one notebook, one after the other, in the main thread of this process.

    `warm_shell` makes it. Nothing that it returns from a process with a stranger's code can be trusted.
    """

    def __init__(self, **traits: Any) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._context = contextvars.copy_context()
        super().__init__(**traits)

    def use(self, module: types.ModuleType | None = None) -> None:
        """Give the shell a fresh namespace, streams and event loop, after a fork: the process is the notebook's now.

        Descriptors 0, 1 and 2, `sys.stdout`, `sys.stderr`, `input` and `sys.modules["__main__"]` become the notebook's,
        and NumPy's global generator is seeded anew, as siblings of a fork would share it.

        Args:
            module: its `__dict__` is the namespace; a dict subclass with `__missing__` is asked for names that are in
                neither. A new module by default.
        """
        self.user_module, self.user_ns = self.prepare_user_module(
            types.ModuleType("__main__") if module is None else module
        )
        self.user_ns.setdefault("__name__", "__main__")
        sys.modules["__main__"] = self.user_module
        self.user_ns_hidden.clear()
        self.history_manager.dir_hist[:] = [Path.cwd()]
        self.init_user_ns()
        if "" not in sys.path:
            sys.path.insert(0, "")
        self._descriptors.take()
        sys.stdout = CellStream("stdout", self._write, self._recorder)
        sys.stderr = CellStream("stderr", self._write, self._recorder)
        builtins.input, getpass.getpass = no_input, no_password
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if "numpy.random" in sys.modules:
            sys.modules["numpy.random"].seed()
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        self._context = contextvars.copy_context()

    def run(self, source: str, *, seconds: float, most_output: int, brief: bool = False) -> Ran:
        """Run one cell.

        Args:
            source: its text, with IPython's magics if it has any.
            seconds: wall time that it may take; then a `TimeLimitReached` ends it, which it can only swallow.
            most_output: bytes of output that are kept; an error is kept in any case.
            brief: tell an error without its traceback.

        Returns:
            Its outputs. Whatever the cell raises is in there; this raises nothing because of the cell.
        """
        if self._exited:
            return Ran([], 0, stopped="died")
        self._descriptors.forget()
        self._recorder.begin(most_output)
        self._brief = brief
        self._context.run(CELL.set, self._recorder.run)
        self._shown = None
        result: object = None
        error: BaseException | None
        self._clock.start(seconds)
        try:
            result, error = self._wait(self._execute(source))
        except BaseException as caught:  # noqa: BLE001 - whatever a cell does, it ends here
            error = caught
            self._show(error)
        finally:
            self._clock.stop()
        if self._clock.struck and isinstance(error, asyncio.CancelledError):
            error = self._shown  # what was shown in its place
        self.payload_manager.clear_payload()
        outputs = self._recorder.end()
        return Ran(
            outputs,
            self.execution_count - 1,
            error,
            result,
            limit_of(error),
            tuple(self._recorder.updates.values()),
        )

    def apply(self, function: Callable[[], Any], *, seconds: float) -> Any:
        """Call `function` as a cell would: with the notebook's context variables, builtins and loop, in bounded time.

        What it puts out is dropped. A coroutine or another awaitable that it returns is returned as it is; to run one,
        give an `async def`.

        Raises:
            TimeLimitReached: its time was over.
            BaseException: what it raises itself.
        """

        async def call() -> Any:
            with self.builtin_trap:
                value = function()
                return await value if inspect.iscoroutinefunction(function) else value

        self._clock.start(seconds)
        try:
            if inspect.iscoroutinefunction(function) or not self._idle():
                return self._wait(call())
            return self._context.run(self._call, function)
        except asyncio.CancelledError:
            if self._clock.struck:
                raise self._clock.reached() from None
            raise
        finally:
            self._clock.stop()
            self._descriptors.forget()

    def _idle(self) -> bool:
        """Return whether the loop has nothing to do, as after almost every cell."""
        loop: Any = self._loop
        return not (loop._ready or loop._scheduled or asyncio.all_tasks(loop))

    def _call(self, function: Callable[[], Any]) -> Any:
        """Call a function as if a task of the idle loop called it, without the cost of a task."""
        loop: Any = self._loop
        asyncio._set_running_loop(loop)
        try:
            with self.builtin_trap:
                return function()
        finally:
            asyncio._set_running_loop(None)
            if loop._ready:  # a task that it made begins
                loop.call_soon(loop.stop)
                loop.run_forever()

    async def _execute(self, source: str) -> tuple[object, BaseException | None]:
        """Do what ipykernel does with a cell; as there, the loop runs meanwhile, whether the cell awaits or not."""
        until = time.monotonic() + _BETWEEN_CELLS
        while len(asyncio.all_tasks()) > 1 and time.monotonic() < until:
            await asyncio.sleep(0)
        trouble = None
        try:
            transformed = self.transform_cell(source)
        except Exception:  # noqa: BLE001 - a transformer of the notebook's own; IPython shows its error
            transformed, trouble = source, sys.exc_info()
        ran: Any = None
        self._last_traceback = None
        try:
            try:
                ran = await self.run_cell_async(
                    source,
                    store_history=True,
                    transformed_cell=transformed,
                    preprocessing_exc_tuple=trouble,
                )
            finally:
                self.events.trigger("post_execute")
                self.events.trigger("post_run_cell", ran)
            error = ran.error_before_exec or ran.error_in_exec
        except BaseException as caught:  # noqa: BLE001 - it was raised where IPython shows or displays
            error = caught
            self._show(error)
        self._descriptors.new(self._recorder.write)
        self._recorder.end()  # before tasks that the cell made begin, as a kernel does
        return (None if ran is None else ran.result), error

    def _wait(self, work: Any) -> Any:
        """Run a coroutine to its end. Cells share one context, so that what one sets holds in the next."""
        if self._loop is None:
            raise RuntimeError("expected use() before a cell is run")
        task = self._loop.create_task(work, context=self._context)
        while True:
            try:
                return self._loop.run_until_complete(task)
            except (TimeLimitReached, KeyboardInterrupt, SystemExit):
                if task.done():
                    raise
                task.cancel()  # it awaits something, or another task ended the loop: it ends as if interrupted

    def _show(self, error: BaseException) -> None:
        """Show the error that is being handled and that IPython has not shown, even if it cannot be formatted."""
        try:
            self.showtraceback(running_compiled_code=True)
        except BaseException:  # noqa: BLE001 - its text comes from the notebook's own code
            self._recorder.error(type(error).__name__, "", [type(error).__name__])


# Libraries know a notebook's shell by the name of its class.
NotebookShell.__name__ = NotebookShell.__qualname__ = "ZMQInteractiveShell"


def warm_shell(*, figures: bool = True) -> NotebookShell:
    """Make the shell of this process before it forks; only once.

    Args:
        figures: have matplotlib and its inline backend ready; otherwise they are imported when a cell asks for them.
    """
    if not NotebookShell.initialized():
        os.environ["MPLBACKEND"] = _INLINE
        config = Config()
        config.HistoryManager.enabled = False
        config.HistoryManager.hist_file = ":memory:"
        made = NotebookShell.instance(
            config=config,
            compiler_class=CellCompiler,
            input_transformer_manager=CellTransformer(),
        )
        made.extension_manager.load_extension("storemagic")
        _show_an_error(made)
        if figures:
            _show_figures_inline()
            _draw_a_figure()
    return shell()


def shell() -> NotebookShell:
    """Return the shell that `warm_shell` made, in this process or before its fork.

    Raises:
        RuntimeError: it was not made.
    """
    if not NotebookShell.initialized():
        raise RuntimeError("expected warm_shell() to have been called before the fork")
    made: NotebookShell = NotebookShell.instance()
    return made


def _show_figures_inline() -> None:
    """Make figures outputs of the cell that drew them, also if matplotlib was imported before the shell was made."""
    import matplotlib as mpl  # noqa: PLC0415 - after MPLBACKEND is set

    mpl.use(_INLINE)
    from matplotlib_inline import backend_inline  # noqa: PLC0415 - on import it looks for a shell

    backend_inline._enable_matplotlib_integration()


def _show_an_error(made: NotebookShell) -> None:
    """Format an error once, for nobody: what is imported only then is imported before the fork."""
    try:
        exec(compile("1 / 0", __file__, "exec"), {})  # noqa: S102 - an error to show
    except ZeroDivisionError as error:
        made.InteractiveTB.structured_traceback(type(error), error, error.__traceback__)
    made.transform_cell("1")
    made.compile.ast_parse("1")
    for name in ("bdb", "IPython.core.logger"):
        importlib.import_module(name)


def _draw_a_figure() -> None:
    """Draw once, for nobody, for the same reason."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - after MPLBACKEND is set

    figure = Figure()
    axes = figure.add_subplot(title="a", xlabel="$x$")
    axes.plot([0, 1])
    figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
