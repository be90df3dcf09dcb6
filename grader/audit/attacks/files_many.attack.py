# attack: Ten thousand files
# tries: So many files beside the notebook that copying them takes the time of everybody.
# honest: number 1

# %% answer="number"
amplitudes = 128

# %% transform
def transform(notebook, files):
    for number in range(2_000):
        files[f"many/{number % 50}/{number}.txt"] = b"x" * 100
