# attack: Checks become prose
# tries: Check cells are turned into markdown and raw cells, answers into markdown, the essay into code.
# honest: 0

# %% transform
def transform(notebook, files):
    for place, cell in enumerate(notebook["cells"]):
        told = cell["metadata"].get("nbgrader", {})
        if told.get("grade"):
            cell["cell_type"] = "code" if cell["cell_type"] == "markdown" else ("raw", "markdown")[place % 2]
            told["cell_type"] = cell["cell_type"]
            cell.pop("outputs", None)
            cell.pop("execution_count", None)
            if cell["cell_type"] == "code":
                cell.update(outputs=[], execution_count=None)
