# attack: All file descriptors
# tries: Opens files, pipes and sockets until none is left, so that nobody can speak with anybody.
# honest: number 1
# limits: cell_seconds 10, notebook_seconds 30

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import os
import resource
import socket

most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
held = []
while True:
    try:
        held.append(os.pipe())
        held.append(socket.socketpair())
    except OSError:
        break
