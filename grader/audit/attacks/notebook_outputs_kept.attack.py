# attack: The outputs of a full score are handed in
# tries: Every graded cell comes with an output that says full points, an execution count and a result.
# honest: 0

# %% transform
def transform(notebook, files):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] = 7
            cell["outputs"] = [
                {
                    "output_type": "execute_result",
                    "execution_count": 7,
                    "metadata": {},
                    "data": {"text/plain": "1000", "application/vnd.qampus.verdict+json": {"code": "passed"}},
                }
            ]
