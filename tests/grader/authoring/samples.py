"""A small course in text form, written to a folder of the test."""

from __future__ import annotations

from pathlib import Path

import polib

MODULE = "02_pairs"

LESSON = r"""# %% [markdown]
# # Pairs
#
# Two qubits can share a state, and $|00\rangle$ is one of them.

# %%
total = 1 + 1
total
"""

EXERCISE = r'''# %% [markdown]
# # Pairs
#
# In this exercise you make a **pair** with `make_pair`.

# %% given="imports"
from math import sqrt

# %% [markdown] task="make_pair"
# ## A pair
#
# Return the amplitudes of $(|00\rangle + |11\rangle)/\sqrt{2}$ as a list.
#
# <details>
# <summary>A nudge</summary>
#
# Two of the four amplitudes are 0.
#
# </details>

# %% answer="make_pair"
def make_pair() -> list[float]:
    """Return four amplitudes."""
    ### BEGIN SOLUTION
    secret = 1 / sqrt(2)
    return [secret, 0, 0, secret]
    ### END SOLUTION

# %% check="make_pair" points=2
assert len(make_pair()) == 4
### BEGIN HIDDEN TESTS
assert_hidden = make_pair()
assert assert_hidden[0] > 0 and abs(sum(x * x for x in assert_hidden) - 1) < 1e-9
### END HIDDEN TESTS

# %% [markdown] task="no_signal"
# ## No signal
#
# Why can nobody use the pair to send a message?

# %% [markdown] essay="no_signal" points=3
# ### BEGIN SOLUTION
# Each side alone sees random bits.
# ### END SOLUTION

# %% [markdown] rubric="no_signal"
# One point each: local statistics, independence, conclusion.
'''

CATALOG = """[[module]]
id = "02_pairs"
title = "Pairs"
hours = 2.5
prerequisites = []

[module.tasks]
make_pair = ["5.1 II A1"]
no_signal = ["1.1 I A2", "7.1 III A1"]
"""

RIGHT = """# task: make_pair
# why: A power instead of a root.
def make_pair():
    return [0.5**0.5, 0, 0, 0.5**0.5]
"""

WRONG = """# task: make_pair
# why: The amplitudes are not normalised.
# fails: assert wrong_value

def make_pair():
    return [1, 0, 0, 1]
"""

ESSAY = """<!--
task: no_signal
why: Says all three things.
-->
Each alone sees random bits.
"""


def write_course(root: Path, *, module: str = MODULE) -> Path:
    """Write the sample course and return its root."""
    exercise = root / "exercises" / module
    lesson = root / "curriculum" / module
    for folder in (exercise / "right", exercise / "wrong", lesson):
        folder.mkdir(parents=True)
    (root / "curriculum" / "catalog.toml").write_text(CATALOG.replace(MODULE, module))
    (lesson / "lesson.py").write_text(LESSON)
    (exercise / "exercise.py").write_text(EXERCISE)
    (exercise / "right" / "make_pair_power.py").write_text(RIGHT)
    (exercise / "wrong" / "make_pair_unnormalised.py").write_text(WRONG)
    (exercise / "right" / "no_signal_full.md").write_text(ESSAY)
    return root


WORDS = {
    "# Pairs": "# 対",
    "## A pair": "## 一つの対",
    "A nudge": "ヒント",
    "In this exercise you make a **pair** with `make_pair`.": "この演習では `make_pair` で**対**を作ります。",
    r"Two qubits can share a state, and $|00\rangle$ is one of them.": r"状態の一つが $|00\rangle$ です。",
}
"""Japanese for some paragraphs of the sample course."""


def fill(
    path: Path, words: dict[str, str] = WORDS, origin: str = "origin: machine; reviewed: no"
) -> None:
    """Put translations into a .po file where it has none."""
    file = polib.pofile(str(path))
    for entry in file:
        if not entry.msgstr and entry.msgid in words:
            entry.msgstr = words[entry.msgid]
            entry.tcomment = origin
    file.save(str(path))
