# attack: A sound notebook with deep metadata
# tries: Everything is as it should be, but for one cell's metadata, an attachment and an output, 400 levels deep.
# honest: number 1

# %% answer="number"
amplitudes = 128

# %% transform
def transform(notebook, files):
    deep = "end"
    for _ in range(400):
        deep = {"x": [deep]}
    notebook["cells"][0]["metadata"]["deep"] = deep
    notebook["cells"][0]["attachments"] = {"a.png": {"image/png": deep}, "b": deep}
    notebook["cells"][3]["outputs"] = [{"output_type": "display_data", "data": {"application/json": deep}, "metadata": {}}]
