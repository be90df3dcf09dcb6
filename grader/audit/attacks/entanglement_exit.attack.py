# attack: The entanglement exercise: the process leaves
# tries: `os._exit(0)` in the first function that is called; all the rest is never answered.
# honest: 0
# target: 04_entanglement

# %% answer="bell_states"
def bell_state(x, z):
    import os

    os._exit(0)
