"""Who gets what from every address of the portal: a table, in which each address has to stand.

Each address leads to something of one learner of one course (tests/portal/everything.py). `303`: to the sign-in page,
unless the caller is signed in; `403`: for another role; `404`: another's, or not there.

An address without a line fails `test_every_address_is_in_the_table`, which says what it answers now. Look whether that
is right for each caller before you add it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from portal.api.description.document import ROOT
from tests.portal.everything import PEOPLE, Everything, build

READERS = ("nobody", *PEOPLE)
CALLERS = (*READERS, "grader", "operator")

# Of pages: nobody, learner, classmate, learner elsewhere, instructor, instructor elsewhere, coordinator.
PAGES = """
GET  /                                                                                 302 302 302 302 302 302 302
GET  /api                                                                              200 200 200 200 200 200 200
GET  /coordinator/                                                                     303 403 403 403 403 403 200
GET  /coordinator/part                                                                 303 403 403 403 403 403 200
GET  /healthz                                                                          200 200 200 200 200 200 200
GET  /instructor/                                                                      303 403 403 403 200 200 403
GET  /instructor/<offering_id>                                                         303 403 403 403 200 404 403
GET  /instructor/<offering_id>/appeals                                                 303 403 403 403 200 404 403
GET  /instructor/<offering_id>/appeals/<appeal>                                        303 403 403 403 200 404 403
POST /instructor/<offering_id>/appeals/<appeal>                                        303 403 403 403 422 404 403
GET  /instructor/<offering_id>/appeals/part                                            303 403 403 403 200 404 403
GET  /instructor/<offering_id>/arrangements                                            303 403 403 403 200 404 403
POST /instructor/<offering_id>/arrangements/<int:number>/apply                         303 403 403 403 422 404 403
GET  /instructor/<offering_id>/arrangements/<int:number>/apply                         303 403 403 403 303 404 403
GET  /instructor/<offering_id>/arrangements/<int:number>/change                        303 403 403 403 200 404 403
POST /instructor/<offering_id>/arrangements/<int:number>/change                        303 403 403 403 422 404 403
GET  /instructor/<offering_id>/arrangements/<int:number>/end                           303 403 403 403 200 404 403
POST /instructor/<offering_id>/arrangements/<int:number>/end                           303 403 403 403 409 404 403
POST /instructor/<offering_id>/arrangements/apply                                      303 403 403 403 422 404 403
GET  /instructor/<offering_id>/arrangements/apply                                      303 403 403 403 303 404 403
GET  /instructor/<offering_id>/arrangements/give                                       303 403 403 403 200 404 403
POST /instructor/<offering_id>/arrangements/give                                       303 403 403 403 422 404 403
GET  /instructor/<offering_id>/author/<exercise_id>                                    303 403 403 403 200 404 403
POST /instructor/<offering_id>/author/<exercise_id>                                    303 403 403 403 422 404 403
GET  /instructor/<offering_id>/author/<exercise_id>/changes                            303 403 403 403 200 404 403
POST /instructor/<offering_id>/author/<exercise_id>/drop                               303 403 403 403 303 404 403
GET  /instructor/<offering_id>/author/<exercise_id>/part                               303 403 403 403 200 404 403
GET  /instructor/<offering_id>/author/<exercise_id>/preview                            303 403 403 403 404 404 403
POST /instructor/<offering_id>/author/<exercise_id>/release                            303 403 403 403 303 404 403
GET  /instructor/<offering_id>/exercises/<exercise_id>                                 303 403 403 403 200 404 403
GET  /instructor/<offering_id>/exercises/<exercise_id>/analysis                        303 403 403 403 200 404 403
GET  /instructor/<offering_id>/exercises/<exercise_id>/analysis/<task_name>            303 403 403 403 200 404 403
GET  /instructor/<offering_id>/exercises/<exercise_id>/lesson                          303 403 403 403 200 404 403
GET  /instructor/<offering_id>/exercises/<exercise_id>/part                            303 403 403 403 200 404 403
GET  /instructor/<offering_id>/exercises/<exercise_id>/pictures/<name>                 303 403 403 403 200 404 403
GET  /instructor/<offering_id>/exercises/<exercise_id>/rules                           303 403 403 403 200 404 403
POST /instructor/<offering_id>/exercises/<exercise_id>/rules/apply                     303 403 403 403 422 404 403
GET  /instructor/<offering_id>/exercises/<exercise_id>/rules/apply                     303 403 403 403 303 404 403
GET  /instructor/<offering_id>/exercises/<exercise_id>/rules/preview                   303 403 403 403 422 404 403
GET  /instructor/<offering_id>/grading                                                 303 403 403 403 200 404 403
POST /instructor/<offering_id>/grading/again                                           303 403 403 403 303 404 403
GET  /instructor/<offering_id>/grading/part                                            303 403 403 403 200 404 403
GET  /instructor/<offering_id>/learners/<pseudonym>                                    303 403 403 403 200 404 403
GET  /instructor/<offering_id>/lessons                                                 303 403 403 403 200 404 403
GET  /instructor/<offering_id>/marking                                                 303 403 403 403 200 404 403
GET  /instructor/<offering_id>/marking/<exercise_id>/<task>                            303 403 403 403 200 404 403
GET  /instructor/<offering_id>/marking/<exercise_id>/<task>/<submission>               303 403 403 403 200 404 403
POST /instructor/<offering_id>/marking/<exercise_id>/<task>/<submission>               303 403 403 403 422 404 403
GET  /instructor/<offering_id>/marking/<exercise_id>/<task>/next                       303 403 403 403 303 404 403
GET  /instructor/<offering_id>/marking/part                                            303 403 403 403 200 404 403
GET  /instructor/<offering_id>/marks                                                   303 403 403 403 200 404 403
GET  /instructor/<offering_id>/marks/gradebook.db                                      303 403 403 403 200 404 403
GET  /instructor/<offering_id>/marks/learners.csv                                      303 403 403 403 200 404 403
GET  /instructor/<offering_id>/marks/tasks.csv                                         303 403 403 403 200 404 403
GET  /instructor/<offering_id>/part                                                    303 403 403 403 200 404 403
GET  /instructor/<offering_id>/regrades                                                303 403 403 403 200 404 403
GET  /instructor/<offering_id>/regrades/<regrade_id>                                   303 403 403 403 200 404 403
POST /instructor/<offering_id>/regrades/<regrade_id>/apply                             303 403 403 403 303 404 403
POST /instructor/<offering_id>/regrades/<regrade_id>/drop                              303 403 403 403 303 404 403
GET  /instructor/<offering_id>/regrades/<regrade_id>/part                              303 403 403 403 200 404 403
GET  /instructor/<offering_id>/regrades/<regrade_id>/roll-back                         303 403 403 403 303 404 403
POST /instructor/<offering_id>/regrades/<regrade_id>/roll-back                         303 403 403 403 303 404 403
GET  /instructor/<offering_id>/regrades/new/<exercise_id>                              303 403 403 403 200 404 403
POST /instructor/<offering_id>/regrades/new/<exercise_id>                              303 403 403 403 409 404 403
GET  /instructor/<offering_id>/regrades/part                                           303 403 403 403 200 404 403
GET  /instructor/<offering_id>/rules                                                   303 403 403 403 200 404 403
POST /instructor/<offering_id>/rules/apply                                             303 403 403 403 422 404 403
GET  /instructor/<offering_id>/rules/apply                                             303 403 403 403 303 404 403
GET  /instructor/<offering_id>/rules/preview                                           303 403 403 403 422 404 403
GET  /instructor/<offering_id>/similar                                                 303 403 403 403 200 404 403
GET  /instructor/<offering_id>/similar/<exercise_id>                                   303 403 403 403 200 404 403
POST /instructor/<offering_id>/similar/<exercise_id>                                   303 403 403 403 303 404 403
GET  /instructor/<offering_id>/similar/<exercise_id>/<task_name>/<int:one>-<int:other> 303 403 403 403 303 404 403
GET  /instructor/lab                                                                   303 403 403 403 303 303 403
POST /language                                                                         422 422 422 422 422 422 422
GET  /learner/                                                                         303 200 200 200 403 403 403
GET  /learner/<offering_id>/<exercise_id>                                              303 200 200 404 403 403 403
GET  /learner/<offering_id>/<exercise_id>/<int:attempt>/feedback                       303 200 404 404 403 403 403
GET  /learner/<offering_id>/<exercise_id>/<int:attempt>/feedback/<int:position>        303 200 404 404 403 403 403
GET  /learner/<offering_id>/<exercise_id>/appeals/<int:attempt>/<task>                 303 200 404 404 403 403 403
POST /learner/<offering_id>/<exercise_id>/appeals/<int:attempt>/<task>                 303 422 404 404 403 403 403
POST /learner/<offering_id>/<exercise_id>/appeals/<int:attempt>/<task>/withdraw        303 303 404 404 403 403 403
GET  /learner/<offering_id>/<exercise_id>/lesson                                       303 200 200 404 403 403 403
GET  /learner/<offering_id>/<exercise_id>/lesson/jupyterlab                            303 303 303 404 403 403 403
GET  /learner/<offering_id>/<exercise_id>/part                                         303 200 200 404 403 403 403
GET  /learner/<offering_id>/<exercise_id>/pictures/<name>                              303 200 200 404 403 403 403
GET  /learner/<offering_id>/lessons                                                    303 200 200 404 403 403 403
GET  /learner/<offering_id>/map                                                        303 200 200 404 403 403 403
GET  /learner/<offering_id>/map/part                                                   303 200 200 404 403 403 403
GET  /learner/lab                                                                      303 303 303 303 403 403 403
GET  /learner/mastery                                                                  303 200 200 200 403 403 403
GET  /learner/mastery/part                                                             303 200 200 200 403 403 403
GET  /learner/part                                                                     303 200 200 200 403 403 403
GET  /notices                                                                          303 200 200 200 200 200 200
POST /notices                                                                          303 422 422 422 422 422 422
GET  /notices/bell                                                                     303 200 200 200 200 200 200
GET  /notices/part                                                                     303 200 200 200 200 200 200
GET  /sign-in                                                                          200 200 200 200 200 200 200
POST /sign-in                                                                          404 404 404 404 404 404 404
POST /sign-out                                                                         303 303 303 303 303 303 303
"""

# Of calls: the same by their tokens, and then grader, operator. What is sent is `{}`.
CALLS = """
GET  /catalog/lessons                                              401 403 403 403 403 403 403 200 403
PUT  /catalog/lessons/<module>                                     401 403 403 403 403 403 403 422 403
PUT  /catalog/modules/<module>                                     401 403 403 403 403 403 403 422 403
GET  /exchange/assignments                                         401 200 200 200 200 200 200 403 403
GET  /exchange/courses/<course>/assignments/<exercise>             401 200 200 404 200 404 404 403 403
POST /exchange/courses/<course>/assignments/<exercise>/submissions 401 422 422 404 403 404 404 403 403
GET  /exchange/submissions/<submission>/feedback                   401 200 404 404 404 404 404 403 403
POST /grading/claims                                               401 403 403 403 403 403 403 422 403
POST /grading/drafts/<draft>/failure                               401 403 403 403 403 403 403 422 403
PUT  /grading/drafts/<draft>/lease                                 401 403 403 403 403 403 403 422 403
PUT  /grading/drafts/<draft>/released                              401 403 403 403 403 403 403 422 403
PUT  /grading/drafts/<draft>/report                                401 403 403 403 403 403 403 422 403
POST /grading/drafts/claims                                        401 403 403 403 403 403 403 422 403
POST /grading/marks/claims                                         401 403 403 403 403 403 403 422 403
GET  /grading/offerings                                            401 403 403 403 403 403 403 200 403
POST /grading/regrades/<regrade>/submissions/<submission>/failure  401 403 403 403 403 403 403 422 403
PUT  /grading/regrades/<regrade>/submissions/<submission>/recorded 401 403 403 403 403 403 403 422 403
PUT  /grading/regrades/<regrade>/submissions/<submission>/result   401 403 403 403 403 403 403 422 403
POST /grading/regrades/claims                                      401 403 403 403 403 403 403 422 403
POST /grading/regrades/records                                     401 403 403 403 403 403 403 422 403
POST /grading/submissions/<submission>/failure                     401 403 403 403 403 403 403 422 403
PUT  /grading/submissions/<submission>/feedback                    401 403 403 403 403 403 403 422 403
PUT  /grading/submissions/<submission>/marks/<task>/recorded       401 403 403 403 403 403 403 422 403
PUT  /grading/submissions/<submission>/result                      401 403 403 403 403 403 403 422 403
GET  /offerings/<offering>/marks                                   401 404 404 404 200 404 404 403 200
GET  /openapi.json                                                 200 200 200 200 200 200 200 200 200
POST /operator/people/<login>/tokens                               401 403 403 403 403 403 403 403 422
PUT  /operator/roster                                              401 403 403 403 403 403 403 403 200
GET  /operator/status                                              401 403 403 403 403 403 403 200 200
"""


def table() -> dict[tuple[str, str], list[int]]:
    """Return the statuses of each method and rule."""
    found = {}
    for text, before in ((PAGES, ""), (CALLS, ROOT)):
        for line in text.strip().splitlines():
            method, rule, *statuses = line.split()
            found[method, before + rule] = [int(status) for status in statuses]
    return found


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Everything:
    return build(tmp_path_factory.mktemp("everything") / "portal")


@pytest.fixture(scope="module")
def portal(everything: Everything) -> Flask:
    return everything.portal()


def addresses(app: Flask) -> Iterator[tuple[str, Rule]]:
    """Return every method and rule of the portal but that of its own files, which are for everybody."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
                yield method, rule


def answers(everything: Everything, app: Flask, method: str, rule: Rule) -> list[int]:
    """Return what everybody gets from one address, in the order of the table."""
    address = everything.address(rule)
    if not rule.rule.startswith(ROOT):
        return [
            everything.client(app, who).open(address, method=method).status_code for who in READERS
        ]
    found = []
    for who in CALLERS:
        token = everything.tokens.get(who)
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        body = None if method == "GET" else "{}"
        answer = app.test_client().open(
            address, method=method, headers=headers, data=body, content_type="application/json"
        )
        found.append(answer.status_code)
    return found


def test_every_address_is_in_the_table(
    everything: Everything, portal: Flask, tmp_path: Path
) -> None:
    known = table()
    missing = [
        (method, rule) for method, rule in addresses(portal) if (method, rule.rule) not in known
    ]
    lines = [
        f"{method:4} {rule.rule.removeprefix(ROOT)} "
        + " ".join(
            map(str, answers(everything, everything.portal(tmp_path / str(n)), method, rule))
        )
        for n, (method, rule) in enumerate(missing)
    ]
    assert not lines, "not in the table:\n" + "\n".join(lines)


def test_no_address_of_the_table_is_gone(portal: Flask) -> None:
    assert table().keys() <= {(method, rule.rule) for method, rule in addresses(portal)}


@pytest.mark.parametrize(("method", "path"), table())
def test_everybody_gets_what_the_table_says(
    everything: Everything, portal: Flask, tmp_path: Path, method: str, path: str
) -> None:
    rule = next(
        (rule for known, rule in addresses(portal) if (known, rule.rule) == (method, path)), None
    )
    assert rule is not None, f"there is no {method} {path} any more"
    app = portal if method == "GET" else everything.portal(tmp_path / "copy")
    expected = table()[method, path]
    got = answers(everything, app, method, rule)
    callers = CALLERS if path.startswith(ROOT) else READERS
    assert dict(zip(callers, got, strict=True)) == dict(zip(callers, expected, strict=True))
