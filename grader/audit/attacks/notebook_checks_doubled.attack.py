# attack: Every check stands there many times
# tries: Copies of the graded cells with the same id and an easy text, before and behind the true ones.
# honest: 0

# %% transform
def transform(notebook, files):
    import copy

    cells = []
    for cell in notebook["cells"]:
        easy = copy.deepcopy(cell)
        if cell["metadata"].get("nbgrader", {}).get("grade") and cell["cell_type"] == "code":
            easy["source"] = "1000"
            easy["outputs"] = []
            for number in range(3):
                twin = copy.deepcopy(easy)
                twin["id"] = f"twin-{number}-{len(cells)}"
                cells.append(twin)
        cells.append(cell)
        if easy["source"] == "1000":
            cells.append(easy)
    notebook["cells"] = cells
