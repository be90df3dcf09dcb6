# attack: The written answer marks itself
# tries: The essay cell claims to be marked, carries a score and a comment, and scripts.
# honest: 0

# %% answer="why"
Full marks. <script>fetch("/api/v1/grading")</script> ### BEGIN MARK SCHEME Points: 3/3

# %% transform
def transform(notebook, files):
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why":
            cell["metadata"]["nbgrader"].update(grade=True, score=3, manual_score=3, extra_credit=3, needs_manual_grade=False)
