import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from portal.errors import BlobError
from portal.storage import BlobStore, digest_of_files


def name_of(handle: int) -> str:
    """The path behind a file descriptor."""
    return str(Path(f"/proc/self/fd/{handle}").readlink())


def test_a_content_comes_back_and_is_stored_once(tmp_path: Path) -> None:
    store = BlobStore(tmp_path / "blobs")
    blob = store.put(b"content")
    assert store.put(b"content") == blob
    assert (blob.sha256, blob.size) == (hashlib.sha256(b"content").hexdigest(), 7)
    assert store.get(blob.sha256) == b"content"
    assert [path.name for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == [
        blob.sha256
    ]


def test_content_folder_and_parents_are_on_disk_before_put_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def record(handle: int) -> None:
        synced.append(name_of(handle))
        real(handle)

    monkeypatch.setattr(os, "fsync", record)
    root = tmp_path / "blobs"
    blob = BlobStore(root).put(b"content")
    folder = root / blob.sha256[:2]
    assert {str(root), str(tmp_path), str(folder)} <= set(synced)
    (temporary,) = [path for path in synced if ".incoming-" in path]
    assert synced.index(temporary) < synced.index(str(folder))
    synced.clear()
    BlobStore(root).put(b"content")
    assert synced == [str(folder)]


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = BlobStore(tmp_path / "blobs")
    real = os.fsync

    def full(handle: int) -> None:
        if ".incoming-" in name_of(handle):
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.put(b"content")
    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []


def test_a_damaged_or_missing_content_is_refused(tmp_path: Path) -> None:
    store = BlobStore(tmp_path / "blobs")
    blob = store.put(b"content")
    path = next(path for path in (tmp_path / "blobs").rglob("*") if path.is_file())
    path.write_bytes(b"conteNt")
    with pytest.raises(BlobError, match="blob_damaged"):
        store.get(blob.sha256)
    path.unlink()
    with pytest.raises(BlobError, match="blob_missing"):
        store.get(blob.sha256)


def test_the_digest_of_files_is_what_sha256sum_prints(tmp_path: Path) -> None:
    contents = {"b.txt": b"2", "a.ipynb": b"1", "データ.csv": b"3"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    printed = subprocess.run(
        ["sha256sum", *sorted(contents)], cwd=tmp_path, capture_output=True, check=True
    ).stdout
    files = [(name, hashlib.sha256(content).hexdigest()) for name, content in contents.items()]
    assert digest_of_files(files) == hashlib.sha256(printed).hexdigest()
    assert digest_of_files(reversed(files)) == digest_of_files(files)
    assert digest_of_files([("a", "1"), ("b", "2")]) != digest_of_files([("a", "2"), ("b", "1")])
