"""Translations of prose: the messages of a source, and what a language has for them.

A translation is in one of four states, which readers are told honestly: sound (written or reviewed by a person),
machine (made by a machine, nobody has reviewed it), stale (its English changed since) and missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from grader.authoring.cells import Cell, Kind
from grader.authoring.paragraphs import rewritten, segments
from grader.authoring.source import Source

TRANSLATED = ("ja", "ko")
"""The languages that notebooks are translated to; English is the source."""


class State(StrEnum):
    """How far a translation can be trusted."""

    SOUND = "sound"
    MACHINE = "machine"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True)
class Message:
    """A paragraph to translate.

    Attributes:
        text: English text, the gettext msgid.
        lines: the lines of the source file at which it stands.
    """

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Rendering:
    """What a language has for one message."""

    text: str
    state: State


@dataclass(frozen=True)
class Tally:
    """How many messages are in which state.

    Attributes:
        messages: all of them.
        machine: made by a machine and not reviewed.
        stale: translated, but the English changed since.
        missing: not translated; shown in English.
    """

    messages: int = 0
    machine: int = 0
    stale: int = 0
    missing: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.messages + other.messages,
            self.machine + other.machine,
            self.stale + other.stale,
            self.missing + other.missing,
        )


def messages(source: Source) -> tuple[Message, ...]:
    """Return the messages of a source in order; one that stands twice is one message with two lines."""
    found: dict[str, list[int]] = {}
    for cell in source.cells:
        if cell.kind.is_markdown:
            for part in segments(cell.text):
                if part.is_message:
                    found.setdefault(part.text, []).append(cell.line_of(part.offset))
    return tuple(Message(text, tuple(lines)) for text, lines in found.items())


class Translation:
    """The prose of one source in one language; English where a message is not translated.

    Args:
        language: `en`, or one of `TRANSLATED`.
        renderings: message -> what the language has for it.
    """

    def __init__(self, language: str, renderings: Mapping[str, Rendering]) -> None:
        self.language = language
        self._renderings = renderings

    def state(self, message: str) -> State:
        """Return the state of one message; English is always sound."""
        if self.language == "en":
            return State.SOUND
        rendering = self._renderings.get(message)
        return rendering.state if rendering else State.MISSING

    def text(self, prose: str) -> str:
        """Return the text of a markdown cell in this language, without any note or mark."""
        return rewritten(prose, self._render)

    def title(self, cell: Cell) -> str:
        """Return the text of the heading that a cell begins with."""
        return self._render(cell.text.split("\n", 1)[0]).lstrip("#").strip()

    def tally(self, cells: Iterable[Cell]) -> Tally:
        """Count the states of the different messages of these cells."""
        texts = dict.fromkeys(text for cell in cells for text in _texts(cell))
        states = Counter(self.state(text) for text in texts)
        return Tally(len(texts), states[State.MACHINE], states[State.STALE], states[State.MISSING])

    def cell_texts(self, source: Source) -> tuple[str, ...]:
        """Return the texts of all cells for a notebook: prose translated, noted and marked; code as it is.

        The first cell tells what part of the translation is machine-made, stale or missing. Where that is not
        the whole, the cells it concerns are marked.
        """
        visible = [cell for cell in source.cells if cell.kind not in {Kind.ESSAY, Kind.RUBRIC}]
        tally = self.tally(visible)
        texts = []
        for position, cell in enumerate(source.cells):
            text = self.text(cell.text) if cell.kind.is_markdown else cell.text
            if cell in visible and cell.kind.is_markdown:
                text = self._marked(cell, text, tally)
            if position == 0:
                text = self._noted(text, tally)
            texts.append(text)
        return tuple(texts)

    def _render(self, message: str) -> str:
        rendering = self._renderings.get(message)
        return rendering.text if rendering else message

    def _marked(self, cell: Cell, text: str, tally: Tally) -> str:
        states = {self.state(message) for message in _texts(cell)}
        partial = {
            State.MACHINE: tally.machine,
            State.STALE: tally.stale,
            State.MISSING: tally.missing,
        }
        marks = [
            _MARKS[self.language][state]
            for state, count in partial.items()
            if state in states and count < tally.messages
        ]
        return f"{text}\n\n<small>{' '.join(marks)}</small>" if marks else text

    def _noted(self, text: str, tally: Tally) -> str:
        """Put the note under the title."""
        counts = (
            (State.MACHINE, tally.machine),
            (State.STALE, tally.stale),
            (State.MISSING, tally.missing),
        )
        said = [
            _NOTES[self.language][state].format(count=count, total=tally.messages)
            for state, count in counts
            if count
        ]
        if not said:
            return text
        title, _, rest = text.partition("\n")
        return f"{title}\n\n> {_SPACE[self.language].join(said)}\n{rest}".rstrip("\n")


def _texts(cell: Cell) -> list[str]:
    if not cell.kind.is_markdown:
        return []
    return [part.text for part in segments(cell.text) if part.is_message]


_SPACE = {"ja": "", "ko": " "}
_NOTES = {
    "ja": {
        State.MACHINE: "この日本語版の {total} 段落のうち {count} 段落は機械翻訳で、まだ人による確認を受けていません。",
        State.STALE: "{count} 段落は、英語の原文が変わったため訳が古くなっています。",
        State.MISSING: "{count} 段落はまだ翻訳されておらず、英語のまま表示しています。",
    },
    "ko": {
        State.MACHINE: "이 한국어판의 {total}개 단락 중 {count}개는 기계 번역이며 아직 사람이 검토하지 않았습니다.",
        State.STALE: "{count}개 단락은 영어 원문이 바뀌어 번역이 최신이 아닙니다.",
        State.MISSING: "{count}개 단락은 아직 번역되지 않아 영어로 표시합니다.",
    },
}
_MARKS = {
    "ja": {
        State.MACHINE: "（機械翻訳・未確認）",
        State.STALE: "（訳が古い可能性があります）",
        State.MISSING: "（一部未翻訳）",
    },
    "ko": {
        State.MACHINE: "(기계 번역, 미검토)",
        State.STALE: "(번역이 최신이 아님)",
        State.MISSING: "(일부 미번역)",
    },
}
