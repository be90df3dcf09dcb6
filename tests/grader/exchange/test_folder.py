"""What is handed in: the plain files of the exercise's folder, and nothing that leads out of it."""

from __future__ import annotations

import string

import pytest

from grader.exchange.folder import MAXIMUM_FILE_BYTES, ExerciseFolder, is_plain_name, write_files
from grader.exchange.messages import TEXTS, PortalRefusal


@pytest.fixture
def folder(tmp_path):
    folder = ExerciseFolder(tmp_path, "course-1", "04_entanglement")
    folder.path.mkdir(parents=True)
    (folder.path / "04_entanglement.ipynb").write_bytes(b"{}")
    return folder


def test_plain_files_are_handed_in_and_hidden_ones_and_folders_are_not(folder):
    (folder.path / "data.csv").write_text("1")
    (folder.path / ".secret").write_text("1")
    folder.feedback(1).mkdir(parents=True)
    (folder.feedback(1) / "page.html").write_text("1")
    assert sorted(folder.read()) == ["04_entanglement.ipynb", "data.csv"]


@pytest.mark.parametrize(
    "name", ["..", "../other", "a/b", "", ".hidden", "/etc", "a\0b", "x" * 101, "a\n"]
)
def test_names_that_climb_or_hide_are_refused(tmp_path, name):
    assert not is_plain_name(name)
    with pytest.raises(PortalRefusal) as refused:
        ExerciseFolder(tmp_path, "course-1", name)
    assert refused.value.code == "bad_name"


@pytest.mark.parametrize("name", ["04_entanglement", "utokyo-intro", "量子.ipynb", "data 1.csv"])
def test_ordinary_names_are_plain(name):
    assert is_plain_name(name)


def test_a_link_out_of_the_folder_is_refused(folder, tmp_path):
    (tmp_path / "private").write_text("mine")
    (folder.path / "data.csv").symlink_to(tmp_path / "private")
    with pytest.raises(PortalRefusal, match=r"data\.csv") as refused:
        folder.read()
    assert refused.value.code == "outside"


def test_a_broken_link_is_refused(folder):
    (folder.path / "data.csv").symlink_to("nowhere")
    with pytest.raises(PortalRefusal) as refused:
        folder.read()
    assert refused.value.code == "outside"


def test_missing_folder_missing_notebook_and_large_file_have_their_own_messages(folder, tmp_path):
    with pytest.raises(PortalRefusal) as refused:
        ExerciseFolder(tmp_path, "course-1", "05_other").read()
    assert refused.value.code == "not_fetched"
    with (folder.path / "huge.bin").open("wb") as huge:
        huge.truncate(MAXIMUM_FILE_BYTES + 1)
    with pytest.raises(PortalRefusal, match="17 MiB; at most 16 MiB") as refused:
        folder.read()
    assert refused.value.code == "too_large"
    (folder.path / "huge.bin").unlink()
    (folder.path / "04_entanglement.ipynb").rename(folder.path / "mine.ipynb")
    with pytest.raises(PortalRefusal, match=r"04_entanglement\.ipynb") as refused:
        folder.read()
    assert refused.value.code == "no_notebook"


def test_a_learners_own_file_is_not_overwritten_unless_asked(folder):
    files = {"04_entanglement.ipynb": b"new", "data.csv": b"1"}
    write_files(folder.path, files, replace=False)
    assert (folder.path / "04_entanglement.ipynb").read_bytes() == b"{}"
    assert (folder.path / "data.csv").read_bytes() == b"1"
    write_files(folder.path, files, replace=True)
    assert (folder.path / "04_entanglement.ipynb").read_bytes() == b"new"


def test_a_climbing_name_from_the_portal_writes_nothing(folder):
    before = sorted(folder.path.iterdir())
    with pytest.raises(PortalRefusal):
        write_files(folder.path, {"good.txt": b"1", "../evil.txt": b"1"}, replace=True)
    assert sorted(folder.path.iterdir()) == before
    assert not (folder.path.parent / "evil.txt").exists()


def test_every_message_exists_in_three_languages_with_the_same_facts():
    for code, texts in TEXTS.items():
        facts = {
            language: {field for _, field, _, _ in string.Formatter().parse(text) if field}
            for language, text in texts.items()
        }
        assert set(texts) == {"en", "ja", "ko"}, code
        assert facts["en"] == facts["ja"] == facts["ko"], code
