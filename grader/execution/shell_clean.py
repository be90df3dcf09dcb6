"""Makes what a cell shows fit for a notebook file: valid nbformat 4, UTF-8, and not endless."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from jupyter_client.session import json_packer, json_unpacker

CUT = "\n... more output was cut ...\n"
"""Stands once in a cell's outputs where more came than may be kept."""

_JSON = re.compile(r"application/(.*\+)?json")


def clean_bundle(
    data: Mapping[str, Any], metadata: Mapping[str, Any] | None
) -> tuple[dict[str, Any], dict[str, Any], int]:
    """Return a MIME bundle and its metadata as nbformat allows them, and their size in bytes.

    Raises:
        TypeError: something in them cannot be written as JSON, as in a kernel.
        ValueError: so, too.
    """
    if not all(type(key) is str and type(value) is str for key, value in data.items()):
        data = json_unpacker(json_packer(data))
    clean: dict[str, Any] = {}
    size = 0
    for key, value in data.items():
        kind = clean_text(key)
        kept = value
        if _JSON.fullmatch(kind):
            size += len(json.dumps(value))
        elif isinstance(value, str):
            kept = clean_text(value)
            size += len(kept.encode())
        elif isinstance(value, list) and all(isinstance(line, str) for line in value):
            size += sum(len(line.encode()) for line in value)
        else:
            kept = json.dumps(value)
            size += len(kept)
        clean[kind] = kept
        size += len(kind)
    if not metadata or not isinstance(metadata, dict):
        return clean, {}, size
    packed = json_packer(metadata)
    return clean, json_unpacker(packed), size + len(packed)


def clean_text(text: str) -> str:
    """Return `text` without what UTF-8 cannot hold (lone surrogates)."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def shortened(traceback: list[str], most: int) -> list[str]:
    """Return a traceback of at most about `most` characters, with its beginning and its end."""
    if sum(map(len, traceback)) <= most:
        return traceback
    text = "\n".join(traceback)
    return [text[: most // 4], CUT, text[-most // 4 :]]
