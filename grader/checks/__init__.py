"""Assertions about quantum programs that say what differs.

Every assertion compares what a learner made with what a task asks for, returns None when both agree and raises
`CheckFailed` (an `AssertionError`) with a code, parameters and a sentence in the learner's language when they do not.
The modules are pure: they need Qiskit, NumPy and SciPy, and neither a notebook nor a network.

Conventions: qubit 0 is the rightmost character of a ket or bit string, as everywhere in Qiskit; angles are in radians.
"""

from grader.checks.budgets import assert_budget
from grader.checks.distributions import assert_distribution
from grader.checks.functions import assert_implements
from grader.checks.reading import TargetError
from grader.checks.states import assert_expectation, assert_same_state
from grader.checks.unitaries import assert_same_unitary
from grader.checks.values import assert_close
from grader.checks.verdict import CheckFailed

__all__ = [
    "CheckFailed",
    "TargetError",
    "assert_budget",
    "assert_close",
    "assert_distribution",
    "assert_expectation",
    "assert_implements",
    "assert_same_state",
    "assert_same_unitary",
]
