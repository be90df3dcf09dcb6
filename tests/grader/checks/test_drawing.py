import json
import math
import pickle
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from qiskit import QuantumCircuit

from grader.checks import (
    assert_budget,
    assert_close,
    assert_distribution,
    assert_implements,
    assert_parameterised_family,
    assert_same_density,
    assert_same_isometry,
    assert_same_state,
    assert_same_unitary,
)
from grader.checks.pictures.bars import wilson
from grader.checks.pictures.bloch import bloch_vector
from grader.checks.pictures.drawing import drawn
from grader.checks.pictures.subjects import (
    DensityPicture,
    MapPicture,
    OutcomesPicture,
    StatePicture,
)
from grader.checks.pictures.svg import phase_colour
from grader.checks.texts import LANGUAGES
from grader.checks.texts.pictures import CAPTIONS, DESCRIPTIONS
from tests.grader.checks.failing import failure

MOST_BYTES = 60_000


def test_words_are_there_in_every_language():
    for texts in (CAPTIONS, DESCRIPTIONS):
        for key, words in texts.items():
            assert tuple(words) == LANGUAGES, key
            fields = [sorted(re.findall(r"{(\w+)}", text)) for text in words.values()]
            assert fields[0] == fields[1] == fields[2], key


def data_of(failed):
    return json.dumps([str(failed.parameters), repr(failed._picture)])


def test_a_failure_holds_nothing_of_the_target():
    unlike = ("0.28|00> + 0.96|11>", "0.352|00> + 0.936|11>")
    failures = [failure(assert_same_state, [0.6, 0, 0, 0.8], target) for target in unlike]
    assert failures[0]._picture == failures[1]._picture == StatePicture((0.6, 0, 0, 0.8), "00")
    assert "0.28" not in data_of(failures[0])
    pictures = [drawn(one._picture, None, "en") for one in failures]
    assert pictures[0] == pictures[1]
    counts = {"0": 900, "1": 100}
    failures = [
        failure(assert_distribution, counts, {"0": 1 - share, "1": share})
        for share in (0.375, 0.4375)
    ]
    assert failures[0]._picture == failures[1]._picture
    assert failures[0]._picture == OutcomesPicture((("0", 0.9), ("1", 0.1)), 1000, 1e-6, "1")


def test_a_failure_stays_plain_data():
    failed = failure(assert_same_state, [0.6, 0, 0, 0.8], "|01>")
    again = pickle.loads(pickle.dumps(failed))
    assert (again.check, again.code, again.parameters) == (
        failed.check,
        failed.code,
        failed.parameters,
    )
    assert again._picture == failed._picture
    assert "picture" not in failed.parameters


def test_pictures_of_the_largest_answers_are_small():
    rng = np.random.default_rng(5)
    state = rng.normal(size=32) + 1j * rng.normal(size=32)
    amplitudes = StatePicture(tuple((state / np.linalg.norm(state)).tolist()), "00000")
    unitary, _ = np.linalg.qr(rng.normal(size=(16, 16)) + 1j * rng.normal(size=(16, 16)))
    rows = tuple(map(tuple, unitary.tolist()))
    outcomes = OutcomesPicture(tuple((f"{n:05b}", 1 / 32) for n in range(32)), 1000, 1e-6, "")
    for picture in (amplitudes, MapPicture(rows, "0001", "0010"), outcomes):
        made = drawn(picture, picture, "ja")
        assert len(made.html().encode()) < MOST_BYTES
        root = ElementTree.fromstring(made.svg)
        assert float(root.get("width")) <= 520
        for one in root.iter():
            for name in ("x", "y", "cx", "cy", "width", "height", "r"):
                assert math.isfinite(float(one.get(name, 0)))


def test_the_counterexample_is_marked():
    circuit = QuantumCircuit(2)
    circuit.cx(0, 1)
    failed = failure(assert_same_unitary, circuit, np.eye(4)[[0, 3, 1, 2]])
    assert failed._picture.column == failed.parameters["input"]
    assert failed._picture.row == failed.parameters["basis"]
    plain = drawn(MapPicture(failed._picture.rows), None, "en")
    marked = drawn(failed._picture, None, "en")
    assert marked.svg.count("#fff0b3") == plain.svg.count("#fff0b3") + 1
    failed = failure(assert_same_density, np.diag([0.7, 0, 0, 0.3]), np.diag([0.3, 0, 0, 0.7]))
    assert (failed._picture.row, failed._picture.column) == ("00", "00")


def test_a_clean_ancilla_is_left_out_and_a_dirty_one_is_not():
    circuit = QuantumCircuit(2)
    circuit.x(0)
    clean = failure(assert_same_state, circuit, "|0>", ancillas=[1])
    assert clean._picture.amplitudes == (0, 1)
    circuit.x(1)
    dirty = failure(assert_same_state, circuit, "|1>", ancillas=[1])
    assert dirty.code == "dirty_ancilla"
    assert dirty._picture.amplitudes == (0, 0, 0, 1)
    mapped = failure(assert_same_unitary, circuit, np.eye(2), ancillas=[1])
    assert len(mapped._picture.rows) == 4
    circuit.x(1)
    mapped = failure(assert_same_unitary, circuit, np.eye(2), ancillas=[1])
    assert mapped._picture.rows == ((0, 1), (1, 0))


def test_checks_that_ask_other_checks_hand_their_pictures_on():
    def wrong(angle):
        circuit = QuantumCircuit(1)
        circuit.x(0)
        return circuit

    def target(angle):
        circuit = QuantumCircuit(1)
        circuit.h(0)
        return circuit

    failed = failure(assert_parameterised_family, wrong, target, parameters=1)
    assert isinstance(failed._picture, MapPicture)
    failed = failure(assert_implements, lambda n: -n, [((1,), 1)])
    assert failed._picture is None
    failed = failure(
        assert_implements, lambda n: np.diag([1, 0]), [((1,), "|1>")], compare=assert_same_density
    )
    assert isinstance(failed._picture, DensityPicture)


def test_values_and_budgets_carry_no_picture():
    circuit = QuantumCircuit(2)
    circuit.cx(0, 1)
    assert failure(assert_close, 1.0, 2.0)._picture is None
    assert failure(assert_budget, circuit, two_qubit_gates=0)._picture is None
    assert failure(assert_same_isometry, None, np.eye(2), inputs=[0])._picture is None


@pytest.mark.parametrize(
    ("state", "vector"),
    [
        ([1, 0], (0, 0, 1)),
        ([0, 1], (0, 0, -1)),
        ([0.5**0.5, 0.5**0.5], (1, 0, 0)),
        ([0.5**0.5, 1j * 0.5**0.5], (0, 1, 0)),
        ([math.cos(0.4), math.sin(0.4)], (math.sin(0.8), 0, math.cos(0.8))),
    ],
)
def test_bloch_vectors(state, vector):
    assert bloch_vector(np.outer(state, np.conj(state))) == pytest.approx(vector)


def test_what_chance_explains():
    # Wilson's interval at 95 %: 50 of 100 and 0 of 10
    assert wilson(0.5, 100, 0.05) == pytest.approx((0.40383, 0.59617), abs=1e-5)
    assert wilson(0.0, 10, 0.05) == pytest.approx((0.0, 0.27753), abs=1e-5)


# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, IEEE TVCG 15, 1291 (2009), severity 1, in linear RGB
SEEN = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
}


@pytest.mark.parametrize("sight", SEEN)
def test_quarter_turns_of_the_phase_differ_for_colour_blind_people(sight):
    def linear(value):
        text = phase_colour(value)
        shares = np.array([int(text[place : place + 2], 16) / 255 for place in (1, 3, 5)])
        return np.where(shares > 0.04045, ((shares + 0.055) / 1.055) ** 2.4, shares / 12.92)

    seen = [
        np.clip(np.array(SEEN[sight]) @ linear(value), 0, 1) ** (1 / 2.2)
        for value in (1, 1j, -1, -1j)
    ]
    for one in range(4):
        for other in range(one):
            assert np.linalg.norm(seen[one] - seen[other]) > 0.3
