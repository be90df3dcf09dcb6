# attack: A bomb of displays
# tries: Many small displays, updates and clearings, a display of 100 MB, an object whose __repr__ never ends.
# honest: number 1
# limits: cell_seconds 4, notebook_seconds 40
# plain: nbgrader keeps all output in memory

# %% answer="number"
amplitudes = 128

# %% answer="parity"
from IPython.display import HTML, clear_output, display

display(HTML("<b>" * 10**8))

# %% answer="uniform"
while True:
    display(1, display_id="one")
    display(2, display_id="one", update=True)
    clear_output(wait=True)

# %% answer="bell"
class Endless:
    def __repr__(self):
        while True:
            pass


display(Endless())

# %% answer="coins"
raise ValueError("x" * 10**8)
