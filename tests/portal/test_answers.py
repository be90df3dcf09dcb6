"""What a learner answered, cut out of notebooks that may hold anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from portal.answers import answer_to, task_text
from portal.models import ExerciseVersion, ReleasedFile, SubmissionFile
from portal.storage import BlobStore


@pytest.fixture
def store(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "blobs")


def cell(kind: str, source: object, grade_id: object = None, **more: Any) -> dict[str, Any]:
    metadata = {} if grade_id is None else {"nbgrader": {"grade_id": grade_id}}
    return {"cell_type": kind, "source": source, "metadata": metadata, **more}


def submitted(store: BlobStore, content: object, name: str = "a.ipynb") -> list[SubmissionFile]:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return [SubmissionFile(name=name, sha256=store.put(data).sha256, size=len(data))]


def notebook(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def test_code_is_answered_beside_the_check_and_an_essay_in_its_own_cell(store: BlobStore) -> None:
    files = submitted(
        store,
        notebook(
            cell("code", ["x = 1\n", "y = 2"], "bell_answer"),
            cell("code", "assert x", "bell"),
            cell("markdown", "Because.", "essay"),
        ),
    )
    code, essay = answer_to(store, files, "bell"), answer_to(store, files, "essay")
    assert code is not None
    assert essay is not None
    assert (code.text, code.is_code) == ("x = 1\ny = 2", True)
    assert (essay.text, essay.is_code) == ("Because.", False)
    assert answer_to(store, files, "other") is None


def test_of_two_cells_with_one_id_the_last_is_taken_as_the_grader_does(store: BlobStore) -> None:
    files = submitted(
        store, notebook(cell("markdown", "first", "essay"), cell("markdown", "last", "essay"))
    )
    found = answer_to(store, files, "essay")
    assert found is not None
    assert found.text == "last"


def test_pasted_pictures_come_along(store: BlobStore) -> None:
    pasted = {"g.png": {"image/png": "AAAA"}, "bad": "x", "worse": {"image/png": 3}}
    files = submitted(store, notebook(cell("markdown", "x", "essay", attachments=pasted)))
    found = answer_to(store, files, "essay")
    assert found is not None
    assert found.pictures == {"g.png": "data:image/png;base64,AAAA"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        {"cells": "none"},
        {"cells": [{"cell_type": 3, "source": 4}]},
        [],
        {"cells": [{"cell_type": "code", "source": "x", "metadata": {"nbgrader": 1}}]},
        {
            "cells": [
                {"cell_type": "code", "source": "x", "metadata": {"nbgrader": {"grade_id": 2}}}
            ]
        },
    ],
)
def test_what_cannot_be_read_has_no_answer(store: BlobStore, content: object) -> None:
    assert answer_to(store, submitted(store, content), "essay") is None


def test_a_lost_file_and_other_files_have_no_answer(store: BlobStore) -> None:
    lost = SubmissionFile(name="a.ipynb", sha256="0" * 64, size=1)
    other = submitted(store, notebook(cell("markdown", "x", "essay")), name="data.csv")
    assert answer_to(store, [lost, *other], "essay") is None


def test_a_task_is_told_from_its_heading_on_in_the_readers_language(store: BlobStore) -> None:
    def released(language: str, text: str) -> ReleasedFile:
        (file,) = submitted(
            store,
            notebook(
                cell("markdown", "# Exercise"),
                cell("markdown", text),
                cell("markdown", "More."),
                cell("markdown", "", "essay"),
            ),
        )
        return ReleasedFile(language=language, name="a.ipynb", sha256=file.sha256, size=1)

    version = ExerciseVersion(files=[released("ja", "## 問い"), released("en", "## Question")])
    assert task_text(store, version, "essay", "ja") == "## 問い\n\nMore."
    assert task_text(store, version, "essay", "ko") == "## Question\n\nMore."
    assert task_text(store, version, "none", "en") is None
