# attack: Checks before answers, answers before imports
# tries: The cells stand in reverse order, so that checks meet the names of others and nothing that they were written for.
# honest: 0

# %% answer="*"
parity = uniform = bell = hadamard = coins = primes = compose = digits = lambda *a: None
amplitudes = 1

# %% transform
def transform(notebook, files):
    notebook["cells"].reverse()
