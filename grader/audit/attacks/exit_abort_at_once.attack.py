# attack: A crash before anything is judged
# tries: Reads from address zero, so that the process dies of SIGSEGV.
# honest: 0

# %% answer="number"
import ctypes

ctypes.string_at(0)
