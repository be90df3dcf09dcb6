# %% [markdown]
# # Complex numbers, vectors and matrices in Python
#
# Headphones that cancel noise play a second sound into your ear, and the result is silence. Two things were added, and nothing is left. Probabilities cannot do this: they are never negative, so the sum of two is never smaller than either. A quantum computer calculates with numbers that *can* cancel. Each possible result has an arrow; a step of the program turns the arrows and adds them up; and the results whose arrows cancel do not occur.
#
# **Why arrows that turn, and how do you calculate with them in Python?** At the end of this lesson you will know, and you will read the formulas of all later modules without stopping.
#
# No physics is needed. You need school algebra, sine and cosine, and a little Python: functions, lists, loops. Where quantum computing wants a piece of this mathematics, one paragraph says what for. Plan about one hour, and run every cell yourself.

# %% [markdown]
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. calculate with complex numbers as arrows, in both forms, and find all roots of a number (1.2 I A1);
# 2. compute lengths, inner products and coefficients of complex vectors in NumPy, and build an orthonormal basis (1.2 I A2);
# 3. read a matrix as a map, and recognise Hermitian and unitary matrices and projectors, with rounding errors (1.2 I A2);
# 4. take a matrix apart into eigenvalues and projectors, and compute functions of it, such as $e^{iHt}$ (1.2 I A2);
# 5. put small spaces together to a large one with the tensor product, in Qiskit's order, without building the large matrix (1.2 I B1).
#
# The tags in brackets name sub-domain, area and level of the European Competence Framework for Quantum Technologies (DOI 10.2759/389764).

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.linalg import expm

np.set_printoptions(precision=4, suppress=True)


def draw_arrow(axes, end, start=0, **style):
    """Draw a complex number as an arrow in the plane."""
    start, step = complex(start), complex(end) - complex(start)
    axes.quiver(
        start.real, start.imag, step.real, step.imag,
        angles="xy", scale_units="xy", scale=1, width=0.012, zorder=3, **style,
    )  # fmt: skip


def complex_plane(axes, reach, title):
    """Prepare axes of the same scale in both directions, from -reach to reach."""
    axes.axhline(0, color="gray", linewidth=0.8)
    axes.axvline(0, color="gray", linewidth=0.8)
    axes.set(xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal", title=title)
    axes.set_xlabel("real part")
    axes.set_ylabel("imaginary part")
    axes.grid(alpha=0.3)


# %% [markdown]
# ## 1. Complex numbers are arrows
#
# ### Adding
#
# A complex number $z = a + bi$ is a pair of real numbers, the *real part* $a$ and the *imaginary part* $b$. Draw it as an arrow in the plane: $a$ to the right, $b$ up. Adding two numbers puts the second arrow at the tip of the first. In Python $i$ is written `1j`: the letter alone would be a variable.
#
# ### Multiplying
#
# There is one further rule: $i \cdot i = -1$. All the rest follows by multiplying out as usual. But what does multiplication do to an arrow?
#
# **Before you run the next cell:** multiply $2 + i$ by $i$ on paper. How does the new arrow lie to the old one? And after three more times?

# %%
z = 2 + 1j
powers = [z, z * 1j, z * 1j**2, z * 1j**3]
print(powers)

figure, axes = plt.subplots(figsize=(4.5, 4.5))
complex_plane(axes, 2.6, "2 + i times powers of i")
for k, arrow in enumerate(powers):
    draw_arrow(axes, arrow, color=f"C{k}", label=["z", "i z", "i² z = −z", "i³ z"][k])
axes.legend(loc="upper left", fontsize=8)
plt.show()

# %% [markdown]
# *Figure 1. Multiplication by $i$ is a quarter turn to the left. Two quarter turns make a half turn, and this is the whole mystery of $i^2 = -1$.*
#
# ### Length and angle
#
# An arrow is known as well from its length $r$ and its angle $\varphi$ against the positive real axis, counted to the left, in radians. This is the *polar form*:
#
# $$z = a + bi = r(\cos\varphi + i \sin\varphi), \qquad r = |z| = \sqrt{a^2 + b^2}.$$
#
# In Python: `abs(z)` and `np.angle(z)`; the angle lies between $-\pi$ and $\pi$. In polar form multiplication becomes easy: **the lengths are multiplied, and the angles are added.** (Multiply $(\cos\alpha + i\sin\alpha)(\cos\beta + i\sin\beta)$ out, and you find the addition theorems of sine and cosine.)
#
# So multiplication by a number of length 1 is a pure turn. Such a number has a shorter name, by Euler's formula of 1748:
#
# $$e^{i\varphi} = \cos\varphi + i\sin\varphi .$$
#
# Why should the exponential function have anything to do with turning? Put $i\varphi$ into its series $e^x = 1 + x + \frac{x^2}{2} + \frac{x^3}{6} + \ldots$ Each term has one more factor $i$ than the one before: each arrow of the sum turns by a quarter against the last one.
#
# **Before you run the next cell:** for $\varphi = 2$ the arrows have the lengths $1, 2, 2, 1.33, 0.67, \ldots$ Lay them tip to tail, each turned to the left by a quarter. Where will the chain end?

# %%
phi = 2.0
term, corner = 1 + 0j, 0 + 0j
corners = [corner]
for k in range(1, 15):
    corner += term
    corners.append(corner)
    term *= 1j * phi / k

print("end of the chain: ", corners[-1])
print("cos φ + i sin φ:  ", complex(np.cos(phi), np.sin(phi)))

circle = np.exp(1j * np.linspace(0, 2 * np.pi, 200))
figure, axes = plt.subplots(figsize=(4.8, 4.5))
complex_plane(axes, 2.3, "The series of exp(2i) as a chain of arrows")
axes.plot(circle.real, circle.imag, color="gray", linewidth=1)
for k in range(8):
    draw_arrow(axes, corners[k + 1], corners[k], color=f"C{k}")
end = corners[-1]
axes.plot(end.real, end.imag, "k*", markersize=12, zorder=4, label="cos 2 + i sin 2")
axes.legend(loc="lower right")
plt.show()

# %% [markdown]
# *Figure 2. Each term of the series is an arrow at a right angle to the one before it. The chain winds in to a point on the circle of radius 1, at the angle 2.*
#
# In short: $z = r\,e^{i\varphi}$, and $r_1 e^{i\alpha} \cdot r_2 e^{i\beta} = r_1 r_2\, e^{i(\alpha + \beta)}$.
#
# ### The mirror image
#
# The *complex conjugate* $z^* = a - bi = r e^{-i\varphi}$ is the arrow mirrored at the real axis. Multiplying $z$ by its mirror image takes the turn away and leaves the squared length, a real number that is never negative:
#
# $$z^* z = |z|^2 = a^2 + b^2 .$$
#
# Keep this formula; lengths of vectors and all probabilities come from it. Note that $z^2$ is something else: $(1 + i)^2 = 2i$, while $|1 + i|^2 = 2$.
#
# ### The computer rounds
#
# **Before you run the next cell:** Euler's formula says that $e^{i\pi} = -1$. What will Python print for `np.exp(1j * np.pi) == -1`?

# %%
minus_one = np.exp(1j * np.pi)
print(repr(minus_one))
print("equal:      ", minus_one == -1)
print("close:      ", np.isclose(minus_one, -1))
print("|z|²:       ", abs(minus_one) ** 2, "  z times conj(z):", minus_one * np.conj(minus_one))

# %% [markdown]
# About 16 digits are kept, and $\pi$ is not among the numbers that fit. **Never compare computed numbers with `==`;** use `np.isclose` or `np.allclose`, which allow for rounding. And a number like `1.2e-16j` in a result is a rounding error that wants to be a zero, not a discovery. If a formula guarantees a real result, take `.real` at the end; but look at the imaginary part first, because a large one means that the formula is wrong.
#
# ### A full turn in n steps
#
# Take $n$ arrows of length 1, each turned against the last by the $n$-th part of a full turn: $1, \omega, \omega^2, \ldots$ with $\omega = e^{2\pi i/n}$. They are the *$n$-th roots of 1*, because $\omega^n = e^{2\pi i} = 1$, and so is every power of $\omega$.
#
# **Before you run the next cell:** lay the five arrows for $n = 5$ tip to tail. Where does the chain end? Then use every second power instead: $1, \omega^2, \omega^4, \omega^6, \omega^8$. And every fifth: $1, \omega^5, \omega^{10}, \ldots$?

# %%
omega = np.exp(2j * np.pi / 5)
figure, panels = plt.subplots(1, 3, figsize=(10.5, 3.8))
for axes, skip in zip(panels, [1, 2, 5], strict=True):
    arrows = omega ** (skip * np.arange(5))
    corners = np.concatenate([[0], np.cumsum(arrows)])
    complex_plane(axes, 2.0, f"powers of ω in steps of {skip}")
    for k in range(5):
        draw_arrow(axes, corners[k + 1], corners[k], color=f"C{k}")
    if skip == 5:
        axes.set(xlim=(-0.5, 5.5), ylim=(-3, 3))
    print(f"steps of {skip}: the sum is", np.round(arrows.sum(), 12) + 0)
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 3. Five arrows tip to tail. In steps of 1 they close to a pentagon, in steps of 2 to a star; only if all of them point the same way do they add up.*
#
# **All or nothing:** if $\ell$ is a multiple of $n$, the sum of $\omega^{\ell k}$ over $k = 0, \ldots, n - 1$ is $n$. For every other integer $\ell$ it is 0. The reason needs no calculation: turning the whole figure by $\omega^\ell$ exchanges its arrows among each other, so the sum stays the same; and only the number 0 stays the same when it is turned.
#
# > **What quantum computing wants it for.** A quantum program gives arrows ("amplitudes") to possible results, and $|z|^2$ is the probability of a result. The quantum Fourier transform, the heart of Shor's algorithm, lets the arrows of wrong results close to such polygons and vanish, while those of right results line up.
#
# **Try:** change the 5 into a 6 and look at steps of 2 and 3. Which arrows occur twice?

# %% [markdown]
# ## 2. Vectors, and how alike they are
#
# ### A list of numbers
#
# A vector with $d$ entries is a list of $d$ complex numbers, in NumPy an array. Vectors of the same size are added entry by entry, and a number times a vector multiplies every entry. If you multiply a whole vector by $e^{i\alpha}$, every one of its arrows turns by the same angle.
#
# ### The inner product
#
# How long is a vector, and how much do two vectors have in common? With real numbers you know the answer: multiply entry by entry and add up. **Before you run the next cell:** do this with the vector $v = (1, i)$ and itself. Is the result a good squared length?

# %%
v = np.array([1, 1j])
print("np.dot(v, v)  =", np.dot(v, v))
print("np.vdot(v, v) =", np.vdot(v, v))

# %% [markdown]
# Without conjugation a vector that is not zero would have the length zero, since $1 \cdot 1 + i \cdot i = 0$. The cure is $z^* z = |z|^2$ from above: conjugate one of the two factors. The **inner product** of $u$ and $v$ is
#
# $$\langle u | v\rangle = \sum_k u_k^*\, v_k, \qquad \|v\| = \sqrt{\langle v|v\rangle} = \sqrt{\textstyle\sum_k |v_k|^2}.$$
#
# Here, as everywhere in quantum computing, the **left** factor is conjugated; some mathematics books conjugate the right one. In NumPy this is `np.vdot(u, v)`. The function `np.dot` and the sign `@` conjugate nothing: for two vectors `u @ v` is *not* the inner product as soon as a number is complex. `np.linalg.norm(v)` is the length, called the *norm*.
#
# Exchanging the two conjugates the result: $\langle v|u\rangle = \langle u|v\rangle^*$. And the Cauchy-Schwarz inequality bounds it: $|\langle u|v\rangle| \le \|u\|\,\|v\|$, with equality only if one is a multiple of the other. So for vectors of norm 1 the number $|\langle u|v\rangle|$ lies between 0 (nothing in common, *orthogonal*) and 1 (the same up to a phase).
#
# **Before you run the next cell:** are $(1, i)$ and $(1, -i)$ orthogonal? And $(1, i)$ and $(i, -1)$?

# %%
u, w = np.array([1, -1j]), np.array([1j, -1])
print("<v|u> =", np.vdot(v, u), "   without conjugation:", np.dot(v, u))
print("<v|w> =", np.vdot(v, w), "   without conjugation:", np.dot(v, w))
print("w / v =", w / v)

# %% [markdown]
# The first two are orthogonal, although `np.dot` says 2. The last two have as much in common as is possible: $w = i\,v$ is the same vector, turned as a whole. Whoever forgets the conjugation gets both answers wrong.
#
# ### Orthonormal bases
#
# An *orthonormal basis* is a set of $d$ vectors $b_1, \ldots, b_d$ of norm 1, each orthogonal to all others. Its use: every vector is a combination of them, and each coefficient is one inner product.
#
# $$v = \sum_k c_k\, b_k, \qquad c_k = \langle b_k | v\rangle, \qquad \|v\|^2 = \sum_k |c_k|^2 .$$
#
# To see why, take the inner product of $b_k$ with the first equation: all terms but one vanish. The picture shows it for real vectors with two entries.

# %%
vector = np.array([1.6, 1.2])
turned = [np.array([np.cos(0.35), np.sin(0.35)]), np.array([-np.sin(0.35), np.cos(0.35)])]
standard = [np.array([1.0, 0]), np.array([0, 1.0])]
bases = {"basis (1, 0), (0, 1)": standard, "a turned basis": turned}

figure, panels = plt.subplots(1, 2, figsize=(9, 4.2))
for axes, (title, basis) in zip(panels, bases.items(), strict=True):
    complex_plane(axes, 2.1, title)
    axes.set(xlim=(-0.6, 2.1), ylim=(-0.4, 2.1))
    axes.set(xlabel="first entry", ylabel="second entry")
    draw_arrow(axes, complex(*vector), color="black", label="v")
    for k, axis in enumerate(basis):
        coefficient = np.vdot(axis, vector)
        foot = coefficient * axis
        axes.plot(*zip(vector, foot, strict=True), ":", color=f"C{k}")
        axes.plot(*zip([0, 0], foot, strict=True), color=f"C{k}", linewidth=5, alpha=0.3)
        label = f"b{k + 1}: coefficient {coefficient:.3f}"
        draw_arrow(axes, complex(*axis), color=f"C{k}", label=label)
    axes.legend(loc="upper left", fontsize=9)
plt.show()
for title, basis in bases.items():
    squares = [np.vdot(axis, vector) ** 2 for axis in basis]
    print(title, "  sum of the squares:", round(sum(squares), 10))

# %% [markdown]
# *Figure 4. The same vector in two bases. A coefficient is the length of the shadow that $v$ throws on an axis (thick line). The coefficients differ, and the sum of their squares is the same, 4: it is the squared length of $v$, by Pythagoras.*
#
# Complex bases work in the same way, only that they cannot be drawn on paper. Here is one:

# %%
b1, b2 = np.array([1, 1j]) / np.sqrt(2), np.array([1, -1j]) / np.sqrt(2)
some = np.array([0.6, 0.8j])
c1, c2 = np.vdot(b1, some), np.vdot(b2, some)
print("coefficients:", c1, c2)
print("put together:", c1 * b1 + c2 * b2)
print("norm squared:", abs(c1) ** 2 + abs(c2) ** 2)

# %% [markdown]
# > **What quantum computing wants it for.** The state of a qubit is a vector of norm 1 with two complex entries. A measurement asks for an orthonormal basis; the results are its members, and the probability of result $k$ is $|\langle b_k|v\rangle|^2$. They add up to 1 because the norm is 1. In Dirac's notation (1939) the vector is written $|v\rangle$, a *ket*, and the operation "inner product with $u$" is written $\langle u|$, a *bra*.
#
# **Try:** multiply `some` by `np.exp(0.7j)`. Which of the printed numbers change, and which do not? Could any measurement notice?

# %% [markdown]
# ## 3. Matrices are maps
#
# ### The columns tell everything
#
# A matrix $M$ turns a vector $v$ into a vector $Mv$, and it is *linear*: $M(\alpha u + \beta v) = \alpha\, Mu + \beta\, Mv$. So it is enough to know what becomes of the basis vectors $(1, 0)$ and $(0, 1)$; all other vectors are combinations of these. What becomes of them is written in the matrix: **column $k$ is the image of basis vector $k$.** To write a matrix down, ask where each basis vector goes, and put the answers side by side.
#
# **Before you run the next cell:** the matrix has the columns $(1, 0.5)$ and $(-0.5, 1)$. What does it do to the letter F?

# %%
stem = [[0, 0], [0, 1], [0.5, 1], [0, 1], [0, 0.55], [0.35, 0.55]]
letter = (np.array(stem) + [0.2, 0.15]).T


def draw_letter(axes, matrix, title):
    """Show what a real 2 × 2 matrix makes of the letter F and of the two basis vectors."""
    complex_plane(axes, 1.7, title)
    axes.set(xlabel="first entry", ylabel="second entry")
    axes.plot(*letter, color="lightgray", linewidth=5)
    axes.plot(*(matrix @ letter), color="black", linewidth=3, marker="o", markersize=2)
    for k in range(2):
        draw_arrow(axes, complex(*matrix[:, k]), color=f"C{k}", label=f"column {k}")
    axes.legend(loc="lower left", fontsize=8)


figure, axes = plt.subplots(figsize=(4.3, 4.3))
draw_letter(axes, np.array([[1, -0.5], [0.5, 1]]), "turned and enlarged")
plt.show()

# %% [markdown]
# *Figure 5. The gray F becomes the black one. The two arrows are the images of $(1, 0)$ and $(0, 1)$, which are the columns of the matrix.*
#
# ### `@` is not `*`
#
# The product $AB$ is the map "first $B$, then $A$": the map next to the vector acts first, so **a product is read from right to left.** Its entries are sums of products of a row of $A$ with a column of $B$. In NumPy this is `A @ B`. The star multiplies entry by entry, without any error message, and is hardly ever what you want.
#
# **Before you run the next cell:** $R$ turns by a quarter to the left, $S$ mirrors at the vertical axis (the first entry changes its sign). Will $RS$ and $SR$ do the same to the F?

# %%
R = np.array([[0, -1], [1, 0]])
S = np.array([[-1, 0], [0, 1]])

figure, panels = plt.subplots(1, 3, figsize=(12, 4))
draw_letter(panels[0], R @ S, "R @ S: first mirror, then turn")
draw_letter(panels[1], S @ R, "S @ R: first turn, then mirror")
draw_letter(panels[2], R * S, "R * S: entry by entry")
figure.tight_layout()
plt.show()
print("R * S =", (R * S).tolist())

# %% [markdown]
# *Figure 6. The order matters: the first two F differ. The star gives no composition at all: here its product is the zero matrix, and the F has shrunk to a point.*
#
# The difference $AB - BA$ is called the *commutator*. If it is zero, the two matrices *commute*, and the order does not matter.
#
# > **What quantum computing wants it for.** Gates are matrices. A circuit is drawn from left to right, and its matrix is written from right to left: "first $A$, then $B$" is $BA$. Much confusion comes from forgetting this.
#
# **Try:** find two matrices that are not multiples of the identity, and that commute. (Two turns do. Why?)

# %% [markdown]
# ## 4. Adjoint, unitary, Hermitian
#
# ### The adjoint
#
# Transposing exchanges rows and columns. In complex spaces the useful operation is a different one: transpose *and* conjugate. The result is the **adjoint** $M^\dagger$ (say "M dagger"), in NumPy `M.conj().T`. What makes it useful: it moves a matrix from one side of an inner product to the other,
#
# $$\langle u | M v\rangle = \langle M^\dagger u | v\rangle \quad\text{for all } u, v, \qquad (AB)^\dagger = B^\dagger A^\dagger .$$
#
# **Before you run the next cell:** would the transpose alone, `M.T`, do the same?

# %%
rng = np.random.default_rng(2)
M = rng.normal(size=(2, 2)) + 1j * rng.normal(size=(2, 2))
u, v = rng.normal(size=(2, 2)) + 1j * rng.normal(size=(2, 2))

print("<u|Mv>               ", np.vdot(u, M @ v))
print("with M.conj().T      ", np.vdot(M.conj().T @ u, v))
print("with M.T             ", np.vdot(M.T @ u, v))

# %% [markdown]
# The first two are the same number (their last digits differ by rounding), the third is another one. For real matrices `M.T` and `M.conj().T` agree, and so the mistake stays hidden until the first complex number comes along.
#
# ### Unitary: lengths and angles stay
#
# A square matrix $U$ is **unitary** if $U^\dagger U = I$. Then $\langle Uu|Uv\rangle = \langle u|U^\dagger U v\rangle = \langle u|v\rangle$: all inner products stay as they are, and so do all lengths. Its columns are the images of an orthonormal basis, so they are orthonormal themselves; in fact $U^\dagger U = I$ says just that, entry by entry. And it can be undone: $U^{-1} = U^\dagger$.
#
# ### Hermitian: equal to its adjoint
#
# A matrix $H$ is **Hermitian** if $H^\dagger = H$. Its diagonal is real, and entries that are mirror images at the diagonal are conjugates of each other. With real numbers this means: symmetric.
#
# **Before you run the next cell:** which of the four matrices are Hermitian, and which are unitary?
#
# $$X = \begin{pmatrix} 0 & 1 \\ 1 & 0\end{pmatrix}, \quad Y = \begin{pmatrix} 0 & -i \\ i & 0\end{pmatrix}, \quad T = \begin{pmatrix} 1 & 0 \\ 0 & e^{i\pi/4}\end{pmatrix}, \quad A = \begin{pmatrix} 1 & i \\ i & 1\end{pmatrix}$$

# %%
X, Y, Z = np.array([[0, 1], [1, 0]]), np.array([[0, -1j], [1j, 0]]), np.diag([1, -1])
T = np.diag([1, np.exp(1j * np.pi / 4)])
A = np.array([[1, 1j], [1j, 1]])

for name, matrix in [("X", X), ("Y", Y), ("T", T), ("A", A)]:
    adjoint = matrix.conj().T
    print(
        name,
        " Hermitian:", np.allclose(adjoint, matrix),
        " unitary:", np.allclose(adjoint @ matrix, np.eye(2)),
        " equal to its transpose:", np.allclose(matrix.T, matrix),
    )  # fmt: skip

# %% [markdown]
# $X$ and $Y$ are both, $T$ is unitary only, and $A$ is neither, although it equals its transpose: for complex matrices symmetric and Hermitian are different things. ($A/\sqrt2$ would be unitary.)
#
# Note how the test is written: with `np.allclose`, not with `==`.
#
# > **What quantum computing wants it for.** Gates are unitary, because probabilities must add up to 1 before and after; so every gate can be undone. What can be measured, such as an energy, is described by a Hermitian matrix, because results of measurements are real numbers, as the next section shows.
#
# **Try:** multiply two Hermitian matrices, `X @ Y`. Is the product Hermitian? When is it? (Write down $(AB)^\dagger$ first.)

# %% [markdown]
# ## 5. Directions that stay
#
# ### Eigenvalues and eigenvectors
#
# Most vectors change their direction under a matrix. Those that do not are its **eigenvectors**: $Mv = \lambda v$ with $v \ne 0$. The number $\lambda$ is the **eigenvalue**. In a basis of eigenvectors the matrix is diagonal, and everything about it becomes easy.
#
# **Before you run the next cell:** three real matrices act on the unit circle. One is symmetric, one is not, and one is a turn. For each: which directions stay?

# %%
symmetric = np.array([[1.2, 0.5], [0.5, 0.8]])
skewed = np.array([[1.2, 0.9], [0.1, 0.8]])
turn = np.array([[np.cos(0.8), -np.sin(0.8)], [np.sin(0.8), np.cos(0.8)]])

matrices = {"symmetric": symmetric, "not symmetric": skewed, "turn": turn}

figure, panels = plt.subplots(1, 3, figsize=(12, 4))
points = np.array([circle.real, circle.imag])
for axes, (title, matrix) in zip(panels, matrices.items(), strict=True):
    complex_plane(axes, 2.1, title)
    axes.set(xlabel="first entry", ylabel="second entry")
    axes.plot(*points, color="lightgray", linewidth=3)
    axes.plot(*(matrix @ points), color="black")
    draw_arrow(axes, 1, color="lightgray")
    draw_arrow(axes, complex(*matrix[:, 0]), color="black")
    values, vectors = np.linalg.eig(matrix)
    for k in range(2):
        if abs(values[k].imag) < 1e-9:
            x, y = 1.8 * vectors[:, k].real
            label = f"eigenvalue {values[k].real:.2f}"
            axes.plot([-x, x], [-y, y], "--", color=f"C{k}", label=label)
    if np.isrealobj(values):
        axes.legend(loc="lower right", fontsize=8)
    print(f"{title:14}", values)
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 7. What three matrices make of the unit circle and of the vector $(1, 0)$ (gray: before, black: after). Dashed: directions that stay. For the symmetric matrix they are perpendicular, and they are the axes of the ellipse; for the second they are not. The turn leaves no real direction as it is: its eigenvalues are complex.*
#
# NumPy has two functions for this, and it pays to know both.
#
# - `np.linalg.eig(M)` is for any square matrix. The eigenvalues come in no particular order, and the eigenvectors need not be orthogonal.
#
# - `np.linalg.eigh(H)` is for Hermitian matrices *only*. Eigenvalues are real and in increasing order, eigenvectors orthonormal. It looks at one triangle of the matrix and believes the rest: give it a matrix that is not Hermitian, and it answers without complaint, and wrongly.
#
# Both return the eigenvectors as **columns**: `vectors[:, k]` belongs to `values[k]`. To take the rows instead is one of the most common mistakes.
#
# ### Two theorems, seen
#
# **Before you run the next cell:** three random $40 \times 40$ matrices, one Hermitian, one unitary, one without any property. Where in the complex plane do their eigenvalues lie?

# %%
size = 40
general = rng.normal(size=(size, size)) + 1j * rng.normal(size=(size, size))
general = general / np.sqrt(2 * size)
hermitian = (general + general.conj().T) / np.sqrt(2)
unitary, _ = np.linalg.qr(general)
matrices = {"Hermitian": hermitian, "unitary": unitary, "neither": general}

figure, panels = plt.subplots(1, 3, figsize=(12, 4))
for axes, (title, matrix) in zip(panels, matrices.items(), strict=True):
    values = np.linalg.eigvals(matrix)
    complex_plane(axes, 2.2, title)
    axes.plot(circle.real, circle.imag, color="lightgray")
    axes.plot(values.real, values.imag, ".", color="C0")
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 8. Eigenvalues of three random matrices in the complex plane; gray: the circle of radius 1. Hermitian: on the real axis. Unitary: on the circle. Otherwise: anywhere.*
#
# **Hermitian matrices have real eigenvalues, unitary matrices have eigenvalues $e^{i\varphi}$, and both have an orthonormal basis of eigenvectors.** The first in one line: if $Hv = \lambda v$, then $\lambda\langle v|v\rangle = \langle v|Hv\rangle = \langle Hv|v\rangle = \lambda^*\langle v|v\rangle$. The second: $U$ keeps the length of $v$, so $|\lambda| = 1$. For the basis: let $Hv = \lambda v$ and $Hw = \mu w$. Then $\lambda\langle w|v\rangle = \langle w|Hv\rangle = \langle Hw|v\rangle = \mu\langle w|v\rangle$. So if $\lambda \ne \mu$, the inner product must be 0.
#
# (Both are *normal*, which means $M^\dagger M = MM^\dagger$. The spectral theorem says that exactly the normal matrices have an orthonormal basis of eigenvectors.)
#
# ### How much of an eigenvector is determined?
#
# If $v$ is an eigenvector of norm 1, so is $e^{i\alpha}v$. So **eigenvectors are determined up to a phase at best.** If an eigenvalue occurs more than once, less is determined: every combination of its eigenvectors is one too, and the computer has to choose *some* orthonormal basis of them.
#
# **Before you run the next cell:** `swap` exchanges the entries 1 and 2 of a vector with four entries. It has the eigenvalues $-1, 1, 1, 1$. A second matrix, `shaken`, is `swap` with errors of the size $10^{-15}$, as rounding makes them. Will `eigh` return nearly the same eigenvectors for both?

# %%
swap = np.array([[1, 0, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 1.0]])
noise = rng.normal(size=(4, 4)) * 1e-15
shaken = swap + noise + noise.T

first, second = np.linalg.eigh(swap)[1], np.linalg.eigh(shaken)[1]
print("largest difference of the matrices:    ", np.max(np.abs(swap - shaken)))
print("largest difference of the eigenvectors:", np.max(np.abs(first - second)))
for vectors in (first, second):
    block = vectors[:, 1:]  # the three columns of eigenvalue 1
    print("their sum of |v><v|:\n", np.round(block @ block.conj().T, 10) + 0.0)

# %% [markdown]
# The eigenvectors are quite different, and neither result is wrong. What *is* determined is the space that they span, and the last two matrices, which are the same, are a way to write it down. They are projectors, and they come next.
#
# **Try:** run `np.linalg.eigh` on `np.array([[1, 2], [0, 1]])`. It is not Hermitian. What does the function take it for?

# %% [markdown]
# ## 6. Projectors
#
# ### A shadow of a shadow
#
# Take a vector $b$ of norm 1. The part of $v$ along $b$ is $\langle b|v\rangle\, b$: the shadow in Figure 4. Taking this part is a linear map, so it has a matrix:
#
# $$P = |b\rangle\langle b|, \qquad P_{jk} = b_j\, b_k^{*}, \qquad \text{in NumPy } \texttt{np.outer(b, b.conj())}.$$
#
# **Before you run the next cell:** what is $P P$? What are the eigenvalues of $P$? What is left of $v$ if its shadow is taken away, and how does it lie to $b$?

# %%
b = np.array([1, 2j, -1]) / np.sqrt(6)
P = np.outer(b, b.conj())
v = np.array([1.0, 1, 1j])
rest = v - P @ v

print("P P = P:      ", np.allclose(P @ P, P), "  Hermitian:", np.allclose(P, P.conj().T))
print("eigenvalues:  ", np.round(np.linalg.eigvalsh(P), 10) + 0.0)
print("<b|rest> is 0:", np.isclose(np.vdot(b, rest), 0))
norms = np.linalg.norm([P @ v, rest, v], axis=1)
print("squared norms:", np.round(norms**2, 4))

Q = np.outer(b, b)  # the conjugation forgotten
print("Q Q = Q:      ", np.allclose(Q @ Q, Q))

# %% [markdown]
# A **projector** is a matrix with $P^\dagger = P$ and $P^2 = P$: the shadow of a shadow is the shadow. Its eigenvalues are 1 (vectors that stay) and 0 (vectors that vanish). For several orthonormal vectors, $P = \sum_k |b_k\rangle\langle b_k|$ projects onto all their combinations. For a whole basis nothing is lost, and $\sum_k |b_k\rangle\langle b_k| = I$.
#
# The squared norms of the two parts add up to that of $v$, by Pythagoras. And `np.outer(b, b)`, without the conjugation, is no projector.
#
# The vector `rest` shows how an orthonormal basis can be built from arbitrary vectors, one after the other: take the shadows on all earlier axes away, and divide what is left by its norm. This is the Gram-Schmidt procedure. What if nothing is left? Then the vector was a combination of the earlier ones, and there is no new axis; but on a computer "nothing" is a vector of length $10^{-16}$, which must not be blown up to length 1. You will write this program in the exercise.
#
# ### Taking a matrix apart
#
# Now everything comes together. A Hermitian matrix with the eigenvalues $\lambda_k$ and orthonormal eigenvectors $v_k$ is a sum of projectors, each with its eigenvalue. This is its **spectral decomposition**:
#
# $$H = \sum_k \lambda_k\, |v_k\rangle\langle v_k| = V D V^\dagger, \qquad V = (v_1\, v_2 \cdots), \quad D = \mathrm{diag}(\lambda_1, \lambda_2, \ldots).$$
#
# Read $V D V^\dagger$ from the right: find the coefficients in the eigenbasis, multiply each by its eigenvalue, and put the vector together again. So a *function* of $H$ is easy: apply it to the eigenvalues.
#
# $$f(H) = \sum_k f(\lambda_k)\, |v_k\rangle\langle v_k|.$$
#
# **Before you run the next cell:** is the square root of a matrix found by taking the root of each entry?

# %%
H = np.array([[2, 1j], [-1j, 2]])
values, vectors = np.linalg.eigh(H)
root = vectors @ np.diag(np.sqrt(values)) @ vectors.conj().T

print("eigenvalues:          ", values)
print("root @ root:          ", np.round(root @ root, 12).tolist())
print("np.sqrt(H) @ itself:  ", np.round(np.sqrt(H) @ np.sqrt(H), 3).tolist())

# %% [markdown]
# `np.sqrt` works entry by entry, like `*`, and is no root of the matrix.
#
# > **What quantum computing wants it for.** The projectors $P_k$ of a Hermitian matrix are the questions "is the result $\lambda_k$?". The probability is $\langle v|P_k|v\rangle$, the state afterwards is $P_k v$ divided by its norm, and the average result is $\langle v|H|v\rangle = \sum_k \lambda_k \langle v|P_k|v\rangle$.
#
# **Try:** compute the inverse of `H` in the same way, and compare it with `np.linalg.inv(H)`.
#
# ### Two matrices, one basis
#
# In the eigenbasis of $H$ every function of $H$ is diagonal too. When do two Hermitian matrices $A$ and $B$ have a common orthonormal basis of eigenvectors? If they do, both are diagonal in it, and diagonal matrices commute: $AB = BA$. The converse is also true. Suppose $AB = BA$ and $Av = \lambda v$. Then $A(Bv) = BAv = \lambda (Bv)$: the matrix $B$ maps the eigenvectors of $\lambda$ to eigenvectors of $\lambda$. So if $\lambda$ occurs only once, $Bv$ is a multiple of $v$, and $v$ is an eigenvector of $B$ as well.
#
# **Before you run the next cell:** and if $\lambda$ occurs more than once? `swap` from section 5 and the diagonal matrix `B` commute. Is `swap` diagonal in the basis that `eigh` finds for `B`?

# %%
B = np.diag([1.0, 2, 2, 3])
print("they commute:", np.allclose(swap @ B, B @ swap))

_, basis = np.linalg.eigh(B)
inside = basis.conj().T @ swap @ basis
print("swap in the basis that eigh finds for B:\n", np.round(inside, 10) + 0.0)

better = np.array([[1, 0, 0, 0], [0, 1, 1, 0], [0, 1, -1, 0], [0, 0, 0, 1]])
better = better / np.sqrt([1, 2, 2, 1])  # each column has norm 1
for name, matrix in [("swap", swap), ("B", B)]:
    print(f"{name} in a better basis:\n", np.round(better.T @ matrix @ better, 10) + 0.0)

# %% [markdown]
# It is not. For the eigenvalue 2 of `B` any two orthonormal vectors in a plane would do, and `eigh` has chosen two that `swap` exchanges. In the same plane there is a better choice, $(0, 1, 1, 0)/\sqrt2$ and $(0, 1, -1, 0)/\sqrt2$, which makes both matrices diagonal. How to find such a basis for any matrices that commute is the last task of the exercise.
#
# > **What quantum computing wants it for.** Two quantities can be measured together, each without disturbing the other, exactly if their matrices commute.

# %% [markdown]
# ## 7. Putting spaces together
#
# ### The tensor product
#
# One qubit has 2 numbers. Two qubits have one number for each *pair* of results: $2 \cdot 2 = 4$. If the first has the vector $a$ and the second the vector $b$, the pair has all products:
#
# $$a \otimes b = \begin{pmatrix} a_0 b \\ a_1 b \end{pmatrix} = (a_0 b_0,\; a_0 b_1,\; a_1 b_0,\; a_1 b_1), \qquad \texttt{np.kron(a, b)} .$$
#
# Matrices likewise: in $A \otimes B$ every entry of $A$ is replaced by itself times the block $B$. The two fit together: $(A \otimes B)(a \otimes b) = Aa \otimes Bb$, and $(A \otimes B)(C \otimes D) = AC \otimes BD$.
#
# **Before you run the next cell:** $A$ exchanges the two entries, and $B$ multiplies them by 1 and 2. Draw $A \otimes B$ and $B \otimes A$. Are they the same?

# %%
A, B = np.array([[0, 1], [1, 0]]), np.diag([1, 2])
matrices = {"np.kron(A, B)": np.kron(A, B), "np.kron(B, A)": np.kron(B, A)}

figure, panels = plt.subplots(1, 2, figsize=(8, 3.6))
for axes, (title, matrix) in zip(panels, matrices.items(), strict=True):
    axes.imshow(matrix, cmap="Blues", vmin=0, vmax=3)
    for row in range(4):
        for column in range(4):
            axes.text(column, row, int(matrix[row, column]), ha="center", va="center")
    axes.axhline(1.5, color="black")
    axes.axvline(1.5, color="black")
    axes.set_xticks(range(4), ["00", "01", "10", "11"])
    axes.set_yticks(range(4), ["00", "01", "10", "11"])
    axes.set(title=title)
    axes.set(xlabel="column: left bit, right bit", ylabel="row: left bit, right bit")
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 9. Two tensor products in the opposite order. The left factor decides which of the four blocks are filled, the right factor what is in them. In the label of a row the left bit belongs to the left factor.*
#
# **The order matters, and it is a convention that bites.** The position in the array is the label, read as a binary number: 00, 01, 10, 11 are 0, 1, 2, 3. Qiskit numbers the qubits from the right: qubit 0 is the *rightmost* factor. So for three qubits a gate $G$ on qubit 0 is $I \otimes I \otimes G$, and on qubit 2 it is $G \otimes I \otimes I$.
#
# ### Large spaces without large matrices
#
# For $n$ qubits there are $2^n$ numbers, and a matrix has $4^n$ entries. A gate on one qubit has four. It would be a waste to fill $I \otimes \cdots \otimes G \otimes \cdots \otimes I$ with zeros. `reshape([2] * n)` gives the array one axis for each qubit, with qubit $n - 1$ first and qubit 0 last, and a gate is then a sum over one axis.
#
# **Before you run the next cell:** which axis belongs to qubit 1 of three?

# %%
state = np.arange(1, 9) + 0j  # eight numbers that are easy to follow
G = np.array([[0, 1], [1, 0]])  # exchange "0" and "1"

large = np.kron(np.kron(np.eye(2), G), np.eye(2)) @ state
small = np.einsum("ab,xby->xay", G, state.reshape(2, 2, 2)).reshape(8)
print("with the 8 × 8 matrix: ", large.real)
print("with the middle axis:  ", small.real)

# %% [markdown]
# Of three axes, qubit 1 is the middle one. (For the qubits 2 and 0 the sum runs over the first or the last axis.)
#
# ### Not every vector is a product
#
# If $a$ and $b$ are known, $a \otimes b$ has four entries, but not every vector with four entries is such a product. Written as a square with `reshape(2, 2)`, a product has rows that are multiples of each other, so its *rank* is 1. **Before you run:** what is the rank for $(1, 0, 0, 1)/\sqrt2$?

# %%
product = np.kron([0.6, 0.8], [1, 1j]) / np.sqrt(2)
pair = np.array([1, 0, 0, 1]) / np.sqrt(2)
for name, vector in [("product", product), ("pair", pair)]:
    print(name, " rank:", np.linalg.matrix_rank(vector.reshape(2, 2)))

# %% [markdown]
# > **What quantum computing wants it for.** Registers of qubits are tensor products, and every program on several qubits is written in this language. Vectors that are no products are called *entangled*, and a later module is about them. And the $2^n$ is why simulating a quantum computer is hard in general.
#
# **Try:** exchange the arguments in `np.kron([0.6, 0.8], [1, 1j])`. How do the four numbers move?

# %% [markdown]
# ## 8. The trace, and an inner product for matrices
#
# The **trace** is the sum of the diagonal entries, `np.trace(M)`. It looks like an arbitrary choice, and it is not: the trace is also the sum of the eigenvalues, in whichever basis the matrix is written, because $\mathrm{tr}(AB) = \mathrm{tr}(BA)$. Further: $\mathrm{tr}(A \otimes B) = \mathrm{tr}A \cdot \mathrm{tr}B$, and $\mathrm{tr}\,|u\rangle\langle v| = \langle v|u\rangle$.
#
# Matrices can be added and multiplied by numbers, so they are vectors too, and $\mathrm{tr}(A^\dagger B)$ is their inner product: it equals the sum of $A_{jk}^* B_{jk}$ over all entries. In it, the identity $I$ and the three *Pauli matrices* $X, Y, Z$ (Pauli, 1927) are orthogonal, each with the squared norm 2. So every $2 \times 2$ matrix is a combination of the four, and each coefficient is an inner product, as in section 2, divided by 2:
#
# $$M = c_I I + c_X X + c_Y Y + c_Z Z, \qquad c_P = \tfrac12 \mathrm{tr}(P M).$$
#
# **Before you run the next cell:** the Hadamard matrix $\frac{1}{\sqrt2}\begin{pmatrix}1 & 1\\ 1 & -1\end{pmatrix}$ is a combination of two of them. Which two, and with which coefficients? And the matrix $\begin{pmatrix}0 & 1\\ 0 & 0\end{pmatrix}$, which is not Hermitian?

# %%
paulis = {"I": np.eye(2), "X": X, "Y": Y, "Z": Z}
hadamard = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
matrices = {"Hadamard": hadamard, "(0 1; 0 0)": np.array([[0, 1], [0, 0]])}

figure, panels = plt.subplots(1, 2, figsize=(9, 3.3), sharey=True)
for axes, (name, matrix) in zip(panels, matrices.items(), strict=True):
    numbers = np.array([np.trace(P @ matrix) / 2 for P in paulis.values()])
    print(name, dict(zip(paulis, np.round(numbers, 4).tolist(), strict=True)))
    axes.bar(np.arange(4) - 0.2, numbers.real, width=0.4, label="real part")
    axes.bar(np.arange(4) + 0.2, numbers.imag, width=0.4, label="imaginary part")
    axes.axhline(0, color="black", linewidth=0.8)
    axes.set_xticks(range(4), list(paulis))
    axes.set(title=name, xlabel="matrix", ylabel="coefficient")
axes.legend()
plt.show()

# %% [markdown]
# *Figure 10. Coefficients of two matrices in the basis $I, X, Y, Z$. The Hadamard matrix is $(X + Z)/\sqrt2$. A matrix is Hermitian exactly if all four coefficients are real, and the second is not.*
#
# > **What quantum computing wants it for.** Energies of molecules and magnets are written as sums of tensor products of Pauli matrices, because a quantum computer can measure these one by one. For $n$ qubits the squared norm is $2^n$ instead of 2.
#
# **Try:** what are the coefficients of `np.diag([1, 0])`, the projector on $(1, 0)$?

# %% [markdown]
# ## 9. Turning evenly: the exponential of a matrix
#
# Back to the arrows that turn. The number $e^{i\omega t}$ is an arrow that turns evenly as time $t$ passes. For a Hermitian matrix $H$ the same formula makes a *unitary matrix* that turns evenly:
#
# $$U(t) = e^{iHt} = \sum_k e^{i\lambda_k t}\, |v_k\rangle\langle v_k| .$$
#
# It is a function of $H$ as in section 6: each eigenvector gets an arrow that turns at a speed of its own, the eigenvalue. All $e^{i\lambda_k t}$ have length 1, so $U(t)$ is unitary. The series $I + iHt + \frac{(iHt)^2}{2} + \ldots$ gives the same matrix. In SciPy it is `expm(1j * H * t)`. `np.exp` works entry by entry, and gives something else.
#
# If $H^2 = I$, as for the Pauli matrices, the series falls into two parts, as it did for Euler:
#
# $$e^{i\theta H} = \cos\theta\, I + i \sin\theta\, H \qquad (H^2 = I).$$
#
# **Before you run the next cell:** let $H = X$, and begin with the vector $(1, 0)$. Where does it go? When is it back? Which of the four ways to compute $e^{iXt}$ gives a unitary matrix?

# %%
time = 0.4
values, vectors = np.linalg.eigh(X)
ways = {
    "eigenvectors": vectors @ np.diag(np.exp(1j * values * time)) @ vectors.conj().T,
    "expm": expm(1j * X * time),
    "cos, sin": np.cos(time) * np.eye(2) + 1j * np.sin(time) * X,
    "np.exp": np.exp(1j * X * time),
}
for name, U in ways.items():
    is_unitary = np.allclose(U.conj().T @ U, np.eye(2))
    print(f"{name:13}", U.round(4).tolist(), " unitary:", is_unitary)

times = np.linspace(0, np.pi, 121)
path = np.array([expm(1j * X * t) @ [1, 0] for t in times])

figure, panels = plt.subplots(1, 2, figsize=(10, 3.6))
panels[0].plot(times, path[:, 0].real, label="first entry: real part")
panels[0].plot(times, path[:, 1].imag, label="second entry: imaginary part")
panels[0].set(xlabel="time t", ylabel="amplitude", title="The other two parts are zero")
panels[1].plot(times, np.abs(path[:, 0]) ** 2, label="|first entry|²")
panels[1].plot(times, np.abs(path[:, 1]) ** 2, label="|second entry|²")
panels[1].plot(times, np.sum(np.abs(path) ** 2, axis=1), ":", color="black", label="sum")
panels[1].set(xlabel="time t", ylabel="squared length", title="The sum stays 1")
for axes in panels:
    axes.set_xticks(np.arange(5) * np.pi / 4, ["0", "π/4", "π/2", "3π/4", "π"])
    axes.grid(alpha=0.3)
    axes.legend(fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 11. The vector $e^{iXt}(1, 0) = (\cos t,\; i\sin t)$. Left: its entries. Right: their squared lengths, which go over from the first entry to the second and back again, while the sum stays 1. At $t = \pi$ the vector is $-1$ times what it was, and at $2\pi$ it is back.*
#
# Three of the four agree. The last has the number $e^0 = 1$ wherever $X$ has a zero.
#
# ### A warning about sums
#
# For numbers $e^{a+b} = e^a e^b$. For matrices this holds if they commute, and not otherwise. **Before you run:** how large is the difference between $e^{i(X+Z)t}$ and $e^{iXt}e^{iZt}$ for small $t$?

# %%
for t in [0.4, 0.2, 0.1, 0.05]:
    together = expm(1j * (X + Z) * t)
    one_by_one = expm(1j * X * t) @ expm(1j * Z * t)
    distance = np.linalg.norm(together - one_by_one, 2)
    print(f"t = {t:5}: distance {distance:.5f}, divided by t²: {distance / t**2:.3f}")

# %% [markdown]
# It shrinks like $t^2$, in the leading term like $\frac{t^2}{2}$ times the norm of the commutator. So in many small steps one can turn about $X$ and $Z$ alternately and come close to turning about $X + Z$. This is the idea of the *Trotter formula*, on which simulations of molecules rest.
#
# > **What quantum computing wants it for.** The laws of motion of a quantum system are $v(t) = e^{-iHt}v(0)$ (in units with $\hbar = 1$), where the Hermitian matrix $H$ is the energy. A gate is what happens when $H$ is switched on for some time. Physics writes a minus sign there, which only turns everything the other way round.
#
# **Try:** replace $X$ by `(X + Z) / np.sqrt(2)` in the cell of Figure 11 (everywhere, also in the formula with cosine and sine). How much of the first entry goes over now?

# %% [markdown]
# ## Six mistakes that everybody makes once
#
# | written | meant | how you notice |
# | --- | --- | --- |
# | `M.T` | `M.conj().T` | right for real matrices only |
# | `A * B` | `A @ B` | zeros stay zeros; with the identity it leaves only the diagonal |
# | `np.dot(u, v)`, `u @ v` | `np.vdot(u, v)` | $(1, i)$ gets the length 0 |
# | `A @ B` for "first $A$" | `B @ A` | a circuit with its gates in reverse |
# | `np.kron(qubit_0, qubit_1)` | `np.kron(qubit_1, qubit_0)` | labels with their bits reversed |
# | `vectors[k]` | `vectors[:, k]` | $Mv - \lambda v$ is not zero |
#
# And two that concern the comparison of results: floating-point numbers with `==`, and eigenvectors entry by entry.

# %% [markdown]
# ## Summary
#
# - A complex number is an arrow. Adding puts arrows tip to tail, multiplying adds angles and multiplies lengths. Arrows that point all round cancel.
#
# - The inner product conjugates its left factor. Lengths, orthogonality and coefficients in an orthonormal basis come from it.
#
# - A matrix is a linear map; its columns are the images of the basis vectors; a product acts from right to left. Moving a matrix to the other side of an inner product turns it into its adjoint.
#
# - Unitary matrices keep inner products, and have eigenvalues on the circle. Hermitian matrices have real eigenvalues. Both have an orthonormal basis of eigenvectors, which is determined up to phases, and up to more if eigenvalues coincide. Their projectors are determined completely.
#
# - A matrix with such a basis is a sum of eigenvalue times projector. Functions act on the eigenvalues. $e^{iHt}$ is unitary if $H$ is Hermitian.
#
# - The tensor product puts spaces together. Its order is a convention: in Qiskit qubit 0 is the right factor.
#
# Why arrows, then? Because they can cancel as probabilities cannot, because they can turn without losing length, and because turning evenly is just what $e^{iHt}$ does.
#
# ## Formulas in one place
#
# | what | formula | NumPy |
# | --- | --- | --- |
# | polar form | $z = r e^{i\varphi} = r(\cos\varphi + i\sin\varphi)$ | `abs(z)`, `np.angle(z)` |
# | squared length | $\lvert z\rvert^2 = z^* z$ | `abs(z) ** 2` |
# | roots of 1 | $\sum_{k=0}^{n-1} e^{2\pi i \ell k/n} = 0$, or $n$ if $n$ divides $\ell$ | |
# | inner product | $\langle u\vert v\rangle = \sum_k u_k^* v_k$ | `np.vdot(u, v)` |
# | coefficients | $v = \sum_k \langle b_k\vert v\rangle\, b_k$ | |
# | adjoint | $\langle u\vert Mv\rangle = \langle M^\dagger u\vert v\rangle$ | `M.conj().T` |
# | unitary, Hermitian | $U^\dagger U = I$, $H^\dagger = H$ | `np.allclose` |
# | projector | $P = \sum_k \lvert b_k\rangle\langle b_k\rvert$, $P^2 = P = P^\dagger$ | `np.outer(b, b.conj())` |
# | spectral decomposition | $H = \sum_k \lambda_k \lvert v_k\rangle\langle v_k\rvert$ | `np.linalg.eigh(H)` |
# | function | $f(H) = \sum_k f(\lambda_k)\lvert v_k\rangle\langle v_k\rvert$ | `V @ np.diag(f(w)) @ V.conj().T` |
# | tensor product | $(A\otimes B)(a\otimes b) = Aa\otimes Bb$ | `np.kron(A, B)` |
# | trace | $\mathrm{tr}(AB) = \mathrm{tr}(BA)$ | `np.trace(M)` |
# | Pauli coefficients | $c_P = \frac{1}{2^n}\mathrm{tr}(PM)$ | |
# | exponential | $e^{i\theta H} = \cos\theta\, I + i\sin\theta\, H$ if $H^2 = I$ | `expm(1j * theta * H)` |
#
# ## Further reading
#
# - S. Axler, *Linear Algebra Done Right*, 4th edition, Springer 2024, free to read (DOI 10.1007/978-3-031-41026-0). Chapters 5 to 7: eigenvalues, inner products, and operators on inner product spaces, with all proofs.
#
# - M. A. Nielsen and I. L. Chuang, *Quantum Computation and Quantum Information*, Cambridge University Press, 10th anniversary edition 2010. Section 2.1 is the linear algebra of this lesson in Dirac's notation.
#
# - L. N. Trefethen and D. Bau, *Numerical Linear Algebra*, SIAM 1997. Lectures 7 to 9 show how the Gram-Schmidt procedure loses its orthogonality on a computer, and how to save it.
