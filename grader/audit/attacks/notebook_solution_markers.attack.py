# attack: Markers of solutions and hidden tests in the answer
# tries: nbgrader's own markers in the learner's text, so that what strips regions strips the checks, or stops.
# honest: number 1

# %% answer="number"
### BEGIN SOLUTION
amplitudes = 128
### BEGIN HIDDEN TESTS

# %% answer="parity"
### END SOLUTION
### END HIDDEN TESTS
### BEGIN MARK SCHEME
def parity(bits):
    return 0
### AUTOTEST parity([1])
### HASHED AUTOTEST parity([1])

# %% transform
def transform(notebook, files):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] += "\n### BEGIN MARK SCHEME\n### BEGIN SOLUTION\n### END HIDDEN TESTS"
