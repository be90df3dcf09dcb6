"""Executes learners' notebooks, shut in."""

from grader.execution.limits import Limits
from grader.execution.run import BAD_ANSWER, KERNEL_DIED, TIME_LIMIT, Executed, execute, refuse
from grader.execution.sandbox import Sandbox, open_sandbox

__all__ = [
    "BAD_ANSWER",
    "KERNEL_DIED",
    "TIME_LIMIT",
    "Executed",
    "Limits",
    "Sandbox",
    "execute",
    "open_sandbox",
    "refuse",
]
