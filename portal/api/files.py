"""Files as they travel through the API: names and contents that may come from anybody."""

from __future__ import annotations

import binascii
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Protocol

import msgspec
from flask import current_app
from flask_babel import gettext

from portal.errors import TooLarge, Unreadable
from portal.storage import Blob, BlobStore

MAX_NAME_LETTERS = 100
MAX_NAME_BYTES = 240
"""File systems allow 255 bytes; 100 Korean letters have 300."""


class SentFile(msgspec.Struct, frozen=True):
    """One file: its name, and its content in Base64."""

    name: str
    content: str


class StoredFile(Protocol):
    """A row that names a blob."""

    name: str
    sha256: str


def blobs() -> BlobStore:
    """Return the store of this portal's blobs."""
    return BlobStore(current_app.config["BLOBS"])


def contents(files: Iterable[SentFile], most: int | None = None) -> dict[str, bytes]:
    """Return the contents by name, having looked at number, names, encoding and sizes.

    Args:
        files: what was sent.
        most: so many files are taken; None: as many as of an attempt.

    Raises:
        Unreadable: a bad name, two files that a file system may take for one, or no Base64.
        TooLarge: too many files, or one too large.
    """
    files = list(files)
    limit = current_app.config["MAX_FILES"] if most is None else most
    if len(files) > limit:
        raise TooLarge(
            "too_many_files",
            gettext(
                "%(number)d files were sent, at most %(limit)d are taken. Leave out what is not part of the answer.",
                number=len(files),
                limit=limit,
            ),
        )
    found: dict[str, bytes] = {}
    seen: set[str] = set()
    for file in files:
        _check_name(file.name)
        same = unicodedata.normalize("NFC", file.name).casefold()
        if same in seen:
            raise Unreadable(
                "bad_name", gettext("Two files are called %(name)s. Send one.", name=file.name)
            )
        seen.add(same)
        found[file.name] = _content(file)
    return found


def _check_name(name: str) -> None:
    """Refuse a name that could leave its folder, hide, or deceive who reads it."""
    bad = (
        not name
        or name.startswith(".")
        or name != name.strip()
        or "/" in name
        or "\\" in name
        or len(name) > MAX_NAME_LETTERS
        or len(name.encode()) > MAX_NAME_BYTES
        # Control letters, and those that turn the direction of writing.
        or any(unicodedata.category(letter).startswith("C") for letter in name)
        # Windows: a drive, or a stream of a file.
        or ":" in name
    )
    if bad:
        raise Unreadable(
            "bad_name",
            gettext(
                "%(name)s is not a name that a file may have here: at most %(limit)d letters, no folder, not hidden, "
                "no colon and no control letters.",
                name=ascii(name[:MAX_NAME_LETTERS]),
                limit=MAX_NAME_LETTERS,
            ),
        )


def _content(file: SentFile) -> bytes:
    try:
        content = binascii.a2b_base64(file.content, strict_mode=True)
    except (binascii.Error, ValueError) as error:
        raise Unreadable(
            "bad_encoding",
            gettext("The content of %(name)s is not valid Base64.", name=file.name),
        ) from error
    if len(content) > current_app.config["MAX_FILE_SIZE"]:
        raise TooLarge(
            "too_large",
            gettext(
                "%(name)s is larger than %(limit)d MiB. Clear large outputs and submit again.",
                name=file.name,
                limit=current_app.config["MAX_FILE_SIZE"] // 2**20,
            ),
        )
    return content


def store(files: Mapping[str, bytes]) -> dict[str, Blob]:
    """Store contents durably; return their blobs by name."""
    return {name: blobs().put(content) for name, content in files.items()}


def load(files: Iterable[StoredFile]) -> list[SentFile]:
    """Return stored files in the form in which they travel.

    Raises:
        BlobError: a content is missing or damaged.
    """
    return [
        SentFile(file.name, binascii.b2a_base64(blobs().get(file.sha256), newline=False).decode())
        for file in files
    ]
