import base64
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from grader.checks.texts import LANGUAGES
from tests.grader.checks.test_verdict import run_cell

ROOT = Path(__file__).parents[3]
MOST_BYTES = 60_000
SETUP = (
    "import numpy as np\nfrom qiskit import QuantumCircuit\nfrom grader.checks import *\n"
    "bell = QuantumCircuit(2)\nbell.h(0)\nbell.cx(0, 1)\n"
)
SHOWN = {
    "pure qubit": ("assert_same_state([0.6, 0.8j], '|1>')", "y = 0.96, z = -0.28", "Bloch"),
    "mixed qubit": (
        "assert_same_density([[0.75, 0], [0, 0.25]], [[0.5, 0], [0, 0.5]])",
        "x = 0, y = 0, z = 0.5",
        "Bloch",
    ),
    "state": (
        "assert_same_state([0.6, 0, 0, -0.8], '0.6|00> + 0.8|11>')",
        "|00⟩: 0.6, |11⟩: -0.8",
        "Marked: |11⟩.",
    ),
    "unitary": (
        "bell.s(1)\nassert_same_unitary(bell, np.eye(4))",
        "|00⟩ → |00⟩: 0.707, |00⟩ → |11⟩: 0.707i",
        "Marked: |00⟩.",
    ),
    "isometry": (
        "e = QuantumCircuit(2)\nassert_same_isometry(e, np.eye(4)[:, [0, 3]], inputs=[0])",
        "|1⟩ → |01⟩: 1, |0⟩ → |00⟩: 1",
        "Marked: |1⟩.",
    ),
    "mixed pair": (
        "assert_same_density(np.diag([0.7, 0, 0, 0.3]), np.eye(4) / 4)",
        "|00⟩ → |00⟩: 0.7, |11⟩ → |11⟩: 0.3",
        "density matrix",
    ),
    "probabilities": (
        "bell.measure_all()\nassert_distribution(bell, {'00': 1.0})",
        "00: 0.5, 11: 0.5",
        "Marked: 11.",
    ),
    "counts": (
        "assert_distribution({'0': 900, '1': 100}, {'0': 0.5, '1': 0.5})",
        "0: 0.9, 1: 0.1",
        "1000 shots",
    ),
    "cases of a function": (
        "assert_implements(lambda n: [0.6, 0.8], [((1,), '|0>')], compare=assert_same_state)",
        "x = 0.96, y = 0, z = -0.28",
        "Bloch",
    ),
}


def python(*arguments, tmp_path):
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"IPYTHONDIR": str(tmp_path), "PATH": "/usr/bin:/bin", "TERM": "dumb"},
        cwd=ROOT,
    )


class Figure(HTMLParser):
    """What is in the HTML of a picture: the attributes of its image, its words, and the picture itself."""

    def __init__(self, html):
        super().__init__()
        self.images, self.figures, self.words = [], [], ""
        self.feed(html)
        self.alt = self.images[0]["alt"]
        kind, _, data = self.images[0]["src"].partition(",")
        assert kind == "data:image/svg+xml;base64"
        self.svg = base64.b64decode(data).decode()

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.images.append(dict(attrs))
        if tag == "figure":
            self.figures.append(dict(attrs))

    def handle_data(self, data):
        self.words += data


IN_IPYTHON = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
shell = InteractiveShell.instance()
told = []
for cell in json.loads(sys.argv[1]):
    with capture_output() as captured:
        shell.run_cell(cell, store_history=True)
    data = [output.data for output in captured.outputs]
    told.append({"data": data, "text": captured.stdout + captured.stderr})
print(json.dumps(told))
"""


def run_cells(cells, tmp_path):
    done = python("-c", IN_IPYTHON, json.dumps(cells), tmp_path=tmp_path)
    return json.loads(done.stdout.splitlines()[-1])


def test_a_learner_sees_one_picture_with_its_words(tmp_path):
    told = run_cells([SETUP + cell for cell, _, _ in SHOWN.values()], tmp_path)
    for seen, (kind, (_, numbers, said)) in zip(told, SHOWN.items(), strict=True):
        assert len(seen["data"]) == 1, kind
        figure = Figure(seen["data"][0]["text/html"])
        assert len(figure.images) == 1
        assert numbers in figure.alt, kind
        assert said in figure.words, kind
        assert numbers in seen["data"][0]["text/plain"]
        root = ElementTree.fromstring(figure.svg)
        assert float(root.get("width")) <= 520
        assert float(root.get("height")) <= 250
        assert len(seen["data"][0]["text/html"]) < MOST_BYTES
        lines = seen["text"].strip().splitlines()
        assert len(lines) == 2, kind
        assert lines[0].startswith("assert_")


NO_PICTURE = {
    "value": "assert_close(1.0, -1.0)",
    "budget": "assert_budget(bell, two_qubit_gates=0)",
    "type": "assert_same_state(None, '|0>')",
    "size": "assert_same_state([1, 0], '|00>')",
    "large": "assert_same_state(np.eye(64)[1], np.eye(64)[2])",
}


def test_no_picture_where_none_helps(tmp_path):
    told = run_cells([SETUP + cell for cell in NO_PICTURE.values()], tmp_path)
    for seen, kind in zip(told, NO_PICTURE, strict=True):
        assert seen["data"] == [], kind
        assert seen["text"].startswith("assert_"), kind


@pytest.mark.parametrize("way", ["autograde", "validate"])
def test_no_picture_while_a_program_grades(way, tmp_path):
    cell = SETUP + SHOWN["state"][0]
    seen = run_cell(cell, tmp_path, NBGRADER_EXECUTION=way)
    assert seen["data"] == []
    assert "relative to" in seen["text"]


IN_TERMINAL = """
import sys
from IPython.terminal.interactiveshell import TerminalInteractiveShell
shell = TerminalInteractiveShell.instance(simple_prompt=True)
shell.run_cell(sys.argv[1])
"""


def test_no_picture_in_a_terminal(tmp_path):
    done = python("-c", IN_TERMINAL, SETUP + SHOWN["state"][0], tmp_path=tmp_path)
    assert "relative to" in done.stdout
    assert "Picture" not in done.stdout
    assert "svg" not in done.stdout


def test_plain_python_draws_nothing_and_imports_nothing_for_it(tmp_path):
    cell = (
        "import sys\nfrom grader.checks import *\n"
        "try:\n    assert_same_state([0.6, 0, 0, -0.8], '0.6|00> + 0.8|11>')\n"
        "except CheckFailed as failure:\n    print(len(failure._render_traceback_()))\n"
        "foreign = {'matplotlib', 'IPython'} & set(sys.modules)\nprint(foreign)\n"
    )
    done = python("-c", cell, tmp_path=tmp_path)
    assert done.stdout.split("\n")[:2] == ["2", "set()"]
    drawing = "grader.checks.pictures.drawing"
    cell = f"import sys, grader.checks\nprint({drawing!r} in sys.modules)"
    assert python("-c", cell, tmp_path=tmp_path).stdout == "False\n"


@pytest.mark.parametrize("trouble", ["OSError('gone')", "ValueError('no')"])
def test_trouble_while_drawing_leaves_the_words(trouble, tmp_path):
    cell = (
        f"def broken(*_, **__):\n    raise {trouble}\nget_ipython().display_pub.publish = broken\n"
    )
    seen = run_cell(SETUP + cell + SHOWN["state"][0], tmp_path)
    assert seen["data"] == []
    lines = seen["text"].strip().splitlines()
    assert [line.startswith("assert_same_state: ") for line in lines] == [True, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_the_learners(language, tmp_path):
    seen = run_cell(SETUP + SHOWN["counts"][0], tmp_path, QAMPUS_LANGUAGE=language)
    figure = Figure(seen["data"][0]["text/html"])
    assert figure.figures[0]["lang"] == language
    letters = {"en": "[a-z]{4}", "ja": "[ぁ-ん]", "ko": "[가-힣]"}
    for name, pattern in letters.items():
        for text in (figure.alt, figure.words):
            assert bool(re.search(pattern, text)) == (name == language)
    assert not re.search("[ぁ-んァ-ヶ一-龯가-힣]", figure.svg)


IN_KERNEL = """
import json, sys
from jupyter_client.manager import start_new_kernel
cells = json.loads(sys.argv[1])
manager, client = start_new_kernel(kernel_name="python3")
told = []
try:
    for cell, person in cells:
        outputs = []
        client.execute_interactive(
            cell, allow_stdin=person, timeout=60, output_hook=lambda one: outputs.append(one),
        )
        told.append([
            one["content"]["data"]
            for one in outputs if one["msg_type"] == "display_data"
        ])
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
print(json.dumps(told))
"""
TARGET = "0.28|00> + 0.96|11>"
CHECK = f"assert_same_state([0.6, 0, 0, 0.8], '{TARGET}')"
NOT_IN_A_CELL = f"exec(compile({CHECK!r}, 'elsewhere.py', 'exec'))"


def test_what_is_asked_for_is_shown_only_where_it_stands_in_the_learners_own_notebook(tmp_path):
    cells = [
        (SETUP, True),
        (CHECK, True),
        (CHECK, False),
        (f"### BEGIN HIDDEN TESTS\n{CHECK}\n### END HIDDEN TESTS", True),
        (NOT_IN_A_CELL, True),
        ("def check(answer, wanted):\n    assert_same_state(answer, wanted)", True),
        (f"check([0.6, 0, 0, 0.8], '{TARGET}')", True),
        ("assert_same_unitary(bell, np.eye(4))", True),
        ("assert_distribution({'0': 900, '1': 100}, {'0': 0.25, '1': 0.75})", True),
        ("assert_same_density([[1, 0], [0, 0]], '0.6|0> + 0.8|1>')", True),
        (
            "assert_parameterised_family(lambda a: bell, lambda a: np.eye(4), parameters=1)",
            True,
        ),
    ]
    done = python("-c", IN_KERNEL, json.dumps(cells), tmp_path=tmp_path)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told[0] == told[5] == []
    shown = [Figure(one["text/html"]) for (one,) in [*told[1:5], *told[6:]]]
    own, program, hidden, elsewhere, helper, unitary, counts, density, family = shown
    for figure in (own, helper):
        assert "What is asked for: |00⟩: 0.28, |11⟩: 0.96" in figure.alt
        assert "Striped" in figure.words
    for figure in (program, hidden, elsewhere):
        assert "0.28" not in figure.alt + figure.words + figure.svg
        assert figure.svg == program.svg != own.svg
        assert "asked" not in figure.alt + figure.words
    assert "What is asked for: |00⟩ → |00⟩: 1" in unitary.alt
    assert "What is asked for: 0: 0.25, 1: 0.75" in counts.alt
    assert "What is asked for: x = 0.96, y = 0, z = -0.28" in density.alt
    assert "asked" not in family.alt


def test_what_is_asked_for_is_drawn_with_the_phases_of_the_answer(tmp_path):
    cells = [
        (SETUP, True),
        ("assert_same_state([0.6j, 0, 0, -0.8j], '0.6|00> + 0.8|11>')", True),
        ("assert_same_state([0, 0.6j, 0.8j], '0.6|01> + 0.8|10>')", True),
        ("assert_same_state([0, 1j, 0, 0], '|01>', strict_phase=True)", True),
        ("assert_same_state([0, 1j], '|1>', strict_phase=True)", True),
    ]
    done = python("-c", IN_KERNEL, json.dumps(cells), tmp_path=tmp_path)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told[2] == []
    turned, strict, qubit = (Figure(one["text/html"]) for (one,) in (told[1], *told[3:]))
    assert turned.alt.endswith("What is asked for: |00⟩: 0.6i, |11⟩: 0.8i.")
    for figure, ket in ((strict, "|01⟩"), (qubit, "|1⟩")):
        assert f"{ket}: 1i. What is asked for: {ket}: 1." in figure.alt
        assert "Bloch" not in figure.words
