"""The shape of what is said about a code: a title and, for each case, a sentence and a hint in every language."""

from __future__ import annotations

from collections.abc import Mapping

Titles = Mapping[str, Mapping[str, str]]
"""Code -> language -> what differs in a few words, without a number: all that is told of a check that is not shown."""

Wordings = Mapping[str, Mapping[str, tuple[str, str]]]
"""Code, or `code.case` for a more specific wording -> language -> (what differs, what to try next).

Both may hold names in braces; the parameters of the verdict take their places.
"""
