# attack: Strange names of files
# tries: Names with line feeds, back slashes, wild cards, reserved words and 200 characters, other notebooks, and the names
#     of the files that nbgrader keeps.
# honest: 0

# %% transform
def transform(notebook, files):
    for name in ("a\nb", "..\\..\\x", "*", "-rf", "%2e%2e", "CON", "x" * 200, "~", "$(id)", "red_team.ipynb.bak"):
        files[name] = b"1"
    files["other.ipynb"] = b"{}"
    files["red_team.IPYNB"] = b"{}"
    files[".ipynb_checkpoints/red_team-checkpoint.ipynb"] = b"{}"
    files["feedback.html"] = b"<script>alert(1)</script>"
