# attack: A notebook of 200 MB
# tries: One answer cell of 200 million characters.
# honest: 0
# limits: cell_seconds 10, notebook_seconds 60
# plain: it takes minutes

# %% transform
def transform(notebook, files):
    import json

    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "number_answer":
            cell["source"] = "amplitudes = 1\n#" + "x" * 200_000_000
    return json.dumps(notebook).encode()
