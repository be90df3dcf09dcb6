# attack: Points are changed
# tries: The metadata of the graded cells say a thousand points, and that they are not graded, not locked and done.
# honest: number 1

# %% answer="number"
amplitudes = 128

# %% transform
def transform(notebook, files):
    for cell in notebook["cells"]:
        told = cell["metadata"].get("nbgrader")
        if told:
            told.update(points=1000, score=1000, max_points=1000, schema_version=3)
            cell["metadata"]["points"] = 1000
            if told["grade"] and told["grade_id"] != "number":
                told.update(grade=True, solution=True, locked=False, checksum="0" * 32, cell_type="markdown")
