# attack: Sparse files and endless links
# tries: Files that claim to hold terabytes, directories a thousand deep and links that lead back to themselves.
# honest: number 1
# limits: cell_seconds 15, notebook_seconds 30

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import os

try:
    with open("sparse", "wb") as file:
        file.truncate(2**40)
except OSError as error:
    print(error)
try:
    os.symlink("loop", "loop")
    for _ in range(2000):
        os.mkdir("deep")
        os.chdir("deep")
except OSError as error:
    print(error)
