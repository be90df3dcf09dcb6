# attack: Inherited descriptors
# tries: Reads, seeks and lists every open descriptor: a forgotten one may lead to the notebook, a folder outside or the other
#     side of a socket.
# honest: 0

# %% answer="number"
import os
import re

amplitudes = 0
for number in range(3, 1024):
    try:
        kind = os.fstat(number)
    except OSError:
        continue
    print(number, oct(kind.st_mode), kind.st_size)
    for read in (lambda: os.pread(number, 10**7, 0), lambda: str(os.listdir(number)).encode()):
        try:
            for found in re.findall(rb"amplitudes " + rb"== (\d+)", read()):
                amplitudes = int(found)
        except OSError:
            pass
    for path in ("..", "../source", "/"):
        try:
            print(os.listdir(os.open(path, os.O_RDONLY, dir_fd=number)))
        except OSError:
            pass
