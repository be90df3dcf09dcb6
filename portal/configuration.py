"""Where the portal finds its data and its secrets: its folder, secrets.json in it, and the environment."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portal.errors import ConfigurationError

MEBIBYTE = 1024 * 1024

LIMITS: dict[str, int] = {
    "MAX_CONTENT_LENGTH": 32 * MEBIBYTE,
    "MAX_FILE_SIZE": 16 * MEBIBYTE,
    "MAX_FILES": 20,
    "MAX_NOTEBOOK_DEPTH": 100,
    "MAX_CLAIM_BYTES": 32 * MEBIBYTE,
}
"""What one request may carry: bytes of it, bytes of one file, files, nesting of a notebook's JSON, and bytes of the
submissions that one claim hands to a grader (a single larger one is handed out alone)."""


def configuration(data: Path, environ: Mapping[str, str]) -> dict[str, Any]:
    """Return Flask's configuration for a data folder.

    Args:
        data: the portal's folder (`data/portal` of a campus); made when missing, and so is its `secrets.json`.
        environ: `QAMPUS_GRADER_TOKEN`, `QAMPUS_OPERATOR_TOKEN`, `QAMPUS_DATABASE_URL`, `QAMPUS_DEMO` (`1`: people
            are chosen, not authenticated), `QAMPUS_LAB_URL`, `QAMPUS_LAB_SECRET`. Each may be absent.

    Raises:
        ConfigurationError: the folder cannot be written, or secrets.json cannot be read.
    """
    try:
        data.mkdir(parents=True, exist_ok=True)
        stored = read_secrets(data)
        if "secret_key" not in stored:
            stored = add_secrets(data, {"secret_key": secrets.token_hex(32)})
    except OSError as error:
        raise ConfigurationError(
            "data_folder", f"cannot write the data folder {data}: {error.strerror}; choose another"
        ) from error
    return {
        "DATA": data,
        "BLOBS": data / "blobs",
        "DATABASE_URL": environ.get("QAMPUS_DATABASE_URL")
        or f"sqlite:///{(data / 'portal.db').absolute()}",
        "SECRET_KEY": stored["secret_key"],
        "GRADER_TOKEN": environ.get("QAMPUS_GRADER_TOKEN"),
        "OPERATOR_TOKEN": environ.get("QAMPUS_OPERATOR_TOKEN"),
        "INSTITUTION_KEYS": dict(stored.get("institution_keys", {})),
        "DEMO": environ.get("QAMPUS_DEMO") == "1",
        "LAB_URL": environ.get("QAMPUS_LAB_URL"),
        "LAB_SECRET": environ.get("QAMPUS_LAB_SECRET"),
        **LIMITS,
    }


def read_secrets(data: Path) -> dict[str, Any]:
    """Return what its secrets.json holds; nothing if there is none.

    Raises:
        ConfigurationError: it is not a JSON object.
    """
    path = data / "secrets.json"
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ConfigurationError(
            "secrets", f"{path} is not JSON ({error}); restore it from a backup"
        ) from error
    if not isinstance(stored, dict):
        raise ConfigurationError("secrets", f"{path}: expected a JSON object; restore it")
    return stored


def add_secrets(data: Path, added: Mapping[str, Any]) -> dict[str, Any]:
    """Add to secrets.json, readable by its owner alone and durable when this returns; return all of it."""
    stored = read_secrets(data) | dict(added)
    temporary = data / f".secrets-{secrets.token_hex(4)}"
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(stored, file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(data / "secrets.json")
    finally:
        temporary.unlink(missing_ok=True)
    folder = os.open(data, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return stored
