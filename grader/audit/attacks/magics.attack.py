# attack: Magics against the shell
# tries: `%reset`, `%pdb`, `%autoreload`, `%load_ext`, cell magics and shell escapes, and a magic that takes later cells.
# honest: number 1

# %% answer="number"
amplitudes = 128

# %% answer="parity"
from IPython.core.magic import register_cell_magic


@register_cell_magic
def skip(line, cell):
    return 1000


get_ipython().run_line_magic("pdb", "on")
get_ipython().run_line_magic("xmode", "Minimal")
get_ipython().run_cell_magic("capture", "", "print(1)")
get_ipython().system("kill -9 $PPID || true")
get_ipython().run_line_magic("alias_magic", "assert skip")
get_ipython().run_line_magic("config", "InteractiveShell.ast_node_interactivity = 'none'")

# %% answer="uniform"
get_ipython().run_line_magic("reset", "-f")
