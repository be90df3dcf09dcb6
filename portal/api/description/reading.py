"""The description as people read it: what the document says of each call and each form, ready for a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.api.description.document import ROOT

_KINDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
}
_LIMITS = {
    "minLength": "{} letters or more",
    "maxLength": "at most {} letters",
    "minItems": "at least {}",
    "minimum": "from {}",
    "exclusiveMinimum": "more than {}",
    "maximum": "to {}",
    "pattern": "matches {}",
    "default": "without it: {}",
}
_OBVIOUS = {"minLength": (1,)}


@dataclass(frozen=True)
class Field:
    """One field of a form, or one varying part of an address.

    Attributes:
        name: its name.
        kind: what it holds, in words.
        forms: names of the forms that it holds.
        required: whether it must be there.
        meaning: what it is for; may be empty.
    """

    name: str
    kind: str
    forms: tuple[str, ...]
    required: bool
    meaning: str


@dataclass(frozen=True)
class Reply:
    """What a call answers with a status: a form, or codes of refusals."""

    status: str
    meaning: str
    forms: tuple[str, ...]
    codes: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class ReadableCall:
    """One call."""

    name: str
    method: str
    path: str
    summary: str
    details: str
    callers: tuple[str, ...]
    parameters: tuple[Field, ...]
    body: tuple[str, ...]
    body_example: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Group:
    """Calls whose addresses begin alike."""

    name: str
    meaning: str
    calls: tuple[ReadableCall, ...]


@dataclass(frozen=True)
class Form:
    """One form that is sent or answered."""

    name: str
    meaning: str
    fields: tuple[Field, ...]
    values: tuple[str, ...]


def groups(document: dict[str, Any]) -> tuple[Group, ...]:
    """Return all calls of a document, by group."""
    found = list(_calls(document))
    return tuple(
        Group(
            tag["name"],
            tag["description"],
            tuple(call for name, call in found if name == tag["name"]),
        )
        for tag in document["tags"]
    )


def forms(document: dict[str, Any]) -> tuple[Form, ...]:
    """Return all forms of a document, by name."""
    return tuple(
        Form(
            name,
            schema.get("description", ""),
            tuple(
                _field(field, one, required=field in schema.get("required", ()))
                for field, one in schema.get("properties", {}).items()
            ),
            tuple(str(value) for value in schema.get("enum", ())),
        )
        for name, schema in sorted(document["components"]["schemas"].items())
    )


def _calls(document: dict[str, Any]) -> Iterator[tuple[str, ReadableCall]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {})
            yield (
                operation["tags"][0],
                ReadableCall(
                    name=operation["operationId"],
                    method=method.upper(),
                    path=f"{ROOT}{path}",
                    summary=operation["summary"],
                    details=operation["description"],
                    callers=tuple(name for need in operation["security"] for name in need),
                    parameters=tuple(_parameter(one) for one in operation.get("parameters", ())),
                    body=_forms_of(body),
                    body_example=_example(body),
                    replies=tuple(_replies(operation["responses"])),
                ),
            )


def _replies(responses: dict[str, Any]) -> Iterator[Reply]:
    for status, response in responses.items():
        content = response["content"]
        yield Reply(
            status,
            response["description"],
            _forms_of(content) if status < "400" else (),
            tuple(_codes(content)),
            _example(content),
        )


def _codes(content: Any) -> Iterator[str]:
    """Return the codes of refusals that a schema lists, wherever in it they stand."""
    if isinstance(content, dict):
        if "enum" in content.get("code", {}):
            yield from content["code"]["enum"]
        for one in content.values():
            yield from _codes(one)
    elif isinstance(content, list):
        for one in content:
            yield from _codes(one)


def _example(content: dict[str, Any]) -> str:
    for media in content.values():
        for example in media.get("examples", {}).values():
            return json.dumps(example["value"], ensure_ascii=False, indent=2)
    return ""


def _forms_of(content: dict[str, Any]) -> tuple[str, ...]:
    return tuple(name for media in content.values() for name in _references(media["schema"]))


def _parameter(parameter: dict[str, Any]) -> Field:
    described = parameter["schema"] | {"description": parameter["description"]}
    return _field(parameter["name"], described, required=parameter["required"])


def _field(name: str, schema: dict[str, Any], *, required: bool) -> Field:
    meaning = schema.get("description", "")
    for one in schema.get("allOf", ()):
        meaning = meaning or one.get("description", "")
    return Field(name, _kind(schema), tuple(_references(schema)), required, meaning)


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for one in schema.values():
            yield from _references(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from _references(one)


def _kind(schema: dict[str, Any]) -> str:
    """Return what a schema asks for, in words; the forms it refers to are named beside it."""
    words = _base(schema)
    limits = [text.format(schema[limit]) for limit, text in _LIMITS.items() if _says(schema, limit)]
    return ", ".join(part for part in [words, *limits] if part)


def _says(schema: dict[str, Any], limit: str) -> bool:
    # That a text is not empty goes without saying.
    return limit in schema and schema[limit] not in ("", None, [], {}, *_OBVIOUS.get(limit, ()))


def _base(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return " or ".join(str(value) for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(filter(None, (_kind(one) for one in schema["anyOf"])))
    kind = schema.get("type", "")
    if kind == "array":
        return f"list of {_kind(schema.get('items', {}))}".removesuffix(" of ")
    if schema.get("format") == "date-time":
        return "time"
    several = kind if isinstance(kind, list) else [kind]
    return " or ".join(_KINDS.get(one, "") for one in several)
