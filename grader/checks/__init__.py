"""Assertions about quantum programs that say what differs.

Every assertion compares what a learner made with what a task asks for, returns None when both agree and raises
`CheckFailed` (an `AssertionError`) with a code, parameters and a sentence in the learner's language when they do not.
The modules are pure: they need Qiskit, NumPy and SciPy, and neither a notebook nor a network.

Conventions: qubit 0 is the rightmost character of a ket or bit string, as everywhere in Qiskit; angles are in radians.
"""

from grader.checks.budgets import assert_budget
from grader.checks.channels import assert_same_channel
from grader.checks.densities import assert_same_density
from grader.checks.distributions import assert_distribution
from grader.checks.expectations import assert_expectation, assert_ground_energy
from grader.checks.families import assert_parameterised_family
from grader.checks.functions import assert_implements
from grader.checks.instances import instances
from grader.checks.isometries import assert_same_isometry
from grader.checks.opaque import filled_in, opaque_oracle
from grader.checks.oracles import assert_marks
from grader.checks.reading.data import TargetError
from grader.checks.states import assert_same_state
from grader.checks.unitaries import assert_same_unitary
from grader.checks.values import assert_between, assert_close
from grader.checks.vectors import assert_eigenpairs, assert_orthonormal
from grader.checks.verdict import CheckFailed, NotDecidedError
from grader.checks.words import assert_word

__all__ = [
    "CheckFailed",
    "NotDecidedError",
    "TargetError",
    "assert_between",
    "assert_budget",
    "assert_close",
    "assert_distribution",
    "assert_eigenpairs",
    "assert_expectation",
    "assert_ground_energy",
    "assert_implements",
    "assert_marks",
    "assert_orthonormal",
    "assert_parameterised_family",
    "assert_same_channel",
    "assert_same_density",
    "assert_same_isometry",
    "assert_same_state",
    "assert_same_unitary",
    "assert_word",
    "filled_in",
    "instances",
    "opaque_oracle",
]
