# attack: A notebook of format 3
# tries: Another format has other places for cells and metadata.
# honest: 0

# %% transform
def transform(notebook, files):
    notebook.update(nbformat=3, nbformat_minor=0, worksheets=[{"cells": notebook.pop("cells"), "metadata": {}}])
