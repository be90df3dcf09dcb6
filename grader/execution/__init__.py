"""Executes learners' code, shut in."""

from grader.execution.limits import Limits
from grader.execution.sandbox import Sandbox, open_sandbox

__all__ = ["Limits", "Sandbox", "open_sandbox"]
