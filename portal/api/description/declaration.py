"""What is said of a call, beside its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])

Codes = Mapping[int, tuple[str, ...]]
"""Status of a refusal -> the codes that come with it."""

_DESCRIPTION = "qampus_description"
_CALLERS = "qampus_callers"


@dataclass(frozen=True)
class Description:
    """One call, as its view declares it.

    Attributes:
        summary: what it does, in a few words.
        details: the view's docstring.
        body: the form of what is sent as JSON; None: nothing is sent.
        query: the form of what may stand behind the question mark; None: nothing.
        answers: status -> form of the answer.
        refusals: what the view itself refuses; what every call refuses is added by the document.
        also: forms that others refer to by name.
        callers: the kinds of tokens that are taken; none: no token is needed.
    """

    summary: str
    details: str
    body: Any
    query: Any
    answers: Mapping[int, Any]
    refusals: Codes
    also: tuple[Any, ...]
    callers: tuple[str, ...] = field(default=())


def described(
    summary: str,
    *,
    answers: Mapping[int, Any],
    body: Any = None,
    query: Any = None,
    errors: Codes | None = None,
    also: tuple[Any, ...] = (),
) -> Callable[[View], View]:
    """Describe a call. Stands directly under its route, above `only`.

    Args:
        summary: what it does, in a few words.
        answers: status -> form of the answer.
        body: the form that the view decodes.
        query: the form that the view reads of the address.
        errors: status -> codes that the view itself refuses with.
        also: forms to which `body` or `answers` refer by name alone.
    """

    def note(view: View) -> View:
        view.__dict__[_DESCRIPTION] = Description(
            summary=summary,
            details=" ".join((view.__doc__ or "").split()),
            body=body,
            query=query,
            answers=answers,
            refusals=errors or {},
            also=also,
            callers=view.__dict__.get(_CALLERS, ()),
        )
        return view

    return note


def note_callers(view: Callable[..., Any], callers: tuple[str, ...]) -> None:
    """Write down which kinds of tokens a call takes."""
    view.__dict__[_CALLERS] = callers


def description_of(view: Callable[..., Any]) -> Description | None:
    """Return what was declared of a view; None if nothing was."""
    found: Description | None = view.__dict__.get(_DESCRIPTION)
    return found
