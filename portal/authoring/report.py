"""What the grader found in a draft, in the form in which it comes and is kept. Its texts are an author's: English."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from grader.results import LANGUAGES

_Text = Annotated[str, Meta(max_length=4000)]


class DraftProblem(msgspec.Struct, frozen=True):
    """One thing that is wrong: in which file and line, and what to do."""

    file: Annotated[str, Meta(max_length=300)]
    line: Annotated[int, Meta(ge=1)]
    message: _Text
    remedy: _Text


class DraftFinding(msgspec.Struct, frozen=True):
    """A right answer that was refused, or a wrong one that was accepted."""

    variant: _Text
    change: _Text
    evidence: _Text


class DraftTask(msgspec.Struct, frozen=True):
    """What the audit found of one task."""

    task: Annotated[str, Meta(max_length=60)]
    right: int
    rewrites: int
    misses: int
    mutants: int
    equivalent: int
    refused: list[DraftFinding]
    survivors: list[DraftFinding]
    milliseconds: float

    @property
    def sound(self) -> bool:
        """Whether its check decided everything rightly."""
        return not self.refused and not self.survivors


class DraftParagraph(msgspec.Struct, frozen=True):
    """A paragraph whose translation is stale or missing."""

    text: str
    state: str


class DraftPreviewCell(msgspec.Struct, frozen=True):
    """A cell as a learner would receive it."""

    markdown: bool
    text: str


class DraftReport(msgspec.Struct, frozen=True):
    """What the check of a draft found."""

    problems: list[DraftProblem]
    tasks: list[DraftTask]
    untranslated: dict[str, list[DraftParagraph]]
    preview: dict[str, list[DraftPreviewCell]]
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong, so that it may be released."""
        return (
            not self.problems and LANGUAGES[0] in self.preview and all(t.sound for t in self.tasks)
        )
