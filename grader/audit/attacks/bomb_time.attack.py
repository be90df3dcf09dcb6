# attack: A cell that never ends
# tries: Endless loops in an answer cell and in functions, each deaf to interrupts, to use up the time of everybody.
# honest: number 1
# code: parity time_limit|not_answered|error, uniform time_limit|not_answered|error
# limits: cell_seconds 2, notebook_seconds 14
# plain: each cell would hang until its time is over

# %% answer="number"
amplitudes = 128

# %% answer="parity"
while True:
    try:
        sum(range(10**9))
    except BaseException:
        pass

# %% answer="uniform"
def uniform(n):
    import time

    while True:
        try:
            time.sleep(1000)
        except BaseException:
            pass
