# attack: The limits are raised
# tries: Raises or drops resource limits, priorities and the out-of-memory score, and takes the alarm away.
# honest: 0
# limits: cell_seconds 2, notebook_seconds 14
# plain: each cell would hang until its time is over

# %% answer="number"
import os
import resource
import signal

for name in dir(resource):
    if name.startswith("RLIMIT"):
        try:
            resource.setrlimit(getattr(resource, name), (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        except (OSError, ValueError):
            pass
try:
    os.nice(-20)
    open("/proc/self/oom_score_adj", "w").write("-1000")
except OSError:
    pass
signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
while True:
    pass
