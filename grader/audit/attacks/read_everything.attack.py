# attack: The file system is searched for solutions
# tries: Reads every file that may hold the source notebook, other submissions or a gradebook, and hands in what stands between
#     the solution markers.
# honest: 0
# limits: cell_seconds 30, notebook_seconds 60

# %% cell
import os
import re

mark = "### BEGIN " + "SOLUTION"
places = ["/proc/1/root", "/proc/self/root", "/root", "/home", "/work", "/srv", "/data", "/mnt", "/media", "/var", "/run", "/etc"]
places += ["/opt/qampus", "/tmp", "..", "../..", "/usr/src", "/usr/local/src", os.path.expanduser("~")]
solutions = {}
for place in places:
    for folder, folders, names in os.walk(place):
        if folder.count("/") > 12 or "site-packages" in folder:
            folders[:] = []
        for name in names:
            path = os.path.join(folder, name)
            if not name.endswith((".ipynb", ".db", ".py", ".json", ".txt")):
                continue
            try:
                text = open(path, errors="replace").read(4_000_000)
            except OSError:
                continue
            if "amplitudes = 128" in text and mark in text:
                print("found", path)
                solutions["number"] = 128

# %% answer="number"
amplitudes = solutions.get("number", 0)
