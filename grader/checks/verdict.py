"""What a failed check raises: a code with parameters, and text made from them in the learner's language."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from grader.checks.messages import hint, rationale
from grader.checks.pictures.subjects import Picture

Parameter = str | int | float
"""What a parameter of a verdict may be: plain data that survives JSON."""


@dataclass(frozen=True)
class Difference:
    """How an answer differs from what is asked.

    Attributes:
        code: what differs, as a stable word such as `relative_phase`.
        parameters: the numbers and words that the text of the code needs; `case`, where present, chooses a more
            specific wording. They hold the learner's own values, never the hidden target.
        picture: the answer as it is drawn beside the words in a notebook; None where no picture helps.
    """

    code: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    picture: Picture | None = field(default=None, repr=False, compare=False)


class CheckFailed(AssertionError):
    """A check found a difference between the answer and what is asked.

    `str()` is one sentence in the language that the environment variable `QAMPUS_LANGUAGE` names (English if none).

    Attributes:
        check: name of the assertion that failed, for example `assert_same_state`.
        code: what differs, as a stable word such as `relative_phase`.
        parameters: the numbers and words that the sentence is made from.
    """

    def __init__(
        self,
        check: str,
        code: str,
        parameters: Mapping[str, Parameter],
        *,
        picture: Picture | None = None,
    ) -> None:
        super().__init__(check, code, dict(parameters))
        self.check = check
        self.code = code
        self.parameters = dict(parameters)
        self._picture = picture
        self._shown = False

    @property
    def difference(self) -> Difference:
        """How the answer differs, with its picture: for a check that asks another one."""
        return Difference(self.code, self.parameters, self._picture)

    def __str__(self) -> str:
        return rationale(self.code, self.parameters, _language())

    def _render_traceback_(self) -> list[str]:
        """Give IPython two short lines in place of a stack of library frames; show a picture beside them."""
        if self._picture is not None and not self._shown:
            from grader.checks.pictures.showing import show  # noqa: PLC0415 - only who sees it pays

            self._shown = True  # IPython asks for the lines more than once
            show(self._picture, _language(), code=self.code, traceback=self.__traceback__)
        lines = [f"{self.check}: {self}", hint(self.code, _language(), self.parameters)]
        return [line for line in lines if line]


class NotDecidedError(Exception):
    """An answer is too large to be decided: nobody says that it is wrong, and a person looks at it.

    `str()` is one sentence in the language that the environment variable `QAMPUS_LANGUAGE` names (English if none).

    Attributes:
        check: name of the assertion that could not decide.
        reason: what is too large, in a few English words for people who look into it.
    """

    def __init__(self, check: str, reason: str) -> None:
        super().__init__(check, reason)
        self.check = check
        self.reason = reason

    def __str__(self) -> str:
        return rationale("not_decided", {"reason": self.reason}, _language())

    def _render_traceback_(self) -> list[str]:
        """Give IPython two short lines in place of a stack of library frames."""
        return [f"{self.check}: {self}", hint("not_decided", _language())]


def fail(check: str, difference: Difference) -> NoReturn:
    """Raise the failure of `check` because of `difference`."""
    raise CheckFailed(check, difference.code, difference.parameters, picture=difference.picture)


def _language() -> str:
    return os.environ.get("QAMPUS_LANGUAGE", "en")
