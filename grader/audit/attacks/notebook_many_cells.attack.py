# attack: Twenty thousand cells
# tries: Cells without number, most of them empty, some with the ids of checks.
# honest: 0
# plain: it takes minutes

# %% answer="number"
amplitudes = 128

# %% transform
def transform(notebook, files):
    notebook["cells"] += [
        {"cell_type": "code", "id": f"c{number}", "metadata": {}, "source": "", "outputs": [], "execution_count": None}
        for number in range(20_000)
    ]
