# attack: The given cell is edited
# tries: The locked cell with the imports gets other text and other assertions.
# honest: 0

# %% transform
def transform(notebook, files):
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "imports":
            cell["source"] = (
                "class Any(int):\n    __eq__ = __call__ = __getattr__ = lambda *a, **k: Any()\n"
                "nearly = assert_budget = assert_close = assert_implements = assert_same_state = Any()\n"
                "np = QuantumCircuit = HGate = Operator = Statevector = AerSimulator = Any()\n"
                "amplitudes = parity = uniform = bell = hadamard = coins = primes = Any()\n"
            )
            cell["metadata"]["nbgrader"]["locked"] = False
