# attack: What runs at the end
# tries: atexit, threads, __del__, weak references and signal handlers act when the process ends, after the last cell.
# honest: number 1
# plain: its kernel never ends

# %% answer="number"
import atexit
import os
import signal
import threading
import weakref

amplitudes = 128


def forge(*_):
    for number in range(64):
        try:
            os.write(number, b"\x00\x00\x00\x01\x01" * 1000)
        except OSError:
            pass


class Last:
    def __del__(self):
        forge()


last = Last()
weakref.finalize(last, forge)
atexit.register(forge)
signal.signal(signal.SIGTERM, forge)
signal.signal(signal.SIGHUP, forge)
threading.Thread(target=lambda: (threading.main_thread().join(), forge())).start()
os.register_at_fork(after_in_child=forge, before=forge)
