# attack: The channel is flooded
# tries: A thread writes noise to every socket as fast as it goes, so that the judge drowns or takes a piece of it for
#     an answer.
# honest: 0
# limits: cell_seconds 3, notebook_seconds 20

# %% answer="number"
import os
import stat
import threading

amplitudes = 1


def flood():
    found = []
    for number in range(1024):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                found.append(number)
        except OSError:
            pass
    while True:
        for number in found:
            try:
                os.write(number, os.urandom(65536))
            except OSError:
                pass


threading.Thread(target=flood, daemon=True).start()
