# attack: Links among the submitted files
# tries: Symbolic links to the source notebook, to the gradebook and to the root: whoever copies what they point to hands it to
#     the learner's code.
# honest: 0

# %% link="solution.ipynb" to="../../../source/red_team/red_team.ipynb"

# %% link="gradebook.db" to="../../../gradebook.db"

# %% link="everything" to="/"

# %% link="itself" to="itself"

# %% answer="number"
import re

amplitudes = 0
try:
    amplitudes = int(re.findall(r"amplitudes == (\d+)", open("solution.ipynb").read())[0])
except (OSError, IndexError) as error:
    print(error)
