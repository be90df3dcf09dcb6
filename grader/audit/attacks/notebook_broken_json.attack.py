# attack: Broken JSON
# tries: The file ends in the middle.
# honest: 0

# %% transform
def transform(notebook, files):
    import json

    return json.dumps(notebook).encode()[:-200]
