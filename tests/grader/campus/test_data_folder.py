"""The data folder: made once, refused untouched when it is not ours to use."""

from __future__ import annotations

import json
import stat

import pytest

from grader.campus.data_folder import FORMAT, DataFolder, DataFolderError


def listing(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_folder_keeps_its_secrets_over_a_restart(tmp_path):
    first = DataFolder(tmp_path / "data")
    secrets = first.secrets
    first.close()
    second = DataFolder(tmp_path / "data")
    assert second.secrets == secrets
    assert len({secrets.grader_token, secrets.operator_token, secrets.lab_secret}) == 3
    second.close()


def test_secrets_are_for_the_owner_alone(tmp_path):
    DataFolder(tmp_path).close()
    mode = stat.S_IMODE((tmp_path / "services.json").stat().st_mode)
    assert mode == 0o600


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (json.dumps({"format": FORMAT + 1}), "newer Qampus"),
        ("{", "cannot be read"),
        (json.dumps([]), "cannot be read"),
    ],
)
def test_a_folder_of_another_format_is_refused_and_untouched(tmp_path, content, message):
    (tmp_path / "qampus.json").write_text(content)
    before = listing(tmp_path)
    with pytest.raises(DataFolderError, match=message):
        DataFolder(tmp_path)
    assert listing(tmp_path) == before


def test_a_folder_with_other_files_is_refused_and_untouched(tmp_path):
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(DataFolderError, match="other files"):
        DataFolder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_file_or_an_impossible_place_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(DataFolderError, match="this is a file"):
        DataFolder(tmp_path / "file")
    with pytest.raises(DataFolderError, match="--data"):
        DataFolder(tmp_path / "file" / "below")


def test_two_at_once_are_refused(tmp_path):
    first = DataFolder(tmp_path)
    with pytest.raises(DataFolderError, match="another `qampus up`"):
        DataFolder(tmp_path)
    first.close()
    DataFolder(tmp_path).close()
