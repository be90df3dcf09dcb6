"""Small instructor's notebooks, written as pairs of a role and a text."""

from grader.notebooks import new_cell, new_notebook

_NBGRADER = {
    "answer": {"solution": True, "grade": False, "locked": False},
    "check": {"solution": False, "grade": True, "locked": True},
    "given": {"solution": False, "grade": False, "locked": True},
    "by_hand": {"solution": True, "grade": True, "locked": False},
}


def instructors(*cells, points=2):
    """Return a notebook of cells: `answer`, `check`, `given`, `by_hand`, `plain` or `markdown`, and a text.

    A check is called by its place among the checks: `check_1`, `check_2`; a role may bring a name: `check:squares`.
    """
    made = []
    counted = {}
    for role, text in cells:
        kind, _, name = role.partition(":")
        counted[kind] = counted.get(kind, 0) + 1
        cell = new_cell("markdown" if kind == "markdown" else "code", text)
        if kind in _NBGRADER:
            cell.metadata["nbgrader"] = {
                "schema_version": 3,
                "grade_id": name or f"{kind}_{counted[kind]}",
                "task": False,
                **_NBGRADER[kind],
            }
            if cell.metadata["nbgrader"]["grade"]:
                cell.metadata["nbgrader"]["points"] = points
        made.append(cell)
    return new_notebook(made, {})
