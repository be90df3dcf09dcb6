# attack: An empty notebook
# tries: A notebook without any cell.
# honest: 0

# %% transform
def transform(notebook, files):
    notebook["cells"] = []
