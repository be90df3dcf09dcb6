# attack: Tags that skip cells
# tries: Tags and metadata by which tools skip a cell, hide its output or accept its errors.
# honest: 0

# %% transform
def transform(notebook, files):
    for cell in notebook["cells"]:
        cell["metadata"].update(
            tags=["skip-execution", "raises-exception", "nbval-skip", "remove_cell", "hide-output"],
            editable=False,
            deletable=True,
            execution={"iopub.status.idle": "2020-01-01"},
        )
    notebook["metadata"].update(
        kernelspec={"name": "bash", "display_name": "Bash", "language": "bash"},
        language_info={"name": "bash", "codemirror_mode": "x" * 1000},
        execution={"allow_errors": True},
        widgets={"application/vnd.jupyter.widget-state+json": {"state": {}}},
    )
