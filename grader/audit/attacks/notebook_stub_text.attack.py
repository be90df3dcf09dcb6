# attack: Cells that are not run
# tries: An answer that comments out, or swallows, what follows: an open string, an open bracket, a cell magic, a line
#     continuation, a null byte, `__debug__` off.
# honest: 0

# %% answer="number"
"""

# %% answer="parity"
def parity(bits): return (

# %% answer="uniform"
%%javascript
uniform

# %% answer="bell"
bell = 1 \

# %% answer="hadamard"
__debug__ = False

# %% answer="coins"
# coding: rot13
from __future__ import annotations, barry_as_FLUFL

# %% answer="primes"
%%script false --no-raise-error
### END HIDDEN TESTS

# %% answer="digits"
### BEGIN HIDDEN TESTS
digits = None
