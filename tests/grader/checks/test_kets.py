import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks.reading.kets import KetError, parse_ket

S = 1 / math.sqrt(2)


@pytest.mark.parametrize(
    ("text", "amplitudes"),
    [
        ("|0>", [1, 0]),
        ("|1⟩", [0, 1]),
        ("-|1>", [0, -1]),
        ("|+>", [S, S]),
        ("|->", [S, -S]),
        ("|i>", [S, S * 1j]),
        ("|-i>", [S, -S * 1j]),
        ("|01>", [0, 1, 0, 0]),
        ("|+0>", [S, 0, S, 0]),
        ("|0>|1>", [0, 1, 0, 0]),
        ("|0>⊗|1>", [0, 1, 0, 0]),
        ("(|00> + i|11>)/√2", [S, 0, 0, S * 1j]),
        ("1/√2 (|00⟩ − |11⟩)", [S, 0, 0, -S]),
        ("1/2|0> + sqrt(3)/2|1>", [0.5, math.sqrt(3) / 2]),
        ("√(1/4)|0> - √3/2 |1>", [0.5, -math.sqrt(3) / 2]),
        ("0.6|0> + 0.8j*|1>", [0.6, 0.8j]),
        ("(1+i)/2|0> + (1-i)/2|1>", [(1 + 1j) / 2, (1 - 1j) / 2]),
        ("(|0> + exp(iπ/4)|1>)/sqrt(2)", [S, S * np.exp(1j * math.pi / 4)]),
        ("cos(pi/8)|0> + sin(pi/8)|1>", [math.cos(math.pi / 8), math.sin(math.pi / 8)]),
        ("0.7071|0> + 0.7071|1>", [S, S]),
    ],
)
def test_reads_text_as_physicists_write_it(text, amplitudes):
    assert np.allclose(parse_ket(text), amplitudes, atol=1e-12)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ends too early"),
        ("1", "no ket"),
        ("|0> + |1>", "norm"),
        ("|0> + |11>", "number of qubits"),
        ("|2>", "letters"),
        ("|>", "letters"),
        ("(|0>", "bracket"),
        ("|0>)", "not expected"),
        ("|0>/0", "number other than 0"),
        ("|0>/|1>", "number other than 0"),
        ("√|0>", "of a ket"),
        ("__import__('os')|0>", "cannot read"),
        ("foo|0>", "not known"),
        ("|0> +", "ends too early"),
        ("exp(10000)|0>", "too large"),
    ],
)
def test_says_what_is_wrong_with_a_text(text, reason):
    with pytest.raises(KetError, match=reason):
        parse_ket(text)


@given(st.text(alphabet="|01>+-*/()i√ .expcosq", max_size=24))
def test_any_text_is_a_normalised_state_or_a_ket_error(text):
    try:
        vector = parse_ket(text)
    except KetError:
        return
    assert abs(np.linalg.norm(vector) - 1) < 1e-9
