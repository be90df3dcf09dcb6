"""Keeps what a cell puts out, in the form in which nbclient keeps what an ipykernel sends.

Text is held back for each stream as ipykernel holds it: until something is shown, the cell ends, the stream is flushed,
or 0.2 s have passed; standard output goes first where both wait. So the order of outputs is that of a kernel, and
does not depend on luck where the kernel's does not. Neighbouring pieces of one stream are one output.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.execution.shell_clean import CUT, clean_bundle, clean_text, shortened

_HOLD = 0.2
"""Seconds for which ipykernel holds back text that nothing flushes."""
_EACH = 100
"""Bytes that an output takes besides its content."""
_SMALL = 16 * 1024
"""Bytes of an error or a verdict that are kept even when a cell has said too much already."""
_MOST_VITAL = 4
"""Errors and verdicts that are kept beyond a cell's bound; a further error takes the place of the last."""
_VERDICT = "application/vnd.qampus.verdict+json"

Output = dict[str, Any]


@dataclass(frozen=True)
class Update:
    """A display of an earlier cell that was changed by `update_display`, or by a new display of the same id.

    Attributes:
        run: which run of a cell showed it, counted from 0 since the shell's namespace was made.
        output: index among the outputs of that run.
        data: what it shows now, by MIME type.
        metadata: metadata of `data`.
    """

    run: int
    output: int
    data: Mapping[str, Any]
    metadata: Mapping[str, Any]


def updated(runs: Sequence[list[Output]], updates: Sequence[Update]) -> None:
    """Apply `updates` to the outputs of earlier runs, in place; one that fits no display there is left out.

    Args:
        runs: the outputs of each run of a cell so far, in order.
        updates: what the last run changed. It may come from a stranger: nothing in it is relied upon.
    """
    for update in updates:
        if not (0 <= update.run < len(runs) and 0 <= update.output < len(runs[update.run])):
            continue
        output = runs[update.run][update.output]
        if output.get("output_type") in {"display_data", "execute_result"}:
            output["data"] = dict(update.data)
            output["metadata"] = dict(update.metadata)


class Recorder:
    """The outputs of one cell after the other.

    Attributes:
        run: number of the current or last cell, counted from 0; -1 before the first.
        updates: displays of earlier cells that the current one changed.
    """

    def __init__(self) -> None:
        self.run = -1
        self.updates: dict[tuple[int, int], Update] = {}
        self._displays: dict[str, list[tuple[int, int]]] = {}
        self._open = False
        self._most = 0
        self._begin_outputs()

    def begin(self, most: int) -> None:
        """Begin with the next cell and keep `most` bytes of its output."""
        self.run += 1
        self.updates = {}
        self._most = most
        self._clear_later = False
        self._held: dict[str, deque[str]] = {"stdout": deque(), "stderr": deque()}
        self._due: dict[str, float] = {}
        self._waiting = 0
        self._begin_outputs()
        self._open = True

    def end(self) -> list[Output]:
        """Return the outputs of the cell; what comes after is dropped, until the next one begins."""
        if not self._open:
            return self._outputs
        self.settle()
        self._open = False
        for output in self._outputs:
            if output["output_type"] == "stream":
                output["text"] = "".join(output["text"])
        return self._outputs

    def _begin_outputs(self) -> None:
        self._outputs: list[Output] = []
        self._sizes: list[int] = []
        self._kept = 0
        self._cut = False
        self._vital = 0

    def write(self, name: str, text: str) -> None:
        """Take text for the stream `name`: `stdout` or `stderr`."""
        if not self._open or not text:
            return
        now = time.monotonic()
        if self._due and min(self._due.values()) <= now:
            for due, stream in sorted((due, stream) for stream, due in self._due.items()):
                if due <= now:
                    self.flush(stream)
        room = self._most - self._waiting
        if not self._clear_later:
            if self._cut:
                return
            room = max(0, room - self._kept)
        text = text[: room + 1]  # one too many: `flush` sees that something was cut
        self._waiting += len(text)
        self._due.setdefault(name, now + _HOLD)
        self._held[name].append(text)
        if len(text) > room:
            self.settle()

    def flush(self, name: str) -> None:
        """Put what the stream `name` holds back into the outputs."""
        self._due.pop(name, None)
        held, pieces = self._held[name], []
        while held:
            pieces.append(held.popleft())
        if not pieces or not self._open:
            return
        text = "".join(pieces)
        self._waiting -= len(text)
        self._clear_if_asked()
        if self._cut:
            return
        encoded = text.encode("utf-8", "replace")
        room = max(0, self._most - self._kept)
        if len(encoded) > room:
            self._append_text(name, encoded[:room].decode("utf-8", "ignore"), room)
            self._mark_cut()
        else:
            self._append_text(name, encoded.decode(), len(encoded))

    def settle(self) -> None:
        """Put all that streams hold back into the outputs, as a kernel does before it shows anything."""
        self.flush("stdout")
        self.flush("stderr")

    def show(
        self,
        data: Mapping[str, Any],
        metadata: Mapping[str, Any] | None,
        *,
        identity: str = "",
        count: int | None = None,
    ) -> None:
        """Keep a display, or with `count` the result of the cell with this execution count.

        Args:
            data: representations by MIME type.
            metadata: what belongs to them.
            identity: display id by which it can be changed later; displays that have it already are changed now.
            count: execution count of the cell whose last expression this is.

        Raises:
            TypeError: something in `data` or `metadata` cannot be written as JSON, as in a kernel.
            ValueError: so, too.
        """
        if not self._open:
            return
        self.settle()
        data, metadata, size = clean_bundle(data, metadata)
        if identity:
            self._update(data, metadata, identity, size)
        self._clear_if_asked()
        kind = "display_data" if count is None else "execute_result"
        output: Output = {"output_type": kind, "metadata": metadata, "data": data}
        if count is not None:
            output["execution_count"] = count
        if self._kept + size > self._most or self._cut:
            vital = _VERDICT in data and size <= _SMALL and self._vital < _MOST_VITAL
            self._mark_cut()
            if not vital:
                return
            self._vital += 1
        if identity:
            self._displays.setdefault(identity, []).append((self.run, len(self._outputs)))
        self._append(output, size)

    def update(
        self, data: Mapping[str, Any], metadata: Mapping[str, Any] | None, *, identity: str
    ) -> None:
        """Change every display with this id; those of earlier cells go to `updates`."""
        if self._open:
            self.settle()
            data, metadata, size = clean_bundle(data, metadata)
            self._update(data, metadata, identity, size)

    def _update(
        self, data: dict[str, Any], metadata: dict[str, Any], identity: str, size: int
    ) -> None:
        for run, index in self._displays.get(identity, ()):
            if self._kept + size > self._most:
                self._mark_cut()
                return
            if run == self.run:
                output = self._outputs[index]
                output["data"], output["metadata"] = data, metadata
                self._kept += size - self._sizes[index]
                self._sizes[index] = size
            else:
                self._kept += 0 if (run, index) in self.updates else size
                self.updates[run, index] = Update(run, index, data, metadata)

    def clear(self, *, wait: bool) -> None:
        """Forget the outputs of the cell so far: now, or when the next one comes."""
        if self._open:
            self.settle()
            self._clear_later = True
            if not wait:
                self._clear_if_asked()

    def _clear_if_asked(self) -> None:
        if self._clear_later:
            self._clear_later = False
            self._begin_outputs()
            for places in self._displays.values():
                places[:] = [place for place in places if place[0] != self.run]

    def error(self, name: str, value: str, traceback: Sequence[str]) -> None:
        """Keep an error: always, shortened if it is huge."""
        if not self._open:
            return
        self.settle()
        self._clear_if_asked()
        room = 0 if self._cut else self._most - self._kept
        lines = shortened(
            [clean_text(str(line)) for line in traceback], max(room - 2 * _SMALL, _SMALL)
        )
        name, value = clean_text(name)[:_SMALL], clean_text(value)
        value = value if len(value) <= _SMALL else value[:_SMALL] + CUT
        size = sum(len(line.encode()) for line in lines) + len(value.encode()) + len(name)
        if size > room:
            if self._vital >= _MOST_VITAL and self._outputs[-1]["output_type"] == "error":
                self._outputs.pop()
                self._sizes.pop()
            self._vital += 1
        self._append(
            {"output_type": "error", "ename": name, "evalue": value, "traceback": lines}, size
        )

    def _append(self, output: Output, size: int) -> None:
        self._outputs.append(output)
        self._sizes.append(size)
        self._kept += size + _EACH

    def _append_text(self, name: str, text: str, size: int) -> None:
        last = self._outputs[-1] if self._outputs else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"].append(text)
            self._sizes[-1] += size
            self._kept += size
        elif text:
            self._append({"output_type": "stream", "name": name, "text": [text]}, size)

    def _mark_cut(self) -> None:
        if not self._cut:
            self._cut = True
            self._append_text("stdout", CUT, 0)
