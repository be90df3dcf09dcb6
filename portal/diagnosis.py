"""Verdict codes in words: what a code says about an answer, for tables where there is no room for its sentence."""

from __future__ import annotations

from flask_babel import lazy_gettext

WORDS = {
    "passed": lazy_gettext("right"),
    "wrong_type": lazy_gettext("wrong type"),
    "wrong_size": lazy_gettext("wrong number of qubits"),
    "not_normalised": lazy_gettext("not normalised"),
    "not_unitary": lazy_gettext("not unitary"),
    "wrong_amplitudes": lazy_gettext("wrong amplitudes"),
    "relative_phase": lazy_gettext("wrong relative phase"),
    "global_phase": lazy_gettext("wrong global phase"),
    "qubit_order_reversed": lazy_gettext("bit order reversed"),
    "control_target_swapped": lazy_gettext("control and target swapped"),
    "inverse": lazy_gettext("inverse instead"),
    "conjugate": lazy_gettext("complex conjugate instead"),
    "wrong_state": lazy_gettext("wrong state"),
    "wrong_unitary": lazy_gettext("wrong unitary matrix"),
    "missing_measurement": lazy_gettext("measurement missing"),
    "impossible_outcome": lazy_gettext("impossible measurement outcome"),
    "wrong_distribution": lazy_gettext("wrong distribution"),
    "wrong_value": lazy_gettext("wrong value"),
    "wrong_sign": lazy_gettext("wrong sign"),
    "wrong_length": lazy_gettext("wrong length"),
    "budget_exceeded": lazy_gettext("circuit too large"),
    "forbidden_gate": lazy_gettext("forbidden gate"),
    "not_answered": lazy_gettext("not answered"),
    "error": lazy_gettext("stopped with an error"),
    "assertion": lazy_gettext("a check failed"),
    "time_limit": lazy_gettext("took too long"),
    "needs_person": lazy_gettext("waits for a person"),
}


def in_words(code: str) -> str:
    """Return the code in the reader's language; a code that has no words yet stands for itself."""
    return str(WORDS.get(code, code))
