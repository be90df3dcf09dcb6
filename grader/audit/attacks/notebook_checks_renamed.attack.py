# attack: Identities are exchanged
# tries: The check of a task that is solved takes the ids of all the others; the others' checks become cells of no id.
# honest: number 1

# %% answer="number"
amplitudes = 128

# %% transform
def transform(notebook, files):
    import copy

    solved = next(c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == "number")
    for place, cell in enumerate(notebook["cells"]):
        told = cell["metadata"].get("nbgrader", {})
        if told.get("grade") and told["grade_id"] != "number":
            other = copy.deepcopy(solved)
            other["metadata"]["nbgrader"]["grade_id"] = told["grade_id"]
            other["id"] = f"renamed-{place}"
            notebook["cells"][place] = other
