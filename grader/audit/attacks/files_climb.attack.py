# attack: Names that climb out of the folder
# tries: Files named with .., absolute paths, empty parts, back slashes and the names of the grader's own files.
# honest: 0
# plain: a file system has no such names

# %% transform
def transform(notebook, files):
    for name in ("../../../source/red_team/red_team.ipynb", "/tmp/red-team-climbed", "a/../../../gradebook.db", "..", "x/.."):
        files[name] = b"{}"
