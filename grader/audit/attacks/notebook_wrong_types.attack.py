# attack: JSON of the right keys and the wrong types
# tries: Cells that are numbers, texts that are lists of numbers, metadata that are strings, counts of 10^400.
# honest: 0

# %% transform
def transform(notebook, files):
    import json

    notebook["metadata"] = "none"
    for place, cell in enumerate(notebook["cells"]):
        cell["execution_count"] = 10**400
        if place % 3 == 0:
            cell["source"] = [1, 2, None]
            cell["metadata"] = []
    notebook["cells"].append(7)
    return json.dumps(notebook).encode() + b"\n"
