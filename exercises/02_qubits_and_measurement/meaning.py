"""What answers mean where they are not unique, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np

TOLERANCES = {
    "phase_from_counts": 0.01,  # as the text says
    "best_guess": 1e-4,  # as the text says, for the chance
}


def best_guess(arguments, result):
    """The chance that these outcomes occur and the next one is a right guess; earlier angles are the best ones."""
    alpha, beta, prior, outcomes = arguments
    p, q = prior, 1 - prior
    for outcome in outcomes:
        best = np.arctan2(
            p * np.sin(2 * alpha) - q * np.sin(2 * beta),
            p * np.cos(2 * alpha) - q * np.cos(2 * beta),
        )
        found = best / 2 + outcome * np.pi / 2
        p, q = p * np.cos(found - alpha) ** 2, q * np.cos(found - beta) ** 2
    return p * np.cos(result - alpha) ** 2 + q * np.sin(result - beta) ** 2
