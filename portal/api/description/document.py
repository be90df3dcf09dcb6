"""The OpenAPI 3.1 document, made from what is declared beside the views."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from textwrap import dedent
from typing import Any

import msgspec
from flask import Flask

from portal.api.description.declaration import Description, description_of
from portal.api.description.examples import EXAMPLES
from portal.api.description.forms import Refusal
from portal.api.description.words import CALLERS, GROUPS, INTRODUCTION, MEANINGS, PARTS

ROOT = "/api/v1"

_PART = re.compile(r"<(?:[a-z]+:)?([a-z_]+)>")
_ATTRIBUTE = re.compile(r"^(\w+): (.*(?:\n[ ]+.*)*)", re.MULTILINE)
_REFERENCE = "#/components/schemas/{name}"
_JSON = "application/json"


@dataclass(frozen=True)
class Call:
    """One call: its method, its address below the API's root, and what is declared of it."""

    method: str
    path: str
    name: str
    described: Description


def calls(app: Flask) -> Iterator[Call]:
    """Return all described calls, by address."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        if not rule.rule.startswith(f"{ROOT}/"):
            continue
        described = description_of(app.view_functions[rule.endpoint])
        if described is None:
            continue
        path = _PART.sub(r"{\1}", rule.rule.removeprefix(ROOT))
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield Call(method.lower(), path, rule.endpoint.rpartition(".")[2], described)


def document(app: Flask) -> dict[str, Any]:
    """Return the description of all calls below `/api/v1` as an OpenAPI 3.1 document."""
    found = list(calls(app))
    schemas, components = _schemas(found)
    paths: dict[str, dict[str, Any]] = {}
    for call in found:
        paths.setdefault(call.path, {})[call.method] = _operation(call, schemas)
    used = {group_of(path) for path in paths}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Qampus",
            "version": version("qampus"),
            "description": INTRODUCTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": ROOT}],
        "tags": [
            {"name": name, "description": words} for name, words in GROUPS.items() if name in used
        ],
        "paths": paths,
        "components": {
            "securitySchemes": {
                name: {"type": "http", "scheme": "bearer", "description": words}
                for name, words in CALLERS.items()
            },
            "schemas": components,
        },
    }


def group_of(path: str) -> str:
    """Return the group of a call: the first part of its address."""
    return path.split("/")[1]


def refusals_of(call: Call) -> dict[int, tuple[str, ...]]:
    """Return every refusal of a call: its own, and those that are the same for all."""
    found = {status: list(codes) for status, codes in call.described.refusals.items()}

    def add(status: int, code: str) -> None:
        found.setdefault(status, []).append(code)

    if call.described.callers:
        add(401, "wrong_token")
        add(403, "not_allowed")
    if "{" in call.path:
        # A part of the address that holds a slash makes it another address.
        add(404, "unknown_call")
    if call.described.body is not None:
        add(400, "bad_request")
        add(413, "too_large")
        add(422, "unreadable")
    elif call.described.query is not None:
        add(422, "unreadable")
    for code in ("internal", "blob_missing", "blob_damaged"):
        add(500, code)
    return {status: tuple(dict.fromkeys(found[status])) for status in sorted(found)}


def _schemas(found: list[Call]) -> tuple[dict[Any, dict[str, Any]], dict[str, Any]]:
    """Return the schema of each form, by form, and what they refer to, by name."""
    forms: dict[Any, None] = {Refusal: None}
    for call in found:
        declared = call.described
        for form in (declared.body, *declared.answers.values(), *declared.also):
            if form is not None:
                forms[form] = None
    several = list(forms)
    schemas, components = msgspec.json.schema_components(several, ref_template=_REFERENCE)
    for schema in components.values():
        _take_apart(schema)
    return dict(zip(several, schemas, strict=True)), components


def _take_apart(schema: dict[str, Any]) -> None:
    """Give what a docstring says of each field to that field; the rest is about the form."""
    whole, _, attributes = schema.get("description", "").partition("Attributes:\n")
    if whole:
        schema["description"] = " ".join(whole.split())
    for name, meaning in _ATTRIBUTE.findall(dedent(attributes)):
        field = schema.get("properties", {}).get(name)
        if field is not None:
            field.setdefault("description", " ".join(meaning.split()))


def _operation(call: Call, schemas: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    declared = call.described
    example = EXAMPLES.get(call.name)
    operation: dict[str, Any] = {
        "operationId": call.name,
        "tags": [group_of(call.path)],
        "summary": declared.summary,
        "description": declared.details,
        "security": [{caller: []} for caller in declared.callers],
    }
    parameters = [_part(name) for name in re.findall(r"{([a-z_]+)}", call.path)]
    if declared.query is not None:
        parameters += _query(declared.query)
    if parameters:
        operation["parameters"] = parameters
    if declared.body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {_JSON: _content(schemas[declared.body], example and example.body)},
        }
    answers: dict[str, Any] = {
        str(status): {
            "description": MEANINGS[status],
            "content": {
                _JSON: _content(schemas[form], example and example.answers.get(status)),
            },
        }
        for status, form in declared.answers.items()
    }
    for status, codes in refusals_of(call).items():
        answers[str(status)] = _refusal(status, codes)
    operation["responses"] = answers
    return operation


def _content(schema: dict[str, Any], example: Any) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": schema}
    if example is not None:
        content["examples"] = {"one": {"value": example}}
    return content


def _part(name: str) -> dict[str, Any]:
    part = PARTS[name]
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": part.meaning,
        "schema": {"type": "string", "minLength": 1},
        "examples": {"one": {"value": part.example}},
    }


def _query(form: Any) -> list[dict[str, Any]]:
    (_,), components = msgspec.json.schema_components([form], ref_template=_REFERENCE)
    described = components[form.__name__]
    required = described.get("required", [])
    found = []
    for name, schema in described["properties"].items():
        found.append(
            {
                "name": name,
                "in": "query",
                "required": name in required,
                "description": schema.get("description", ""),
                "schema": {key: value for key, value in schema.items() if key != "description"},
            }
        )
    return found


def _refusal(status: int, codes: tuple[str, ...]) -> dict[str, Any]:
    return {
        "description": MEANINGS[status],
        "content": {
            _JSON: {
                "schema": {
                    "allOf": [
                        {"$ref": _REFERENCE.format(name=Refusal.__name__)},
                        {
                            "properties": {
                                "error": {"properties": {"code": {"enum": list(codes)}}},
                            }
                        },
                    ]
                }
            }
        },
    }
