# %% [markdown]
# # Exercise: Complex numbers, vectors and matrices in Python
#
# Ten tasks, from the roots of a number to a question that will cost you paper. Plan about two hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: angles are in radians; the inner product conjugates its *left* factor; $M^\dagger$ is the transposed and conjugated matrix; in a tensor product qubit 0 is the rightmost factor. Numbers and arrays are compared up to $10^{-6}$, entry by entry, unless a task says otherwise. Where a matrix is an input, it is a NumPy array; your function must not change it.
#
# You may use NumPy, SciPy and the Python standard library (and Qiskit, if you know it already), import more of them, and define functions of your own in the answer cells. A list of numbers and an array with the same numbers count as the same answer.

# %% given="imports"
import itertools

import numpy as np

from grader.checks import (
    assert_close,
    assert_eigenpairs,
    assert_implements,
    assert_orthonormal,
    assert_same_state,
    assert_same_unitary,
)

# %% [markdown]
# The next cell makes instances for the checks. You can use both functions in tests of your own: the columns of `random_unitary(d, seed)` are an orthonormal basis of vectors with $d$ entries, and `rebuilt(basis, values)` is the matrix that has the columns of `basis` as eigenvectors, with the given eigenvalues.


# %% given="instances"
def random_unitary(d, seed):
    """A unitary matrix with d rows; each seed gives another one."""
    rng = np.random.default_rng(seed)
    unitary, _ = np.linalg.qr(rng.normal(size=(d, d)) + 1j * rng.normal(size=(d, d)))
    return unitary


def rebuilt(basis, values):
    """The matrix whose eigenvectors are the columns of an orthonormal basis."""
    return basis @ np.diag(values) @ basis.conj().T


# %% [markdown] task="roots"
# ## 1. All of them
#
# The equation $w^2 = 9$ has two solutions, and $w^3 = 8$ has three, although only one of them is real. Write `roots(z, n)`.
#
# **Input:** a real or complex number $z \ne 0$ and an integer $n \ge 1$.
#
# **Output:** a list or array of the $n$ different complex numbers $w$ with $w^n = z$, each once, in any order.
#
# **Compared:** that there are $n$ numbers, that the $n$-th power of each is $z$, and that none is missing: multiplied out, $(x - w_1)(x - w_2)\cdots(x - w_n)$ must be the polynomial $x^n - z$. (In particular the roots add up to 0 if $n > 1$.)
#
# *Example:* for $z = -4$ and $n = 2$ the answer is $2i$ and $-2i$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Write $z$ in polar form. What does the $n$-th power do to the length of an arrow, and what to its angle?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# One root has the $n$-th part of the angle. But the angle of $z$ is known only up to full turns: a full turn more, divided by $n$, is another root.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The length is `abs(z) ** (1 / n)`. The angles are `(np.angle(z) + 2 * np.pi * k) / n` for `k` in `range(n)`.
#
# </details>


# %% answer="roots"
def roots(z, n):
    ### BEGIN SOLUTION
    radius = abs(z) ** (1 / n)
    angles = (np.angle(z) + 2 * np.pi * np.arange(n)) / n
    return radius * np.exp(1j * angles)
    ### END SOLUTION


# %% check="roots" points=2
def check_roots(z, n):
    """Each number is a root; multiplied out, none is missing."""
    found = np.array(list(roots(z, n)))
    assert_close(found**n, [z] * n)
    assert_close(np.poly(found), [1] + [0] * (n - 1) + [-z])


check_roots(-4, 2)
check_roots(8, 3)
check_roots(1j, 4)
check_roots(3 - 4j, 2)
### BEGIN HIDDEN TESTS
check_roots(-2.5 + 0.5j, 1)
check_roots(1, 6)
check_roots(-1, 5)
check_roots(-3j, 3)
check_roots(-1.2 - 0.7j, 7)
check_roots(0.02 + 0.01j, 2)
### END HIDDEN TESTS

# %% [markdown] task="box"
# ## 2. A box seen from the side
#
# A box turns vectors into vectors, and you know that it is linear. You cannot feed it the basis vectors $(1, 0, \ldots)$, $(0, 1, \ldots)$ and so on; somebody has fed it $d$ *other* vectors and written down what came out. Write `box_matrix(inputs, outputs)`.
#
# **Input:** `inputs`, a list of $d$ arrays with $d$ complex entries each, which are linearly independent but need be neither orthogonal nor normalised; `outputs`, a list of $d$ arrays with $m$ entries each: what the box made of each input, in the same order. $m$ and $d$ may differ.
#
# **Output:** the matrix $M$ of the box, an array of shape $(m, d)$, with $M v = w$ for each input $v$ and its output $w$.
#
# **Compared:** the entries of $M$.
#
# *Example:* the inputs $(1, 1), (1, -1)$ and the outputs $(2, 0), (0, 2i)$ give $M = \begin{pmatrix} 1 & 1 \\ i & -i \end{pmatrix}$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# If the inputs were $(1, 0, \ldots)$, $(0, 1, \ldots)$ ..., what would the columns of $M$ be?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Put the inputs side by side as the *columns* of a matrix $V$ and the outputs as the columns of $W$. Then all $d$ equations together are one: $M V = W$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# $M = W V^{-1}$, in this order. An array made of a list of vectors has them as *rows*: transpose it first (without conjugation).
#
# </details>


# %% answer="box"
def box_matrix(inputs, outputs):
    ### BEGIN SOLUTION
    return np.array(outputs).T @ np.linalg.inv(np.array(inputs).T)
    ### END SOLUTION


# %% check="box" points=2
def check_box(matrix, inputs):
    """Feed the vectors to a box whose matrix is known here."""
    outputs = [np.array(matrix) @ vector for vector in np.array(inputs)]
    assert_implements(box_matrix, [((list(np.array(inputs)), outputs), matrix)])


check_box([[1, 1], [1j, -1j]], [[1, 1], [1, -1]])
check_box([[1, 2 + 1j], [3, 4]], [[1, 0], [1j, 2]])
check_box([[1, 2j], [0, 3], [1j, 5]], [[1, 2], [3, 4]])
### BEGIN HIDDEN TESTS
check_box([[2 - 1j]], [[1 + 1j]])
check_box([[1j, 2, 3 - 1j]], [[1, 1, 0], [0, 1j, 1], [1, 0, 2j]])
check_box([[1j, 2], [3, 1 - 1j]], [[0, 1j], [2, 1]])
check_box([[1, 1j, 2]], [[0, 0, 2], [0, 1j, 1], [3, 0, 0]])
check_box([[0, 1, 0], [0, 0, 1j], [1, 2, 0]], [[1, 2, 3], [0, 1, 4j], [1j, 0, 1]])
rng = np.random.default_rng(7)
for size, height in [(2, 2), (3, 5), (4, 4), (5, 1)]:
    given = rng.normal(size=(size, size)) + 1j * rng.normal(size=(size, size))
    wanted = rng.normal(size=(height, size)) + 1j * rng.normal(size=(height, size))
    check_box(wanted, given)
### END HIDDEN TESTS

# %% [markdown] task="describe"
# ## 3. What kind of matrix is this?
#
# A program that gets a matrix from somewhere has to ask what it is. Write `describe(matrix)`.
#
# **Input:** an array of shape $(m, d)$ with real or complex entries.
#
# **Output:** a dictionary with these five keys, each with the value `True` or `False`:
#
# | key | the matrix $M$ is square, and |
# | --- | --- |
# | `"hermitian"` | $M^\dagger = M$ |
# | `"unitary"` | $M^\dagger M = I$ |
# | `"normal"` | $M^\dagger M = M M^\dagger$ |
# | `"projector"` | $M^\dagger = M$ and $M M = M$ |
# | `"positive"` | $M^\dagger = M$, and no eigenvalue is negative |
#
# **Compared:** the five values, exactly. The entries come from computations with rounding errors. In each instance an equation of the table either holds up to $10^{-12}$ in every entry, or is missed by more than $10^{-4}$ in some entry; an eigenvalue of a Hermitian instance is either at least $-10^{-12}$ or less than $-10^{-4}$.
#
# *Example:* $\begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}$ is Hermitian, unitary and normal; it is no projector, and not positive.
#
# <details><summary>Hint 1: a nudge</summary>
#
# What do you do with a matrix that is not square? And what does `==` say about two numbers that differ by $10^{-16}$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `np.allclose(a, b, rtol=0, atol=1e-8)` compares with a tolerance. Write the adjoint once, `matrix.conj().T`, and use `@` between matrices, never `*`.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For `"positive"` use `np.linalg.eigvalsh`, but only after you know that the matrix is Hermitian: this function looks at one triangle of the matrix and believes that the other one fits. Allow rounding errors below zero.
#
# </details>


# %% answer="describe"
def describe(matrix):
    ### BEGIN SOLUTION
    matrix = np.array(matrix)
    if matrix.shape[0] != matrix.shape[1]:
        return dict.fromkeys(["hermitian", "unitary", "normal", "projector", "positive"], False)

    def same(a, b):
        return bool(np.max(np.abs(a - b)) < 1e-8)

    adjoint = matrix.conj().T
    hermitian = same(adjoint, matrix)
    return {
        "hermitian": hermitian,
        "unitary": same(adjoint @ matrix, np.eye(len(matrix))),
        "normal": same(adjoint @ matrix, matrix @ adjoint),
        "projector": hermitian and same(matrix @ matrix, matrix),
        "positive": hermitian and bool(np.linalg.eigvalsh(matrix)[0] > -1e-8),
    }
    ### END SOLUTION


# %% check="describe" points=2
def check_describe(matrix, *words):
    """The words are the keys whose value is True."""
    keys = ["hermitian", "unitary", "normal", "projector", "positive"]
    assert_implements(describe, [((np.array(matrix),), {key: key in words for key in keys})])


turn = np.array([[np.cos(0.3), -np.sin(0.3)], [np.sin(0.3), np.cos(0.3)]])
check_describe([[0, 1], [1, 0]], "hermitian", "unitary", "normal")
check_describe([[1, 1j], [1j, 1]], "normal")
check_describe([[0.5, 0.5j], [-0.5j, 0.5]], "hermitian", "normal", "projector", "positive")
check_describe(turn, "unitary", "normal")
check_describe([[1, 2], [0, 1]])
check_describe([[1, 0, 0], [0, 1, 0]])
### BEGIN HIDDEN TESTS
everything = ["hermitian", "unitary", "normal", "projector", "positive"]
check_describe(np.eye(3), *everything)
check_describe([[1.0]], *everything)
check_describe([[-1.0]], "hermitian", "unitary", "normal")
check_describe([[1j]], "unitary", "normal")
check_describe([[0.0]], "hermitian", "normal", "projector", "positive")
check_describe(np.zeros((2, 2)), "hermitian", "normal", "projector", "positive")
check_describe([[1], [0]])
check_describe([[0.6, 0.8j]])
check_describe(np.zeros((2, 1)))
check_describe(np.zeros((1, 3)))
check_describe([[1, 1], [0, 0]])
check_describe([[1, 0], [1, 1]])
check_describe([[1, -1j], [0, 1]])
check_describe([[0, 1j], [1j, 0]], "unitary", "normal")
check_describe([[2, 1j], [-1j, 3]], "hermitian", "normal", "positive")
check_describe([[1, 2j], [-2j, 1]], "hermitian", "normal")
check_describe([[1j, 0], [0, 2]], "normal")
check_describe([[0, 2], [0.5, 0]])
check_describe([[-1, 0], [0, -1]], "hermitian", "unitary", "normal")
for size, seed in [(2, 1), (3, 2), (4, 3), (5, 4)]:
    basis = random_unitary(size, seed)
    ramp = np.arange(size)
    check_describe(basis, "unitary", "normal")
    check_describe(basis * np.sqrt(1 + 3e-4), "normal")
    check_describe(basis * np.arange(1, size + 1))
    check_describe(rebuilt(basis, np.minimum(ramp, 1)), "hermitian", "normal", "projector", "positive")
    check_describe(rebuilt(basis, ramp + 2), "hermitian", "normal", "positive")
    check_describe(rebuilt(basis, ramp - 3e-4), "hermitian", "normal")
    check_describe(rebuilt(basis, (-1.0) ** ramp), "hermitian", "unitary", "normal")
    check_describe(rebuilt(basis, ramp + 3e-4j), "normal")
    check_describe(rebuilt(basis, np.exp(1j * ramp)), "unitary", "normal")
    check_describe(rebuilt(basis, np.exp(1j * ramp)) + 3e-4 * np.eye(size, k=1))
# a projector that is not orthogonal, and one that is none by a little
check_describe([[1, 1j], [0, 0]])
check_describe(0.9995 * np.ones((2, 2)) / 2, "hermitian", "normal", "positive")
### END HIDDEN TESTS

# %% [markdown] task="axes"
# ## 4. Clean axes
#
# Measured vectors are rarely orthogonal, and often one of them says nothing that the others have not said. Write `clean_axes(vectors)`, which makes orthonormal axes from vectors, one after the other.
#
# **Input:** a list of one or more arrays with $d$ complex entries each. There may be more than $d$ of them. Only their directions count: they can be very long or very short. Some may be zero.
#
# **Output:** a list of arrays with $d$ entries. Go through the vectors in order. A vector that lies in the span of the vectors before it (the zero vector always does) adds nothing to the list. Any other vector $v$ adds exactly one axis $q$, which is determined by three conditions: $q$ has norm 1, it is orthogonal to all earlier axes, and $v = r\,q + (\text{a combination of the earlier axes})$ with a **real, positive** number $r$.
#
# **Compared:** the axes, entry by entry. Of a vector that adds nothing, at most $10^{-13}$ of its length sticks out of the span of the earlier ones. Of a vector that adds an axis, at least $10^{-6}$ of its length sticks out of the span of all the others that do. So vectors can be *nearly* dependent, and your axes must be right up to $10^{-6}$ nevertheless.
#
# *Example:* $(2i, 0), (3, 0), (1, 1)$ gives two axes, $(i, 0)$ and $(0, 1)$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Take the parts along the earlier axes away from $v$. What is left is orthogonal to them. When is "what is left" only rounding error?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The part of $v$ along the axis $q$ is $\langle q|v\rangle\,q$, and `np.vdot(q, v)` conjugates the right one of the two. Compare the length of what is left with the length that $v$ had, not with a fixed number.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For each axis do `rest = rest - np.vdot(axis, rest) * axis`, with `rest` on the right inside `vdot` as well: so that each step also removes the rounding errors of the step before. (With the original vector there, errors grow when vectors are nearly parallel.) Keep `rest / norm` if the norm of `rest` is more than $10^{-9}$ times that of the vector.
#
# </details>


# %% answer="axes"
def clean_axes(vectors):
    ### BEGIN SOLUTION
    axes = []
    for vector in vectors:
        rest = np.array(vector)
        for axis in axes:
            rest = rest - np.vdot(axis, rest) * axis
        if np.linalg.norm(rest) > 1e-9 * np.linalg.norm(vector):
            axes.append(rest / np.linalg.norm(rest))
    return axes
    ### END SOLUTION


# %% check="axes" points=3
def assert_same_axes(actual, expected):
    """Axes are orthonormal, and these very ones."""
    if expected:
        assert_orthonormal(actual)
    assert_close(actual, expected)


def check_axes(vectors, axes):
    """Vectors, and the axes that they give."""
    vectors = [np.array(vector, dtype=complex) for vector in vectors]
    assert_implements(clean_axes, [((vectors,), list(axes))], compare=assert_same_axes)


def check_known_axes(d, coefficients, seed):
    """Vectors put together from known axes; their coefficients are the columns of a triangle."""
    basis = random_unitary(d, seed)
    coefficients = np.array(coefficients)
    axes = basis[:, : len(coefficients)]
    check_axes((axes @ coefficients).T, axes.T)


check_axes([[2j, 0], [3, 0], [1, 1]], [[1j, 0], [0, 1]])
check_axes([[3, 4j]], [[0.6, 0.8j]])
check_axes([[0, 0, 0], [0, 1, 1j], [0, 2j, -2], [1, 0, 0]], [[0, np.sqrt(0.5), 1j * np.sqrt(0.5)], [1, 0, 0]])
check_known_axes(4, [[1, 1, 1], [0, 3e-6, 4e-6], [0, 0, 3e-6]], seed=1)
### BEGIN HIDDEN TESTS
check_axes([[-5j]], [[-1j]])
check_axes([[0j]], [])
check_axes([[0, 0], [0, 0]], [])
check_axes([[0, 1e-12j], [1e9, 1e9]], [[0, 1j], [1, 0]])
check_axes([[1, 1j], [1j, -1], [2, 2j], [1, 0]], [[np.sqrt(0.5), 1j * np.sqrt(0.5)], [np.sqrt(0.5), -1j * np.sqrt(0.5)]])
check_known_axes(2, [[2, 1j, 3, 4], [0, 5, 1 - 1j, 7j]], seed=2)
check_known_axes(3, [[1, 1j, 1 + 1j, 2], [0, 0, 2, 1j], [0, 0, 0, 3]], seed=3)
check_known_axes(3, [[1, 1j, 2, 1], [0, 1, 0, 1j], [0, 0, 0, 2]], seed=9)
check_known_axes(5, [[1, 2j, 0, 3, 1], [0, 1, 1, 1j, 0], [0, 0, 0, 4, 2j], [0, 0, 0, 0, 1]], seed=4)
check_known_axes(5, [[1e-8, 1e-8j, 3e4, 0], [0, 1e-8, 1e4j, 0], [0, 0, 1e5, 1e-3j]], seed=5)
check_known_axes(3, [[1e9, 3e8j, 2e9, 1], [0, 0, 1e9, 1j]], seed=8)
check_known_axes(5, [[1, 1, 1j, 1], [0, 4e-6, 2e-6, 3e-6], [0, 0, 4e-6, 1e-6j], [0, 0, 0, 1e-5]], seed=6)
check_known_axes(3, [[1, 0.5j, 1], [0, 1e-4, 1e-4j], [0, 0, 1e-5]], seed=7)
### END HIDDEN TESTS

# %% [markdown] task="levels"
# ## 5. Level by level
#
# A Hermitian matrix stands for something that can be measured: its eigenvalues are the possible results, and to each of them belongs a projector. Write `levels(matrix)`.
#
# **Input:** a Hermitian array of shape $(d, d)$. Two of its eigenvalues either agree up to $10^{-10}$ or differ by more than $10^{-3}$.
#
# **Output:** a list of pairs `(value, projector)`, one for each *different* eigenvalue, in increasing order: the eigenvalue as a real number, and the orthogonal projector onto the space of all its eigenvectors, an array of shape $(d, d)$.
#
# **Compared:** the eigenvalues and the entries of the projectors.
#
# *Example:* $\begin{pmatrix} 2 & 0 & 0 \\ 0 & 1 & 0 \\ 0 & 0 & 2 \end{pmatrix}$ has two levels: 1 with the projector $\mathrm{diag}(0, 1, 0)$, and 2 with the projector $\mathrm{diag}(1, 0, 1)$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The projectors of all levels add up to $I$, and $\sum \text{value} \cdot \text{projector}$ is the matrix: so you can test your answer yourself.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `np.linalg.eigh` gives the eigenvalues in increasing order, and the eigenvectors as *columns*. Each eigenvector $v$ gives a projector $|v\rangle\langle v|$. If several eigenvectors belong to the same eigenvalue, add theirs up.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `np.outer(v, v.conj())` is $|v\rangle\langle v|$. Walk through the eigenvalues, and start a new level whenever the eigenvalue is more than $10^{-6}$ above the one of the current level.
#
# </details>


# %% answer="levels"
def levels(matrix):
    ### BEGIN SOLUTION
    found = []
    values, vectors = np.linalg.eigh(matrix)
    for value, vector in zip(values, vectors.T, strict=True):
        part = np.outer(vector, vector.conj())
        if found and value - found[-1][0] < 1e-6:
            found[-1] = (value, found[-1][1] + part)
        else:
            found.append((value, part))
    return found
    ### END SOLUTION


# %% check="levels" points=3
def check_levels(basis, *groups):
    """Each group is an eigenvalue with the columns of the basis that belong to it."""
    matrix, wanted = 0, []
    for value, columns in groups:
        part = basis[:, columns]
        wanted.append((value, part @ part.conj().T))
        matrix = matrix + value * wanted[-1][1]
    assert_implements(levels, [((matrix,), wanted)])


hadamard = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
check_levels(np.eye(3), (1.0, [1]), (2.0, [0, 2]))
check_levels(hadamard, (-1.0, [1]), (1.0, [0]))
check_levels(random_unitary(2, 1), (0.5, [0]), (3.0, [1]))
check_levels(random_unitary(4, 2), (-1.0, [0, 2]), (1.0, [1, 3]))
### BEGIN HIDDEN TESTS
check_levels(np.eye(1), (-2.5, [0]))
check_levels(random_unitary(1, 3), (0.0, [0]))
check_levels(random_unitary(2, 4), (0.25, [0, 1]))
check_levels(random_unitary(3, 5), (-7.0, [0]), (-2.0, [1]), (0.0, [2]))
check_levels(random_unitary(3, 6), (-1.0, [0, 1]), (1.0, [2]))
check_levels(random_unitary(3, 7), (1.0, [0]), (1.002, [1, 2]))
check_levels(random_unitary(4, 8), (-0.003, [0]), (0.0, [1, 2]), (0.003, [3]))
check_levels(random_unitary(5, 9), (-4.0, [0, 3]), (0.5, [1]), (2.0, [2, 4]))
check_levels(random_unitary(4, 12), (1.0, [0, 3]), (2.0, [1, 2]))
check_levels(random_unitary(5, 10), (-200.0, [0, 1, 2, 3]), (300.0, [4]))
check_levels(random_unitary(5, 11), (0.0, [0, 1, 2, 3, 4]))
### END HIDDEN TESTS

# %% [markdown] task="two_laptops"
# ## 6. In your own words: two laptops disagree
#
# Two students run `np.linalg.eigh` on the same Hermitian $3 \times 3$ matrix, which has the eigenvalues 1, 2 and 2. The eigenvalues on both laptops are the same. Of the matrices of eigenvectors not one column is the same. "One of the laptops has a broken library," says one of them. Nothing is broken.
#
# Explain in 80 to 150 words why both can be right. Treat the column of the eigenvalue 1 and the two columns of the eigenvalue 2 **separately**, and say for each what the matrix determines and what it leaves open. Then say what the two students should compare instead, to find out whether their results agree, and why this comparison is not disturbed by what is left open.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="two_laptops" points=4
# ### BEGIN SOLUTION
# If $v$ is an eigenvector with $Mv = \lambda v$, then so is $e^{i\alpha}v$, with the same norm and the same eigenvalue. So for the eigenvalue 1 the matrix determines a line; the unit vector on it is open up to a phase, and the two laptops may have chosen different phases (for real vectors: signs).
#
# For the eigenvalue 2 more is open. Every combination of two eigenvectors with the eigenvalue 2 is again one. The matrix determines the plane, and any orthonormal basis of this plane will do: the pair of columns is open up to a unitary $2 \times 2$ matrix, not only up to two phases.
#
# They should compare the projectors: $|v\rangle\langle v|$ for the eigenvalue 1, where the phases $e^{i\alpha}$ and $e^{-i\alpha}$ cancel, and $|a\rangle\langle a| + |b\rangle\langle b|$ for the eigenvalue 2, which depends on the plane and not on its basis.
# ### END SOLUTION

# %% [markdown] rubric="two_laptops"
# One point for each of the four statements, independent of the others; no half points, and none for style, length or language.
#
# - **1 point, single eigenvalue:** says that the eigenvector of 1 is determined up to a phase (a factor of modulus 1; "a sign" is enough only if the answer speaks of real vectors). "Up to a factor" without saying that the norm is fixed earns no point.
#
# - **1 point, double eigenvalue:** says that every combination of eigenvectors of 2 is one too, or that any orthonormal basis of the plane will do. Only "phases again", or "the order of the two columns", earns no point.
#
# - **1 point, comparison:** names a comparison that works for *both* eigenvalues: the projectors, or the spans (for example by a rank or by overlaps), or that $M V = V D$ and $V^\dagger V = I$ hold for both results. Comparing absolute values of entries earns no point.
#
# - **1 point, why it works:** gives the reason for the comparison it names: the phase cancels in $|v\rangle\langle v|$, and the sum of projectors does not depend on the basis of the plane (or: the equations hold for every valid choice).
#
# Rounding errors as the main reason for the difference take the point of the line they appear in away.

# %% [markdown] task="letters"
# ## 7. Spelling a matrix
#
# Every $2 \times 2$ matrix is a combination of four:
#
# $$I = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}, \quad X = \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}, \quad Y = \begin{pmatrix} 0 & -i \\ i & 0 \end{pmatrix}, \quad Z = \begin{pmatrix} 1 & 0 \\ 0 & -1 \end{pmatrix},$$
#
# and every $2^n \times 2^n$ matrix is a combination of the tensor products of $n$ of them. A product is written as a word: `"XZ"` stands for $X \otimes Z$. Write `spell(matrix)`.
#
# **Input:** an array of shape $(2^n, 2^n)$, $n \ge 1$, real or complex. It need not be Hermitian.
#
# **Output:** a dictionary from words of $n$ letters to numbers, such that the matrix is the sum of number times word. Only words that occur are in it: in each instance a number is either less than $10^{-12}$ in modulus, and then its word is left out, or greater than $10^{-4}$.
#
# **Compared:** the words and their numbers. No instance has more than $n = 4$.
#
# *Example:* $\begin{pmatrix} 3 & 2 \\ 0 & 1 \end{pmatrix} = 2\,I + 1\,X + i\,Y + 1\,Z$, so the answer is `{"I": 2, "X": 1, "Y": 1j, "Z": 1}`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# How do you find the coefficient of a vector along an axis of an orthonormal basis? The words are a basis too, of a space of matrices.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The inner product of two matrices is $\mathrm{tr}(A^\dagger B)$. Two different words have the inner product 0, and a word with itself has $2^n$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For each word from `itertools.product("IXYZ", repeat=n)` build its matrix with `np.kron`, leftmost letter first. The number is `np.trace(word_matrix @ matrix) / 2**n`. (The words are Hermitian, so no conjugation is needed.)
#
# </details>


# %% answer="letters"
def spell(matrix):
    ### BEGIN SOLUTION
    letters = {
        "I": np.eye(2),
        "X": np.array([[0, 1], [1, 0]]),
        "Y": np.array([[0, -1j], [1j, 0]]),
        "Z": np.diag([1, -1]),
    }
    size = len(matrix)
    found = {}
    for word in itertools.product(letters, repeat=size.bit_length() - 1):
        product = np.eye(1)
        for letter in word:
            product = np.kron(product, letters[letter])
        weight = np.trace(product @ matrix) / size
        if abs(weight) > 1e-8:
            found["".join(word)] = weight
    return found
    ### END SOLUTION


# %% check="letters" points=3
def matrix_of(spelling):
    """Put a matrix together entry by entry: each letter of a word acts on one bit of the position."""
    n = len(next(iter(spelling)))
    matrix = np.zeros((2**n, 2**n), dtype=complex)
    for word, weight in spelling.items():
        for column in range(2**n):
            row, factor = column, weight
            for place, letter in enumerate(reversed(word)):
                bit = (column >> place) & 1
                row ^= (letter in "XY") << place
                factor *= {"I": 1, "X": 1, "Y": (1j, -1j)[bit], "Z": (1, -1)[bit]}[letter]
            matrix[row, column] += factor
    return matrix


def check_spelling(spelling):
    """The words that a matrix is made of must be found again."""
    assert_implements(spell, [((matrix_of(spelling),), spelling)])


check_spelling({"I": 2, "X": 1, "Y": 1j, "Z": 1})
check_spelling({"Y": -0.5})
check_spelling({"XZ": 1.5})
check_spelling({"IY": 1, "ZX": 2j, "YI": 3, "XX": -1})
### BEGIN HIDDEN TESTS
check_spelling({"I": 1j})
check_spelling({"Z": 3e-4, "X": -2})
check_spelling({"ZI": 1, "XY": 0.5})
check_spelling({"II": 0.25, "XX": 0.25, "YY": -0.25, "ZZ": 0.25})
check_spelling({"II": 0.1, "ZI": 0.2, "IZ": 0.3, "XY": 0.7j})
check_spelling({"YYX": 2, "IZX": 1 - 1j, "XII": -3e-4})
check_spelling({"ZYX": 1j, "XYZ": 1, "YYY": 0.5, "III": 4})
check_spelling({"XIYZ": 0.75, "ZIII": -2j, "IIIY": 1})
rng = np.random.default_rng(3)
for n in (1, 2, 3):
    words = ["".join(word) for word in itertools.product("IXYZ", repeat=n)]
    numbers = rng.normal(size=len(words)) + 1j * rng.normal(size=len(words))
    check_spelling(dict(zip(words, numbers.tolist(), strict=True)))
### END HIDDEN TESTS

# %% [markdown] task="some_qubits"
# ## 8. A small gate in a large space
#
# The state of $n$ qubits is an array of $2^n$ numbers. A gate on one of them is $I \otimes \cdots \otimes G \otimes \cdots \otimes I$, a matrix of $2^n \times 2^n$ numbers, of which nearly all are zero. For 14 qubits it would fill 4 GiB, for 20 qubits 16 TiB. Write `apply_gate(state, gate, qubits)`, which does without it.
#
# **Input:** `state`, an array of $2^n$ complex numbers; `gate`, an array of shape $(2^k, 2^k)$; `qubits`, a list of $k$ different numbers from 0 to $n - 1$, in any order, $1 \le k \le n$.
#
# The position of an amplitude in `state` is $\sum_j q_j 2^j$, where $q_j$ is the value of qubit $j$: qubit 0 is the rightmost bit. In the rows and columns of `gate` the qubit `qubits[0]` is the rightmost bit, `qubits[1]` the one to its left, and so on. `gate` need not be unitary, and `state` need not be normalised.
#
# **Output:** the array of $2^n$ numbers after the gate has acted on these qubits, and nothing has happened to the others.
#
# **Compared:** the array, entry by entry. **Limit:** instances have up to 14 qubits, and 1 GiB of memory is all there is. So the matrix of $2^n$ rows must not be built as a full array.
#
# *Example:* `apply_gate([1, 0, 0, 0], [[0, 1], [1, 0]], [1])` is `[0, 0, 1, 0]`: qubit 1 is flipped, $|00\rangle \to |10\rangle$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with one qubit $j$. Which pairs of amplitudes does the gate mix? Their positions differ in one bit only.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `state.reshape([2] * n)` has one axis for each qubit, and qubit $j$ is axis $n - 1 - j$. Bring the axes of the chosen qubits to the front, and the gate is an ordinary matrix product on the first $2^k$ rows.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `places = [n - 1 - q for q in reversed(qubits)]`, then `np.moveaxis(tensor, places, range(k))`, then `reshape(2**k, -1)`, then `gate @ ...`. Go back the same way: reshape to `[2] * n`, `np.moveaxis(tensor, range(k), places)`, and flatten.
#
# </details>


# %% answer="some_qubits"
def apply_gate(state, gate, qubits):
    ### BEGIN SOLUTION
    n, k = len(state).bit_length() - 1, len(qubits)
    places = [n - 1 - qubit for qubit in reversed(qubits)]
    tensor = np.moveaxis(np.reshape(state, [2] * n), places, range(k))
    tensor = np.array(gate) @ tensor.reshape(2**k, -1)
    return np.moveaxis(tensor.reshape([2] * n), range(k), places).reshape(-1)
    ### END SOLUTION


# %% check="some_qubits" points=3
def check_gate(n, gate, qubits, seed):
    """Compare with the sum over all positions, written out."""
    rng = np.random.default_rng(seed)
    state = rng.normal(size=2**n) + 1j * rng.normal(size=2**n)
    gate = np.array(gate)
    position = np.arange(2**n)
    column = sum(((position >> qubit) & 1) << place for place, qubit in enumerate(qubits))
    others = position - sum(((position >> qubit) & 1) << qubit for qubit in qubits)
    wanted = np.zeros(2**n, dtype=complex)
    for row in range(len(gate)):
        after = others + sum(((row >> place) & 1) << qubit for place, qubit in enumerate(qubits))
        np.add.at(wanted, after, gate[row, column] * state)
    assert_implements(apply_gate, [((state, gate, list(qubits)), wanted)])


flip = np.array([[0, 1], [1, 0]])
flip_left_if_right = np.array([[1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0], [0, 1, 0, 0]])
assert_same_state(apply_gate(np.eye(4)[0], flip, [1]), "|10>", strict_phase=True)
assert_same_state(apply_gate(np.eye(8)[1], flip_left_if_right, [0, 2]), "|101>", strict_phase=True)
assert_same_state(apply_gate(np.eye(8)[1], flip_left_if_right, [2, 0]), "|001>", strict_phase=True)
check_gate(3, [[1, 2j], [3, 4]], [1], seed=1)
check_gate(4, random_unitary(4, 1), [3, 1], seed=2)
### BEGIN HIDDEN TESTS
check_gate(1, [[1, 2j], [3j, 4]], [0], seed=3)
for qubit in range(4):
    check_gate(4, random_unitary(2, qubit), [qubit], seed=qubit)
check_gate(2, random_unitary(4, 2), [0, 1], seed=4)
check_gate(2, random_unitary(4, 3), [1, 0], seed=5)
check_gate(3, random_unitary(8, 4), [2, 0, 1], seed=6)
check_gate(3, random_unitary(8, 4), [1, 2, 0], seed=7)
check_gate(5, random_unitary(8, 5), [4, 0, 2], seed=8)
check_gate(5, random_unitary(4, 6), [1, 4], seed=9)
check_gate(6, random_unitary(16, 7), [5, 2, 0, 3], seed=10)
check_gate(14, random_unitary(2, 8), [9], seed=11)
check_gate(14, random_unitary(4, 9), [13, 4], seed=12)
### END HIDDEN TESTS

# %% [markdown] task="part_of_gate"
# ## 9. Half a gate
#
# Gates take time. A gate $U$ that is done evenly is half done at half its time: there is a matrix $U^{1/2}$, and doing it twice is $U$. Write `part_of_gate(gate, t)`.
#
# **Input:** `gate`, a unitary array $U$ of shape $(2^n, 2^n)$, $n$ from 1 to 3; a real number `t`, which may be negative, zero or greater than 1.
#
# **Output:** the matrix $U^t = e^{itK}$, where $K$ is the Hermitian matrix with $e^{iK} = U$ whose eigenvalues all lie between $-\pi$ and $\pi$. No eigenvalue of $U$ in any instance is within 0.05 of $-1$, so that there is exactly one such $K$. Eigenvalues of $U$ may coincide.
#
# **Compared:** the matrix, *with* its global phase.
#
# *Example:* half of $\begin{pmatrix} 1 & 0 \\ 0 & i \end{pmatrix}$ is $\begin{pmatrix} 1 & 0 \\ 0 & e^{i\pi/4} \end{pmatrix}$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# For a diagonal matrix the answer is easy. Why is it wrong to take the power of each entry of a matrix that is not diagonal?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $U = V D V^{-1}$ with the eigenvectors as columns of $V$ and the eigenvalues $e^{i\varphi}$ in the diagonal matrix $D$. Then $U^t = V D^t V^{-1}$. A unitary matrix is not Hermitian in general, so `eigh` is of no use here.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `values, vectors = np.linalg.eig(gate)`, then `np.exp(1j * t * np.angle(values))` on the diagonal. If two eigenvalues coincide, `eig` need not return orthogonal eigenvectors: multiply by the *inverse* of their matrix, not by its adjoint.
#
# </details>


# %% answer="part_of_gate"
def part_of_gate(gate, t):
    ### BEGIN SOLUTION
    values, vectors = np.linalg.eig(gate)
    return vectors @ np.diag(np.exp(1j * t * np.angle(values))) @ np.linalg.inv(vectors)
    ### END SOLUTION


# %% check="part_of_gate" points=3
def check_part(basis, angles, t):
    """A gate with known eigenvectors, and the angles of its eigenvalues."""
    angles = np.array(angles)
    gate, wanted = (rebuilt(basis, np.exp(1j * angles * time)) for time in (1, t))
    assert_implements(
        part_of_gate,
        [((gate, t), wanted)],
        compare=lambda actual, expected: assert_same_unitary(actual, expected, strict_phase=True),
    )


hadamard = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
check_part(np.eye(2), [0, np.pi / 2], 0.5)
check_part(hadamard, [0, np.pi / 2], 0.5)
check_part(random_unitary(2, 1), [-2.5, 1.2], 1 / 3)
check_part(random_unitary(4, 2), [0.4, 0.4, -1.0, 2.0], -0.5)
### BEGIN HIDDEN TESTS
check_part(hadamard, [-0.3, 2.9], 2.5)
check_part(random_unitary(2, 3), [-3.0, 3.0], 0.5)
check_part(random_unitary(2, 4), [1.0, 1.0], 0.75)
check_part(np.eye(8), [1.9] * 8, 0.3)
check_part(np.eye(4), [0.9, -0.4, 0.9, 2.0], -0.7)
check_part(random_unitary(2, 5), [-2.0, 0.5], 0)
check_part(random_unitary(2, 6), [-2.0, 0.5], 1)
check_part(random_unitary(4, 7), [3.0, -3.0, 1.5, 0.0], 0.25)
check_part(random_unitary(4, 8), [-1.0, 1.0, -1.0, 1.0], 1.5)
for seed in range(6):
    check_part(random_unitary(4, 20 + seed), [0.7, 0.7, 0.7, -2.2], 0.4)
    check_part(random_unitary(8, 30 + seed), [0, 0, 0, 0, 2.4, 2.4, -0.8, 1.1], -1.3)
# gates that leave one qubit alone have each eigenvalue at least twice
for seed in range(3):
    small = random_unitary(2, 40 + seed)
    check_part(np.kron(np.eye(2), small), [1.9, -0.6, 1.9, -0.6], 0.5)
    check_part(np.kron(small, np.eye(2)), [1.9, 1.9, -0.6, -0.6], 0.5)
### END HIDDEN TESTS

# %% [markdown] task="together"
# ## 10. Two questions at once
#
# Two quantities can be measured together if there is *one* orthonormal basis in which both matrices are diagonal. If there is, a computer should find it; if not, it should say so. Write `common_basis(matrices)`.
#
# **Input:** a list of one or more Hermitian arrays, all of shape $(d, d)$. Eigenvalues may coincide.
#
# **Output:** if there is an orthonormal basis of eigenvectors common to *all* of the matrices: an array of shape $(d, d)$ whose columns are such a basis, in any order. If there is none: `None`.
#
# **Compared:** whether $V^\dagger V = I$, and every column of $V$ is an eigenvector of every matrix, up to $10^{-6}$; or whether the answer is `None`. Every common basis is right.
#
# In each instance any two of the matrices commute up to $10^{-11}$ in every entry, or two of them miss it by more than $10^{-3}$. Two eigenvalues of a matrix agree up to $10^{-11}$ or differ by more than $10^{-2}$. All entries are at most 10 in modulus.
#
# *Example:* $Z \otimes I$ and $I \otimes Z$ have the common basis $(1,0,0,0), (0,1,0,0), \ldots$. $X$ and $Z$ have none.
#
# <details><summary>Hint 1: a nudge</summary>
#
# A common basis exists exactly if any two of the matrices commute. If the first matrix has no coinciding eigenvalues, it has only one basis (up to phases and order), and you are done. What is left open if two of its eigenvalues coincide?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Within the space of one eigenvalue of the first matrix, every basis is as good as any other. So you can choose it such that it suits the second matrix, which maps this space to itself because it commutes with the first. Where eigenvalues of the second coincide too, there is still room for the third, and so on.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Keep a list of blocks, arrays whose columns span a space that is not yet divided; at the beginning one block, the identity matrix. For each matrix replace each block $B$: `values, vectors = np.linalg.eigh(B.conj().T @ matrix @ B)`, then `B @ vectors`, cut into pieces wherever two neighbouring eigenvalues differ. (Another way: a sum of the matrices with random factors has, almost surely, only common eigenvectors. Why?)
#
# </details>


# %% answer="together"
def common_basis(matrices):
    ### BEGIN SOLUTION
    for a, b in itertools.combinations(matrices, 2):
        if np.max(np.abs(a @ b - b @ a)) > 1e-6:
            return None
    blocks = [np.eye(len(matrices[0]))]
    for matrix in matrices:
        finer = []
        for block in blocks:
            values, vectors = np.linalg.eigh(block.conj().T @ matrix @ block)
            cuts = np.flatnonzero(np.diff(values) > 1e-6) + 1
            finer += np.split(block @ vectors, cuts, axis=1)
        blocks = finer
    return np.hstack(blocks)
    ### END SOLUTION


# %% check="together" points=4
def check_common(*matrices):
    """The basis is orthonormal, and every matrix is diagonal in it."""
    basis = common_basis([np.array(matrix) for matrix in matrices])
    assert_orthonormal(basis, span=np.eye(len(matrices[0])))
    basis = np.array(basis)
    for matrix in matrices:
        values = np.diag(basis.conj().T @ matrix @ basis)
        assert_eigenpairs((values, basis), matrix)


def check_none(*matrices):
    """No common basis exists."""
    assert_close(common_basis([np.array(matrix) for matrix in matrices]), None)


x, y, z = np.array([[0, 1], [1, 0]]), np.array([[0, -1j], [1j, 0]]), np.diag([1, -1])
check_common([[2, 1j], [-1j, 2]])
check_common(np.kron(z, np.eye(2)), np.kron(np.eye(2), z))
check_common(np.kron(x, x), np.kron(z, z))
check_none(x, z)
other = random_unitary(4, 1)
check_common(rebuilt(other, [1, 1, 2, 2]), rebuilt(other, [0, 3, 3, 0]))
### BEGIN HIDDEN TESTS
check_common([[3.0]])
check_common(np.eye(2), y)
check_common(y, np.eye(2), y)
check_common(np.eye(3), np.eye(3))
check_common(np.kron(x, x), np.kron(y, y), np.kron(z, z))
check_common(np.kron(x, y), np.kron(y, x))
check_common(np.kron(np.kron(x, x), np.eye(2)), np.kron(np.eye(2), np.kron(x, x)), np.kron(z, np.kron(z, z)) * 2)
check_none(np.eye(2), x, y)
check_none(x, np.eye(2), z)
check_none(np.eye(2), np.eye(2), z, np.eye(2), y)
check_none(np.kron(x, np.eye(2)), np.kron(z, x))
check_none(np.diag([1, 1, 2]), np.diag([1, 2, 2]), rebuilt(random_unitary(3, 2), [0, 1, 1]))
check_none(np.kron(np.eye(2), x), np.kron(x, np.eye(2)), np.kron(z, np.eye(2)))
check_none([[1, 1e-2], [1e-2, 2]], np.diag([1.0, 1.2]))
for d, seed in [(3, 3), (4, 4), (5, 5), (5, 6)]:
    other = random_unitary(d, seed)
    rng = np.random.default_rng(seed)
    check_common(*(rebuilt(other, rng.integers(-1, 2, size=d)) for _ in range(4)))
    check_common(*(rebuilt(other, np.arange(d) == place) for place in range(d)))
    check_common(rebuilt(other, np.arange(d)), rebuilt(other, np.arange(d) % 2))
    check_common(rebuilt(other, np.arange(d) // 2), rebuilt(other, -(np.arange(d) % 2)))
    check_common(rebuilt(other, np.arange(d) == 0), rebuilt(other, 0.02 * np.arange(d)))
    check_none(rebuilt(other, np.arange(d)), rebuilt(random_unitary(d, 50 + seed), np.arange(d)))
# equal sums must not hide different pairs of eigenvalues
other = random_unitary(4, 9)
check_common(rebuilt(other, [0, 1, 2, 3]), rebuilt(other, [3, 2, 1, 0]))
check_common(rebuilt(other, [0, 0, 1, 1]), rebuilt(other, [0, 2, -2, 0]))
check_common(rebuilt(other, [0, 1, 0, 1]), rebuilt(other, [1, 0, 1, 0]), rebuilt(other, [1, 1, 0, 0]))
### END HIDDEN TESTS
