"""Runs a check that must fail and gives what it raised."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from grader.checks import CheckFailed


def failure(check: Callable[..., None], *arguments: Any, **options: Any) -> CheckFailed:
    with pytest.raises(CheckFailed) as caught:
        check(*arguments, **options)
    assert caught.value.check == check.__name__
    return caught.value


def code(check: Callable[..., None], *arguments: Any, **options: Any) -> str:
    return failure(check, *arguments, **options).code
