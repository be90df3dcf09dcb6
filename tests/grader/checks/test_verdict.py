import json
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

from grader.checks import CheckFailed, assert_close, assert_same_state
from grader.checks.messages import hidden_rationale, hint, rationale
from grader.checks.texts import HIDDEN, LANGUAGES, TITLES, WORDINGS

CODES = [
    "wrong_type",
    "wrong_size",
    "not_normalised",
    "not_unitary",
    "wrong_amplitudes",
    "relative_phase",
    "global_phase",
    "qubit_order_reversed",
    "control_target_swapped",
    "inverse",
    "conjugate",
    "wrong_state",
    "wrong_unitary",
    "does_nothing",
    "qubits_permuted",
    "transposed",
    "gates_reversed",
    "off_by_gate",
    "dirty_ancilla",
    "not_decided",
    "missing_measurement",
    "impossible_outcome",
    "wrong_distribution",
    "wrong_value",
    "wrong_sign",
    "wrong_length",
    "budget_exceeded",
    "forbidden_gate",
    "too_many_calls",
    "forbidden_pair",
    "not_clifford_t",
    "unbounded_loop",
    "misses_input",
    "marks_too_many",
    "marks_other",
    "marks_complement",
    "oracle_phase",
    "not_an_oracle",
    "not_trace_preserving",
    "not_completely_positive",
    "wrong_channel",
    "wrong_strength",
    "not_hermitian",
    "not_positive",
    "wrong_density",
    "wrong_parameters",
    "wrong_angle",
    "parameters_exchanged",
    "special_angles_only",
    "below_ground",
    "wrong_energy",
    "out_of_range",
    "not_orthogonal",
    "wrong_span",
    "not_eigenvector",
    "not_independent",
    "foreign_letter",
    "word_too_long",
    "passed",
    "not_answered",
    "error",
    "assertion",
    "time_limit",
    "needs_person",
    "memory_limit",
    "process_limit",
    "disk_limit",
    "output_limit",
    "died",
    "judge_stopped",
]
WITHOUT_HINT = {"passed", "needs_person", "judge_stopped", "unknown"}


def placeholders(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_code_has_its_text_in_every_language():
    assert LANGUAGES == ("en", "ja", "ko")
    assert set(CODES) <= set(WORDINGS)
    for key, words in WORDINGS.items():
        assert tuple(words) == LANGUAGES, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_agree_across_languages(language):
    for key, words in WORDINGS.items():
        text, advice = words[language]
        assert placeholders(text) == placeholders(words["en"][0]), key
        assert placeholders(advice.replace("{}", "")) == set(), key
        assert bool(advice) == (key not in WITHOUT_HINT), key


def test_texts_are_in_their_language():
    japanese, korean = re.compile("[ぁ-ん]"), re.compile("[가-힣]")
    for key, words in WORDINGS.items():
        for part in range(2):
            if words["en"][part]:
                assert japanese.search(words["ja"][part]), key
                assert korean.search(words["ko"][part]), key
            assert not japanese.search(words["en"][part] + words["ko"][part]), key


# given by the grader about a whole task, hidden check or not
ABOUT_THE_RUN = {
    "passed",
    "not_answered",
    "time_limit",
    "memory_limit",
    "process_limit",
    "disk_limit",
    "output_limit",
    "died",
    "judge_stopped",
    "needs_person",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_a_hidden_check_can_give_has_a_title(language):
    codes = {key.partition(".")[0] for key in WORDINGS} - ABOUT_THE_RUN
    assert set(TITLES) == codes
    letters = {"en": "[a-z]", "ja": "[ぁ-ん]", "ko": "[가-힣]"}[language]
    assert all(re.search(letters, titles[language]) for titles in TITLES.values())
    assert placeholders(HIDDEN[language]) == {"title"}


def test_a_hidden_check_tells_its_title_and_no_number():
    told = hidden_rationale("relative_phase", "en")
    assert told == "A check that is not shown failed: a relative phase differs."
    assert "相対位相" in hidden_rationale("relative_phase", "ja")
    assert hidden_rationale("never_heard_of", "fr").endswith("something differs.")


def test_every_case_that_the_checks_give_has_a_text():
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(sys.modules["grader.checks"].__file__).parent.rglob("*.py")
    )
    known = {key.partition(".")[2] for key in WORDINGS}
    given = re.findall(r'case="(\w+)"|"case": "(\w+)"', source)
    assert given
    assert {one or other for one, other in given} <= known


def test_text_is_made_from_parameters():
    assert rationale("time_limit", {"seconds": 30}, "en") == (
        "Your code took longer than 30 seconds and was stopped."
    )
    assert "30 秒" in rationale("time_limit", {"seconds": 30}, "ja")
    assert "30초" in rationale("time_limit", {"seconds": 30}, "ko")
    assert rationale("time_limit", {"seconds": 30}, "fr") == rationale(
        "time_limit", {"seconds": 30}, "en"
    )
    assert rationale("brand_new", {}, "en") == "The check failed (brand_new)."
    assert rationale("wrong_value", {}, "en").count("?") == 1
    assert hint("inverse", "ko") != hint("inverse", "ja")
    assert rationale("wrong_value", {"got": "1", "call": "f(2)", "where": "[0]"}, "en").startswith(
        "For f(2): At [0]: "
    )


def test_the_language_of_the_environment_is_used(monkeypatch):
    failure = CheckFailed("assert_close", "wrong_sign", {"got": "1"})
    monkeypatch.setenv("QAMPUS_LANGUAGE", "ja")
    assert str(failure) == "値 1 の符号が逆です。"
    monkeypatch.setenv("QAMPUS_LANGUAGE", "ko")
    assert "부호" in str(failure)
    monkeypatch.delenv("QAMPUS_LANGUAGE")
    assert "wrong sign" in str(failure)


def test_a_target_is_not_printed():
    with pytest.raises(CheckFailed) as caught:
        assert_close([1.0, 0.25], [1.0, 0.123456789])
    assert "0.123" not in json.dumps([str(caught.value), caught.value.parameters])
    with pytest.raises(CheckFailed) as caught:
        assert_same_state([0.6, 0.8], "0.28|0> + 0.96|1>")
    text = json.dumps([str(caught.value), caught.value.parameters])
    assert "0.28" not in text
    assert "0.96" not in text


IN_IPYTHON = """
import json, os, sys
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
shell = InteractiveShell.instance()
with capture_output() as captured:
    shell.run_cell(sys.argv[1])
data = [output.data for output in captured.outputs]
print(json.dumps({"data": data, "text": captured.stdout + captured.stderr}))
"""


def run_cell(cell: str, tmp_path: Path, **environment: str) -> dict:
    done = subprocess.run(
        [sys.executable, "-c", IN_IPYTHON, cell],
        capture_output=True,
        text=True,
        check=True,
        env={"IPYTHONDIR": str(tmp_path), "PATH": "/usr/bin:/bin", **environment},
        cwd=Path(__file__).parents[3],
    )
    return json.loads(done.stdout.splitlines()[-1])


CELL = "from grader.checks import assert_close\nassert_close([1.0, -2.0], [1.0, 2.0])"


def test_a_learner_sees_two_lines_and_no_frames(tmp_path):
    seen = run_cell(CELL, tmp_path)
    assert seen["data"] == []
    assert seen["text"].strip().splitlines() == [
        "assert_close: At [1]: The value -2 has the wrong sign.",
        "Look for a minus that was lost or is one too many.",
    ]
