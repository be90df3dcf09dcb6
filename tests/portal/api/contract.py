"""Holds a portal to its own description: an answer that the description does not have fails the test that got it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from flask import Flask, Response, request
from jsonschema import Draft202012Validator, FormatChecker

from portal.api.description.document import ROOT, document


class NotDescribedError(AssertionError):
    """An answer that the description does not have."""


def hold_to_description(app: Flask) -> None:
    """Look at every answer of the API before it goes out."""

    @app.after_request
    def look(answer: Response) -> Response:
        if request.path.startswith(f"{ROOT}/") and request.url_rule is not None:
            method = (request.method if request.method != "HEAD" else "GET").lower()
            check(app, request.url_rule.rule, method, answer)
        return answer


def check(app: Flask, rule: str, method: str, answer: Response) -> None:
    """Compare an answer with what is described of its call.

    Raises:
        NotDescribedError: they differ.
    """
    path = rule.removeprefix(ROOT).replace("<", "{").replace(">", "}")
    call = _described(app)["paths"].get(path, {}).get(method)
    if call is None:
        # A call without a description fails a test of its own; a method that a call has not is answered by 405.
        return
    where = f"{method} {path} -> {answer.status_code}"
    found = call["responses"].get(str(answer.status_code))
    if found is None:
        raise NotDescribedError(f"{where} is not described: {answer.get_data(as_text=True)[:500]}")
    if answer.mimetype not in found["content"]:
        raise NotDescribedError(f"{where}: not described as {answer.mimetype}")
    if request.method == "HEAD":
        return
    schema = found["content"][answer.mimetype]["schema"]
    validator = _validator(json.dumps(schema), json.dumps(_described(app)["components"]))
    for error in validator.iter_errors(json.loads(answer.get_data())):
        raise NotDescribedError(f"{where}: {error.json_path}: {error.message[:500]}")


def _described(app: Flask) -> dict[str, Any]:
    made = app.extensions.get("tests_description")
    if made is None:
        made = app.extensions["tests_description"] = document(app)
    return dict(made)


@cache
def _validator(schema: str, components: str) -> Draft202012Validator:
    return Draft202012Validator(
        json.loads(schema) | {"components": json.loads(components)}, format_checker=FormatChecker()
    )
