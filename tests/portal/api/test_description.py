"""The API's description: all calls and nothing else, examples that fit their forms, and a page to read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, FormatChecker

from portal.api.description.document import ROOT, document
from tests.portal.calls import Api

METHODS = {"get", "put", "post", "delete", "patch"}


def test_every_call_of_the_api_is_described(app: Flask) -> None:
    described = {
        (path, method.upper())
        for path, methods in document(app)["paths"].items()
        for method in methods
    }
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith(f"{ROOT}/")]
    there = {
        (
            rule.rule.removeprefix(ROOT).replace("<", "{").replace(">", "}"),
            method,
        )
        for rule in rules
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert described == there


def test_the_document_is_openapi_3_1_and_needs_no_token(app: Flask, client: FlaskClient) -> None:
    answer = Api(client, None)("GET", "/openapi.json")
    assert answer.status == 200
    assert answer.json == json.loads(json.dumps(document(app)))
    assert answer.json["openapi"].startswith("3.1.")
    assert answer.json["servers"] == [{"url": "/api/v1"}]


def contents(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return everything in a document that has a schema and examples, with where it stands."""
    for path, methods in document["paths"].items():
        for method, call in methods.items():
            where = f"{method} {path}"
            if "requestBody" in call:
                yield where, call["requestBody"]["content"]["application/json"]
            for status, response in call["responses"].items():
                yield f"{where} {status}", response["content"]["application/json"]
            yield from ((f"{where} {one['name']}", one) for one in call.get("parameters", ()))


def test_schemas_are_schemas_and_examples_fit_them(app: Flask) -> None:
    made = document(app)
    looked_at = 0
    for where, content in contents(made):
        Draft202012Validator.check_schema(content["schema"])
        schema = content["schema"] | {"components": made["components"]}
        for example in content.get("examples", {}).values():
            looked_at += 1
            errors = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(
                example["value"]
            )
            assert [f"{where}: {error.message}" for error in errors] == []
    for schema in made["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    assert looked_at > 40


def test_every_call_that_sends_or_answers_something_has_an_example(app: Flask) -> None:
    for path, methods in document(app)["paths"].items():
        for method, call in methods.items():
            if path == "/openapi.json":
                continue
            where = f"{method} {path}"
            if "requestBody" in call:
                assert call["requestBody"]["content"]["application/json"]["examples"], where
            done = next(one for status, one in call["responses"].items() if status < "300")
            assert "examples" in done["content"]["application/json"], where


def test_every_call_says_what_it_does_and_who_may_make_it(app: Flask) -> None:
    for path, methods in document(app)["paths"].items():
        for call in methods.values():
            assert call["summary"]
            assert call["description"]
            assert call["security"] or path == "/openapi.json"
            assert {"401", "403"} <= call["responses"].keys() or not call["security"]


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_everybody_can_read_the_description_as_a_page(
    app: Flask, client: FlaskClient, language: str
) -> None:
    page = client.get("/api", headers={"Accept-Language": language})
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    for path, methods in document(app)["paths"].items():
        for method, call in methods.items():
            assert f"{method.upper()} {ROOT}{path}" in page.text
            assert f'id="{call["operationId"]}"' in page.text
    for name in document(app)["components"]["schemas"]:
        assert f'id="{name}"' in page.text
    assert "style=" not in page.text
    assert "//" not in page.text.replace("https://demo.qampus.invalid", "").split("<main")[0]
