# attack: Something else than a notebook
# tries: A ZIP archive with the notebook's name.
# honest: 0

# %% transform
def transform(notebook, files):
    return b"PK\x03\x04" + bytes(range(256)) * 100
