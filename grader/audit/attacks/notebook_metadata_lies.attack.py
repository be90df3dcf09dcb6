# attack: nbgrader's metadata lie
# tries: Grades, checksums, schema versions and types of the metadata are wrong, missing, of another kind or of another version.
# honest: 0

# %% transform
def transform(notebook, files):
    lies = [
        {"grade": False},
        {"schema_version": 99},
        {"schema_version": "1"},
        {"checksum": None},
        {"grade_id": ["number"]},
        {"grade_id": None},
        {"points": "NaN"},
        {"points": -5},
        {"solution": True, "grade": True, "locked": False},
        {"task": True},
    ]
    turn = 0
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"].update(lies[turn % len(lies)])
            turn += 1
