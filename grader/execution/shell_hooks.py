# mypy: allow-untyped-calls
"""Where IPython sends what a cell displays, results in and asks for: to the shell's recorder instead of a socket."""

from __future__ import annotations

from typing import Any, NoReturn

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError


class CellPublisher(DisplayPublisher):
    """Takes what `display`, `update_display` and `clear_output` give.

    Its shell has `recorder_here()`.
    """

    shell: Any

    def publish(
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        source: object = None,
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **kwargs: Any,
    ) -> None:
        """Show data, or change what is shown under the display id in `transient`."""
        self._validate_data(data, metadata)
        identity = str((transient or {}).get("display_id") or "")
        recorder = self.shell.recorder_here()
        if recorder is None:
            return
        if update:
            recorder.update(data, metadata, identity=identity)
        else:
            recorder.show(data, metadata, identity=identity)

    def clear_output(self, wait: bool = False) -> None:
        """Forget what the cell has put out: now, or when more comes."""
        recorder = self.shell.recorder_here()
        if recorder is not None:
            recorder.clear(wait=bool(wait))


class CellResult(DisplayHook):
    """Takes the value of a cell's last expression.

    Its shell has `recorder_here()`.
    """

    shell: Any
    _bundle: tuple[dict[str, Any], dict[str, Any] | None] | None = None

    def start_displayhook(self) -> None:
        """Begin with a value."""
        self._bundle = None

    def write_output_prompt(self) -> None:
        """Write nothing: the execution count goes with the result."""

    def write_format_data(
        self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None
    ) -> None:
        """Take the value's representations."""
        self._bundle = format_dict, md_dict

    def finish_displayhook(self) -> None:
        """Show them, now that IPython has done its part."""
        recorder, bundle = self.shell.recorder_here(), self._bundle
        self._bundle = None
        if recorder is not None and bundle is not None:
            recorder.show(*bundle, count=self.prompt_count)


def no_input(prompt: object = "") -> NoReturn:
    """Refuse in the place of `input`, in the words of a kernel whose client answers no questions."""
    raise StdinNotImplementedError(
        "raw_input was called, but this frontend does not support input requests."
    )


def no_password(prompt: object = "", stream: object = None) -> NoReturn:
    """Refuse in the place of `getpass.getpass`, so, too."""
    raise StdinNotImplementedError(
        "getpass was called, but this frontend does not support input requests."
    )
