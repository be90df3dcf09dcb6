# %% [markdown]
# # Hamiltonian simulation and variational algorithms
#
# A magnet with 50 spins, a molecule with 50 electrons: the rules are known, they fit on a postcard, and yet nobody can solve them exactly, because the state has $2^{50}$ amplitudes. In 1982 Richard Feynman asked whether one quantum system could imitate another. **What does it take to let a register of qubits behave like a magnet, and how does one get its energy out?**
#
# This lesson answers with two families of algorithms. The first lets time pass: it has proofs, and needs many gates. The second searches for low energies with few gates: it has no proofs, and needs many repetitions. You will measure the price of both.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. write a Hamiltonian as a sum of Pauli strings with every letter in its place (5.2 I A2);
# 2. turn time evolution into a circuit, and predict how the error falls with the depth (5.2 II A2, 5.4 II A2);
# 3. estimate an energy from counts, with its standard error, and say how many shots it takes (5.2 II B1);
# 4. build a variational algorithm from an ansatz, exact gradients and an optimiser, and compare it with exact results (5.5 II B1);
# 5. judge claims of advantage by such methods: against which classical method, at which cost, with which proof (5.6 III B1).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need state preparation, measurement in several bases, and from the first module the exponential of a matrix and its spectral decomposition.

# %%
import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import Parameter
from qiskit.primitives import StatevectorSampler
from qiskit.quantum_info import Operator, SparsePauliOp, Statevector
from scipy.linalg import expm
from scipy.optimize import minimize
from tqdm import tqdm

# %% [markdown]
# ## 1. A Hamiltonian in letters
#
# The Hamiltonian $H$ is the observable "energy": a Hermitian matrix, whose eigenvalues are the energies that a system can have. It also says how states change in time, which is section 2.
#
# Our model is the **Ising chain in a transverse field**: $n$ spins in a row; neighbours want to point the same way along Z, and a field pulls each of them along X:
#
# $$H = -J\sum_{k=0}^{n-2} Z_k Z_{k+1} \;-\; g\sum_{k=0}^{n-1} X_k .$$
#
# $Z_kZ_{k+1}$ means: Z on the qubits $k$ and $k+1$, the identity on all others. Written with one letter for each qubit, such a product is a **Pauli string**. Every Hermitian matrix on $n$ qubits is a sum of Pauli strings with real coefficients. There are $4^n$ strings, but the Hamiltonians of nature need few: here $2n - 1$.
#
# In Qiskit a sum of strings is a `SparsePauliOp`. **The letters stand like the bits of a ket: the rightmost letter belongs to qubit 0.**
#
# **Before you run the next cell:** three qubits, with a field along Z on qubit 0 alone. One of the two operators below is right. The state is $|001\rangle$: qubit 0 is down. Which energy do you expect, and what does the wrong operator say?

# %%
down = Statevector.from_label("001")
for label in ("ZII", "IIZ"):
    print(label, "gives", down.expectation_value(SparsePauliOp(label)).real)

# %% [markdown]
# The wrong one raises no error. It is another Hamiltonian, of a system that looks like ours in a mirror. On a chain with equal bonds and fields you would not even notice. So we let Qiskit count: `from_sparse_list` takes the letters and the list of qubits that they belong to.


# %%
def ising(n, bond=1.0, field=1.0):
    """The Ising chain in a transverse field, open ends."""
    terms = [("ZZ", [k, k + 1], -bond) for k in range(n - 1)]
    terms += [("X", [k], -field) for k in range(n)]
    return SparsePauliOp.from_sparse_list(terms, num_qubits=n)


print(ising(4))

# %% [markdown]
# What does such a matrix look like, and what are its energies? **Before you run:** without a field ($g = 0$) the matrix is diagonal. How many states share the lowest energy then? And for a very strong field, what is the ground state?

# %%
fields = np.linspace(0, 2, 41)
levels = np.array([np.linalg.eigvalsh(ising(4, 1, g).to_matrix()) for g in fields])

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8))
image = left.imshow(ising(4, 1, 0.7).to_matrix().real, cmap="coolwarm", vmin=-3, vmax=3)
figure.colorbar(image, ax=left, label="entry")
left.set_xticks(range(0, 16, 3))
left.set_yticks(range(0, 16, 3))
left.set_xlabel("column (basis state)")
left.set_ylabel("row (basis state)")
right.plot(fields, levels, color="tab:gray", linewidth=0.8)
right.plot(fields, levels[:, 0], color="tab:blue", label="ground energy")
right.set_xlabel("field g (for J = 1)")
right.set_ylabel("energy")
right.legend(fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 1. Four spins. Left: the matrix for $g = 0.7$. The bonds are on the diagonal; each X flips one bit and stands off it. Right: all 16 energies. At $g = 0$ two states, all up and all down, share the lowest one.*
#
# The figure is made by **exact diagonalisation**. It is the yardstick of this lesson, and it ends soon: with full matrices at about 15 spins, with sparse ones (Lanczos) at about 40 on large machines. Remember these numbers when somebody reports a quantum computation with 20 qubits.
#
# **Try:** change `bond` to $-1$. What is the ground state at $g = 0$ now?
#
# ## 2. Letting time pass
#
# If nothing disturbs a system, its state after the time $t$ is ($\hbar = 1$)
#
# $$|\psi(t)\rangle = e^{-iHt}\,|\psi(0)\rangle .$$
#
# $e^{-iHt}$ is unitary, so it is a gate, if we find a circuit for it. An eigenstate only gets a phase $e^{-iEt}$. Everything that moves is interference between different energies.
#
# **Misconception: "a system that evolves falls to its ground state".** It does not. **Before you run:** all spins up, the field is switched on at $t = 0$. How will the energy $\langle H\rangle$ change in time, and how the magnetisation $\langle Z_0\rangle$?

# %%
n = 4
hamiltonian = ising(n, 1, 0.7)
matrix = hamiltonian.to_matrix()
start = np.eye(2**n)[0]
times = np.linspace(0, 6, 61)
bits = np.arange(2**n)[:, None] >> np.arange(n) & 1  # bits[x, k] is bit k of x
signs = 1 - 2 * bits  # the value of Z_k on each basis state

energies, magnetisation = [], []
for t in times:
    state = expm(-1j * matrix * t) @ start
    energies.append((state.conj() @ matrix @ state).real)
    magnetisation.append(abs(state) ** 2 @ signs[:, 0])

figure, axes = plt.subplots(figsize=(6.5, 3.4))
axes.plot(times, energies, label="energy ⟨H⟩")
axes.plot(times, magnetisation, label="magnetisation ⟨Z₀⟩")
axes.axhline(levels[14, 0], color="gray", linestyle=":", label="ground energy")
axes.set_xlabel("time t")
axes.set_ylabel("expectation value")
axes.legend(fontsize=8)
plt.show()

# %% [markdown]
# *Figure 2. The magnetisation moves, the energy does not: $H$ commutes with $e^{-iHt}$. To reach the ground state one has to take energy away, or to search for it (section 6).*
#
# ### One string at a time
#
# The easiest Hamiltonian is a single Pauli string $P$. Since $P^2 = 1$,
#
# $$e^{-itP} = \cos t\; I - i\sin t\; P .$$
#
# For one letter this is a rotation that you know: $R_Z(\theta) = e^{-i\frac\theta2 Z}$, so that $e^{-itZ} = R_Z(2t)$. **Mind the factor 2.** For $ZZ$: on a basis state the string has the value $+1$ or $-1$, the *parity* of the two bits. So write the parity into one qubit, turn that qubit, and take the parity away again. For X and Y, turn the axis to Z first.
#
# **Before you run:** how many CX does the string `XZY` need? What do you expect the last line to print?

# %%
t = 0.4
string = QuantumCircuit(3)
string.sdg(0)  # Y on qubit 0: S-dagger and H turn Y into Z
string.h(0)
string.h(2)  # X on qubit 2
string.cx(0, 1)
string.cx(1, 2)
string.rz(2 * t, 2)
string.cx(1, 2)
string.cx(0, 1)
string.h(2)
string.h(0)
string.s(0)

wanted = expm(-1j * t * SparsePauliOp("XZY").to_matrix())
print("largest difference:", abs(Operator(string).data - wanted).max().round(12))
string.draw("mpl")

# %% [markdown]
# *Figure 3. The evolution under `XZY`, X on qubit 2 and Y on qubit 0. Frames outside, a ladder of CX, one rotation in the middle.*
#
# For a string with $w$ letters other than I this takes $2(w-1)$ CX and *one* rotation. The angle is exact, whatever $t$ is. Long times cost nothing here. So where is the problem?
#
# **Try:** replace `2 * t` by `t`, and `sdg` by `s`, one after the other. Which circuits have you built?
#
# ## 3. Strings that do not commute
#
# A sum is the problem. For numbers $e^{a+b} = e^ae^b$. For matrices this holds only if they commute. **Before you run:** one qubit, $H = X + Z$. The exact evolution turns the Bloch vector about the axis between X and Z. Instead we alternate short turns about X and about Z, each for the time $t/r$. What does the path look like for $r = 4$ and for $r = 16$?

# %%
X, Y, Z = (SparsePauliOp(letter).to_matrix() for letter in "XYZ")


def path(pieces):
    """Bloch vector (x, y, z) from |0> after each of several unitaries."""
    state = np.array([1, 0], dtype=complex)
    points = [[0, 0, 1]]
    for piece in pieces:
        state = piece @ state
        points.append([(state.conj() @ axis @ state).real for axis in (X, Y, Z)])
    return np.array(points)


total = 2.0
smooth = path([expm(-1j * (X + Z) * total / 200)] * 200)
figure, both = plt.subplots(1, 2, figsize=(8.5, 4), sharey=True)
for axes, r in zip(both, (4, 16), strict=True):
    fine = 10
    turns = [expm(-1j * M * total / r / fine) for M in (Z, X)]
    pieces = [turns[0]] * fine + [turns[1]] * fine
    stepwise = path(pieces * r)
    axes.plot(smooth[:, 0], smooth[:, 1], color="gray", linewidth=3, alpha=0.5, label="exact")
    axes.plot(stepwise[:, 0], stepwise[:, 1], linewidth=1, label=f"{r} steps")
    axes.plot(*stepwise[-1, :2], "o", color="tab:blue")
    axes.plot(*smooth[-1, :2], "s", color="black", markersize=5)
    axes.set_xlabel("Bloch vector, x")
    axes.set_aspect("equal")
    axes.legend(fontsize=8, loc="center")
both[0].set_ylabel("Bloch vector, y")
plt.show()

# %% [markdown]
# *Figure 4. Seen from above (the positive z axis), from $|0\rangle$ for $t = 2$. The steps zigzag around the exact circle. The square is the exact end, the dot that of the steps.*
#
# That the zigzag converges is the **product formula** of Trotter; Seth Lloyd saw in 1996 that it makes a quantum computer a universal simulator of systems with local interactions. For $H = A + B$:
#
# $$S_1(t) = e^{-iAt}\,e^{-iBt}, \qquad e^{-iHt} \approx S_1(t/r)^r .$$
#
# How fast? Expand both sides: they agree up to first order, and in second order they differ by $\frac{t^2}2[A,B]$, where $[A,B] = AB - BA$. One step of length $t/r$ errs by about $(t/r)^2$, and there are $r$ of them: the error falls like $1/r$. A symmetric step
#
# $$S_2(t) = e^{-iB\,t/2}\,e^{-iA\,t}\,e^{-iB\,t/2}$$
#
# removes the second order (run it backwards in time and you get its inverse, so even orders cannot occur). The error falls like $1/r^2$. Suzuki showed in 1991 how to go on: five steps $S_2$ of well-chosen lengths, one of them backwards, give order 4, and so forth.
#
# **Before you run:** what are the slopes in a picture with two logarithmic axes? If 10 steps give an error of 0.1 in second order, how many give 0.001?


# %%
def parts(n, bond=1.0, field=1.0):
    """The two parts of the chain, each of commuting terms, as matrices: bonds and fields."""
    return ising(n, bond, 0).to_matrix(), ising(n, 0, field).to_matrix()


def step(a, b, t, order):
    """One step of the product formula."""
    if order == 1:
        return expm(-1j * a * t) @ expm(-1j * b * t)
    if order == 2:
        half = expm(-1j * b * t / 2)
        return half @ expm(-1j * a * t) @ half
    p = 1 / (4 - 4 ** (1 / 3))  # Suzuki's fourth order
    outer = step(a, b, p * t, 2)
    return outer @ outer @ step(a, b, (1 - 4 * p) * t, 2) @ outer @ outer


def norm(matrix):
    """The spectral norm: the largest singular value."""
    return np.linalg.norm(matrix, 2)


A, B = parts(6, 1, 1)
t = 2.0
exact = expm(-1j * (A + B) * t)
numbers = np.array([2, 4, 8, 16, 32, 64, 128])
errors = {}
for order in (1, 2, 4):
    errors[order] = [
        norm(np.linalg.matrix_power(step(A, B, t / r, order), r) - exact) for r in numbers
    ]

figure, axes = plt.subplots(figsize=(6.5, 4))
for order, marker in ((1, "o"), (2, "s"), (4, "^")):
    slope = np.polyfit(np.log(numbers[3:]), np.log(errors[order][3:]), 1)[0]
    axes.loglog(numbers, errors[order], marker + "-", label=f"order {order}: slope {slope:.2f}")
promised = t**2 / 2 * norm(A @ B - B @ A) / numbers
axes.loglog(numbers, promised, "k--", linewidth=1, label="bound for order 1")
axes.set_xlabel("number r of steps")
axes.set_ylabel("error in spectral norm")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 5. Six spins, $J = g = 1$, $t = 2$. The slopes are $-1$, $-2$ and $-4$. The dashed line is a promise that holds for every $r$; the true error is smaller.*
#
# The promise is a theorem. For two parts and first order
#
# $$\big\lVert S_1(t/r)^r - e^{-iHt}\big\rVert \;\le\; \frac{t^2}{2r}\,\big\lVert[A,B]\big\rVert .$$
#
# It depends on the *commutator* and not on how large $A$ and $B$ are. In a chain, each term fails to commute with its neighbours only, so $\lVert[A,B]\rVert$ grows like $n$. Childs, Su, Tran, Wiebe and Zhu worked this out in 2021 for all orders; for many systems of spins with local bonds it makes product formulas nearly as good as anything known. (A proof of the line above: write the difference of the two sides for one step as an integral over the commutator; the errors of $r$ steps at most add up, because unitaries do not stretch.)
#
# ### What is a fair comparison?
#
# A step of higher order is a longer circuit. What counts on a device is depth. **Before you run:** a bond of the chain is one `rzz`. All bonds commute, so that even and odd bonds take two layers in all. How many layers of two-qubit gates does a step have in the orders 1, 2 and 4? Which order would you choose for an error of 0.1, which for 0.0001?

# %%
layers = {1: 2, 2: 2, 4: 10}  # layers of rzz in a step; half steps of the field cost no rzz
figure, axes = plt.subplots(figsize=(6.5, 3.6))
for order, marker in ((1, "o"), (2, "s"), (4, "^")):
    axes.loglog(layers[order] * numbers, errors[order], marker + "-", label=f"order {order}")
axes.set_xlabel("layers of two-qubit gates")
axes.set_ylabel("error in spectral norm")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 6. The same errors against the depth. Order 2 costs no more than order 1 and wins everywhere. Order 4 wins where the error has to be small, here below about 0.03.*
#
# **Try:** set `field=0.1` in `parts`. Which curve comes down, and why does the bound know it? Then try $t = 6$: what do few steps look like?
#
# ## 4. A quench
#
# Now an experiment that is done with cold atoms, ions and superconducting qubits: prepare all spins up, switch the field on at once, and watch. Physicists call it a *quench*. We simulate it with a circuit of second order.


# %%
def quench(n, bond, field, t, steps):
    """Second-order evolution of the chain from |0...0>; neighbouring half steps are merged."""
    circuit = QuantumCircuit(n)
    dt = t / steps
    for number in range(steps + 1):
        share = 0.5 if number in (0, steps) else 1.0
        circuit.rx(-2 * field * dt * share, range(n))
        if number < steps:
            for first in (0, 1):
                for k in range(first, n - 1, 2):
                    circuit.rzz(-2 * bond * dt, k, k + 1)
    return circuit


quench(4, 1, 1, t=1.0, steps=2).draw("mpl", fold=-1)

# %% [markdown]
# *Figure 7. Two steps on four spins. The signs: $H$ contains $-g X$, so $e^{+i g X\,dt} = R_X(-2g\,dt)$.*
#
# **Before you run:** eight spins, strong field. Exact evolution, and circuits with 4 and 12 steps *for the whole time*. At which end of the time axis will 4 steps fail first?

# %%
n, bond, field = 8, 1.0, 0.8
values, vectors = np.linalg.eigh(ising(n, bond, field).to_matrix())
signs = 1 - 2 * (np.arange(2**n)[:, None] >> np.arange(n) & 1)
times = np.linspace(0.05, 5, 28)
overlaps = vectors.conj().T[:, 0]
exact_states = [vectors @ (np.exp(-1j * values * t) * overlaps) for t in times]
exact_curve = [abs(s) ** 2 @ signs.mean(axis=1) for s in exact_states]
curves = {}
for steps in (4, 12):
    curves[steps] = [
        Statevector(quench(n, bond, field, t, steps)).probabilities() @ signs.mean(axis=1)
        for t in tqdm(times, desc=f"{steps} steps")
    ]

sampled_times = times[::3]
sampled = []
for k, t in enumerate(sampled_times):
    circuit = quench(n, bond, field, t, 12)
    circuit.measure_all()
    data = StatevectorSampler(seed=k).run([circuit], shots=200).result()[0].data.meas
    sampled.append(np.mean([1 - 2 * key.count("1") / n for key in data.get_bitstrings()]))

figure, axes = plt.subplots(figsize=(7, 3.8))
axes.plot(times, exact_curve, color="black", label="exact")
axes.plot(times, curves[4], "--", color="tab:orange", label="4 steps")
axes.plot(times, curves[12], "--", color="tab:blue", label="12 steps")
axes.plot(sampled_times, sampled, "o", color="tab:blue", markersize=4, label="12 steps, 200 shots")
axes.set_xlabel("time t")
axes.set_ylabel("mean magnetisation ⟨Z⟩")
axes.legend(fontsize=8)
plt.show()

# %% [markdown]
# *Figure 8. The magnetisation of eight spins after the quench. With a fixed number of steps the error grows with the time, like $t^3$ for one circuit of second order. The dots also have a sampling error.*
#
# ### What does this buy?
#
# For a chain of $n$ spins, a time $t$ and an error $\epsilon$, order 2 needs about $\sqrt{n t^3/\epsilon}$ steps of $n$ gates: a polynomial. The best *general* classical methods need time or memory exponential in $n$ (or in $t$, if they use that entanglement takes time to grow). Nobody has *proven* that there is no better classical method. But if local dynamics could be simulated efficiently by classical computers, so could every quantum algorithm, Shor's included. That is as good a reason as there is, and it is why simulation counts as the most credible use of quantum computers. Conditions: a system that is hard for classical methods (one-dimensional chains for short times are not), low enough errors over the whole circuit, and a question whose answer can be read from few measurements.
#
# It finds no ground states. To do that in general is hard for quantum computers too (the problem is complete for the class QMA, a quantum relative of NP, shown by Kitaev). And you have to *begin* somewhere.
#
# **Try:** make the field strong ($g = 3$), then weak ($g = 0.2$). For which is a short circuit enough?
#
# ## 5. Measuring an energy
#
# An energy is a sum of expectation values. Each string is a product of single-qubit outcomes, so one measures each qubit along the letter of the string and multiplies signs. The strings `ZZI`, `IZZ` and `ZIZ` fit the *same* setting, all Z, and can be read off the same shots. Strings that agree wherever both have a letter are said to commute **qubit by qubit**, and form a **group**.
#
# **Before you run:** the chain with $n = 4$ has 7 strings. How many settings are enough? And a Heisenberg chain with XX, YY and ZZ on each bond?

# %%
heisenberg = SparsePauliOp.from_sparse_list(
    [(letters, [k, k + 1], 1.0) for k in range(3) for letters in ("XX", "YY", "ZZ")], num_qubits=4
)
for name, operator in (("Ising", ising(4)), ("Heisenberg", heisenberg)):
    groups = operator.group_commuting(qubit_wise=True)
    print(name, "has", len(operator), "strings and", len(groups), "settings:")
    for group in groups:
        print("   ", group.paulis.to_labels())


# %% [markdown]
# How many shots? Each shot of a string with coefficient $c$ gives $\pm c$. With $N$ shots the standard error of its mean is at most $|c|/\sqrt N$. Spread over $M$ strings with shots in proportion to $|c_P|$ (the best choice if one knows nothing else):
#
# $$\text{shots} \approx \frac{\big(\sum_P |c_P|\big)^2}{\epsilon^2} .$$
#
# The *square* of the accuracy is what hurts. **Before you run:** we estimate the ground energy of the four-spin chain from its exact ground state, with the shots divided equally between the two settings. By which factor does the error fall if we take 100 times as many shots?


# %%
def sampled_energies(state, groups, shots, repeat, rng):
    """Measure the energy of a state vector `repeat` times, with that many shots for each group."""
    n = int(np.log2(len(state)))
    energies = np.zeros(repeat)
    for group in groups:
        labels, numbers = group.paulis.to_labels(), group.coeffs.real
        setting = ["Z"] * n
        for label in labels:
            setting = [b if b != "I" else a for a, b in zip(setting, label, strict=True)]
        turn = QuantumCircuit(n)
        for k in range(n):
            letter = setting[n - 1 - k]  # the rightmost letter belongs to qubit 0
            if letter == "Y":
                turn.sdg(k)
            if letter in "XY":
                turn.h(k)
        chances = abs(Operator(turn).data @ state) ** 2
        counts = rng.multinomial(shots, chances / chances.sum(), size=repeat)
        for label, number in zip(labels, numbers, strict=True):
            mask = sum(1 << (n - 1 - i) for i, letter in enumerate(label) if letter != "I")
            values = [1 - 2 * ((x & mask).bit_count() % 2) for x in range(2**n)]
            energies += number * (counts @ values) / shots
    return energies


chain = ising(4)
values, vectors = np.linalg.eigh(chain.to_matrix())
ground_energy, ground_state = values[0], vectors[:, 0]
groups = chain.group_commuting(qubit_wise=True)
rng = np.random.default_rng(5)
shots = np.array([30, 100, 300, 1000, 3000, 10000])
spread = [np.std(sampled_energies(ground_state, groups, s, 200, rng)) for s in shots]

figure, axes = plt.subplots(figsize=(6, 3.6))
axes.loglog(2 * shots, spread, "o", label="spread of 200 repetitions")
axes.loglog(2 * shots, spread[0] * np.sqrt(shots[0] / shots), "--", label="slope −1/2")
axes.set_xlabel("shots in all")
axes.set_ylabel("standard error of the energy")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 9. The error of a measured energy falls with the square root of the number of shots, and no trick of the optimiser changes that.*
#
# Put numbers in. For molecules one wants *chemical accuracy*, 0.0016 hartree. If the sum of the coefficients is 10 hartree, the formula says $4\cdot10^7$ shots, for *one* energy. Strings in the same shots are correlated, which can help or hurt; in the exercise you compute the error with all correlations.
#
# **Try:** use an eigenstate of $H$ at $g = 0$ instead of the ground state at $g = 1$. What is the spread of the bonds then, and of the fields?
#
# ## 6. The variational principle
#
# Expand any state in the eigenstates of $H$: $\langle\psi|H|\psi\rangle = \sum_j |c_j|^2 E_j$ is an average of the energies, so
#
# $$\langle\psi|H|\psi\rangle \;\ge\; E_0 .$$
#
# Every state gives an upper bound. Whoever finds a lower energy has a better answer, and needs no oracle to know it. This is all that is proven about variational algorithms, and it is worth seeing what it does *not* say.
#
# **Before you run:** the energies of 2000 random states of 4, 6 and 8 spins. How far down do they reach?

# %%
rng = np.random.default_rng(3)
figure, axes = plt.subplots(figsize=(6.5, 3.6))
for n, color in ((4, "tab:blue"), (6, "tab:orange"), (8, "tab:green")):
    matrix = ising(n).to_matrix()
    states = rng.normal(size=(2**n, 2000)) + 1j * rng.normal(size=(2**n, 2000))
    states /= np.linalg.norm(states, axis=0)
    found = np.einsum("xs,xs->s", states.conj(), matrix @ states).real
    axes.hist(found / n, bins=40, histtype="step", color=color, density=True, label=f"{n} spins")
    axes.axvline(np.linalg.eigvalsh(matrix)[0] / n, color=color, linestyle=":")
axes.set_xlabel("energy for each spin (dotted: ground energy)")
axes.set_ylabel("density")
axes.legend(fontsize=8)
plt.show()

# %% [markdown]
# *Figure 10. Random states have energies near the average, and the more so the more spins there are. None comes near the ground energy. Searching at random is hopeless.*
#
# So one takes a family of states with some adjustable angles, an **ansatz** $|\psi(\theta)\rangle = U(\theta)|0\rangle$, and lets a classical optimiser turn the angles. The quantum computer does one thing only: it estimates $E(\theta)$. This is the **variational quantum eigensolver**, VQE (Peruzzo and others, 2014).
#
# ### A molecule
#
# Hydrogen, H₂, in the smallest reasonable description, can be reduced to two qubits. The numbers below are those of O'Malley and others (2016, Table I; the version corrected by the authors), who ran it on two superconducting qubits: for each distance of the two nuclei the coefficients, in hartree, of
#
# $$H = c_0 + c_1 Z_0 + c_2 Z_1 + c_3 Z_0Z_1 + c_4 (X_0X_1 + Y_0Y_1) .$$
#
# **Before you run:** how does the operator with two letters, `IZ` and `ZI`, correspond to $c_1$ and $c_2$? And what does $X_0X_1 + Y_0Y_1$ do to the four basis states?

# %%
table = {  # distance in Å: c0, c1, c2, c3, c4
    0.40: (1.1182, 0.4754, -0.9145, 0.6438, 0.0825),
    0.50: (0.7381, 0.4325, -0.7355, 0.6233, 0.0846),
    0.60: (0.4808, 0.3937, -0.5950, 0.6025, 0.0870),
    0.75: (0.2252, 0.3435, -0.4347, 0.5716, 0.0910),
    0.90: (0.0609, 0.3018, -0.3168, 0.5421, 0.0954),
    1.10: (-0.0778, 0.2565, -0.2036, 0.5059, 0.1018),
    1.30: (-0.1629, 0.2203, -0.1238, 0.4735, 0.1083),
    1.50: (-0.2165, 0.1908, -0.0666, 0.4451, 0.1149),
}


def hydrogen(distance):
    """The two-qubit Hamiltonian of the hydrogen molecule."""
    c = table[distance]
    return SparsePauliOp(["II", "IZ", "ZI", "ZZ", "XX", "YY"], [*c, c[4]])


print(hydrogen(0.75).to_matrix().real.round(4))

# %% [markdown]
# The matrix mixes $|01\rangle$ and $|10\rangle$ and leaves the other two alone. (In the reduction $|01\rangle$ is the simple picture of chemistry, the Hartree-Fock state, in which both electrons sit in the lower orbital; $|10\rangle$ has both in the upper.) So the ansatz needs *one* angle:
#
# $$|\psi(\theta)\rangle = \cos\tfrac\theta2\,|01\rangle + \sin\tfrac\theta2\,|10\rangle .$$

# %%
theta = Parameter("θ")
ansatz = QuantumCircuit(2)
ansatz.x(0)
ansatz.ry(theta, 1)
ansatz.cx(1, 0)
print(np.round(Statevector(ansatz.assign_parameters({theta: 0.6})).data.real, 3))
ansatz.draw("mpl")

# %%
angles = np.linspace(-np.pi, np.pi, 61)


def hydrogen_energy(angle, distance):
    """Exact energy of the ansatz."""
    state = Statevector(ansatz.assign_parameters({theta: angle}))
    return state.expectation_value(hydrogen(distance)).real


landscape = [hydrogen_energy(x, 0.75) for x in angles]
rng = np.random.default_rng(8)
groups = hydrogen(0.75).group_commuting(qubit_wise=True)
noisy = []
for x in angles[::4]:
    state = Statevector(ansatz.assign_parameters({theta: x})).data
    noisy.append(sampled_energies(state, groups, 300, 1, rng)[0])

distances = list(table)
exact_energies = [np.linalg.eigvalsh(hydrogen(d).to_matrix())[0] for d in distances]
vqe_energies = [
    minimize(lambda x, d=d: hydrogen_energy(x[0], d), [0.0], method="COBYLA").fun for d in distances
]
simple = [hydrogen_energy(0.0, d) for d in distances]

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8))
left.plot(angles, landscape, label="exact")
left.plot(angles[::4], noisy, "o", markersize=4, label="300 shots a setting")
left.axhline(exact_energies[3], color="gray", linestyle=":", label="ground energy")
left.set_xlabel("angle θ")
left.set_ylabel("energy (hartree)")
left.legend(fontsize=8)
right.plot(distances, simple, "--", color="tab:orange", label="θ = 0 (Hartree-Fock)")
right.plot(distances, exact_energies, color="black", label="exact")
right.plot(distances, vqe_energies, "o", color="tab:blue", label="VQE")
right.set_xlabel("distance of the nuclei (Å)")
right.set_ylabel("energy (hartree)")
right.legend(fontsize=8)
figure.tight_layout()
plt.show()
print("largest error of VQE:", f"{max(np.subtract(vqe_energies, exact_energies)):.1e} hartree")

# %% [markdown]
# *Figure 11. The hydrogen molecule. Left: at 0.75 Å the energy is one sine curve in θ, with a minimum slightly to the left of 0. Right: the curve of the bond. The distance between dashed and solid line, the correlation energy, grows as the bond is stretched; this is what quantum chemistry is about.*
#
# It works, and it is a fine demonstration. But look at what made it work: symmetry left one angle, and one angle can be scanned. A 2 × 2 matrix would have done it with pencil and paper.
#
# **Try:** start the ansatz without the X gate. Which energy does VQE reach now? Is the variational principle violated?
#
# ## 7. Slopes from far away
#
# With many angles one wants gradients. On a computer one would take a small difference, $(E(x+h) - E(x-h))/2h$. But $E$ comes from shots, and its error is divided by $2h$.
#
# There is a better way, because we know what $E$ looks like. If $x$ is the angle of *one* rotation $e^{-i\frac x2 P}$, then $E(x) = a + b\cos x + c\sin x$ exactly, and for such a function
#
# $$\frac{dE}{dx} = \frac{E(x + \frac\pi2) - E(x - \frac\pi2)}2 .$$
#
# This is the **parameter-shift rule** (Mitarai and others, 2018; Schuld and others, 2019). It is no approximation, although the two points are far from $x$.
#
# **Before you run:** the energy of hydrogen at $\theta = 0.5$ with 1000 shots a setting, and differences with all kinds of $h$. Where will the error be smallest? The black line is the rule with the same shots.

# %%
point, repetitions = 0.5, 400
slope_exact = (
    hydrogen_energy(point + np.pi / 2, 0.75) - hydrogen_energy(point - np.pi / 2, 0.75)
) / 2
rng = np.random.default_rng(11)


def noisy_energies(x):
    """Many measured energies at one angle, 1000 shots a setting."""
    state = Statevector(ansatz.assign_parameters({theta: x})).data
    return sampled_energies(state, groups, 1000, repetitions, rng)


widths = np.logspace(-2.5, 0.3, 12)
measured, bias = [], []
for h in widths:
    slopes = (noisy_energies(point + h) - noisy_energies(point - h)) / (2 * h)
    measured.append(np.sqrt(np.mean((slopes - slope_exact) ** 2)))
    exact_difference = hydrogen_energy(point + h, 0.75) - hydrogen_energy(point - h, 0.75)
    bias.append(abs(exact_difference / (2 * h) - slope_exact))
shifts = (noisy_energies(point + np.pi / 2) - noisy_energies(point - np.pi / 2)) / 2
shift_error = np.std(shifts)

figure, axes = plt.subplots(figsize=(6.5, 3.8))
axes.loglog(widths, measured, "o-", label="small differences, with shots")
axes.loglog(widths, bias, "--", label="their systematic error alone")
axes.axhline(shift_error, color="black", label="parameter-shift rule, same shots")
axes.set_xlabel("step width h")
axes.set_ylabel("error of the slope (hartree per radian)")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 12. To the left the shots spoil the difference, to the right the curvature does. The shift rule has no systematic error and about the least statistical one.*
#
# Where an angle occurs in several gates, the curve has several frequencies and needs more points; you will find the rule in the exercise. Each component of the gradient costs at least two energies, so that 100 angles cost 200 estimates *for one step*.
#
# **Misconception: "it is just like training a neural network".** There, the whole gradient costs about as much as two or three evaluations of the function (backpropagation), since all intermediate values can be kept. A quantum state cannot be copied or looked at on the way.
#
# ## 8. An ansatz for a chain, and its traps
#
# Back to the magnet. A natural ansatz imitates the evolution: layers of $e^{-i\gamma A}$ and $e^{-i\beta B}$ with free angles in place of time steps (*Hamiltonian variational ansatz*; Wecker, Hastings and Troyer, 2015). Another one, *hardware-efficient*, takes whatever gates the device has: RY on each qubit and CZ between neighbours. To be fast we use NumPy here. **Before you run:** six spins, each ansatz with 3 layers, from 20 random starts. Will all starts find the same energy? Which ansatz wins?


# %%
def rotate(states, k, gates):
    """Apply a 2x2 matrix to qubit k, another one for each row of states, shape (rows, 2**n)."""
    split = states.reshape(len(states), -1, 2, 2**k)
    return np.einsum("rab,rxby->rxay", gates, split).reshape(states.shape)


def layered_state(angles, diagonal):
    """From all spins along X, layers of exp(-iγ D) with a diagonal D and exp(-iβ B).

    Each row of angles is γ1, β1, γ2, β2, ...
    """
    angles = np.atleast_2d(angles)
    n = int(np.log2(len(diagonal)))
    states = np.full((len(angles), 2**n), 2 ** (-n / 2), dtype=complex)
    for gamma, beta in zip(angles.T[::2], angles.T[1::2], strict=True):
        states = states * np.exp(-1j * np.outer(gamma, diagonal))
        gates = np.array([[np.cos(beta), -1j * np.sin(beta)], [-1j * np.sin(beta), np.cos(beta)]])
        for k in range(n):
            states = rotate(states, k, gates.transpose(2, 0, 1))
    return states


def hardware_state(angles, n):
    """From |0...0>, rows of RY with CZ between neighbours; each row of angles has n for each of them."""
    angles = np.atleast_2d(angles)
    x = np.arange(2**n)
    cz = 1 - 2.0 * (np.bitwise_count(x & x >> 1) % 2)
    states = np.tile(np.eye(2**n)[0], (len(angles), 1))
    for number, half in enumerate(angles.T / 2):
        if number and number % n == 0:
            states = states * cz
        gates = np.array([[np.cos(half), -np.sin(half)], [np.sin(half), np.cos(half)]])
        states = rotate(states, number % n, gates.transpose(2, 0, 1))
    return states


def slopes_of(function, angles, h=1e-4):
    """All slopes of an exact function at once, by small differences (there are no shots here)."""
    shifts = h * np.eye(len(angles))
    return (function(angles + shifts) - function(angles - shifts)) / (2 * h)


n = 6
spins = 1 - 2 * (np.arange(2**n)[:, None] >> np.arange(n) & 1)
bond_values = (spins[:, 1:] * spins[:, :-1]).sum(axis=1)
matrix = ising(n).to_matrix().real
ground = np.linalg.eigvalsh(matrix)[0]
rng = np.random.default_rng(2)
results = {}
for name, build, count in (
    ("evolution, 6 angles", lambda a: layered_state(a, bond_values), 6),
    ("hardware-efficient, 24 angles", lambda a: hardware_state(a, n), 24),
):

    def energies_at(a, build=build):
        states = build(a)
        return np.einsum("rx,rx->r", states.conj(), states @ matrix).real

    results[name] = []
    for _ in tqdm(range(20), desc=name):
        found = minimize(
            lambda a: energies_at(a)[0],
            rng.uniform(-np.pi, np.pi, count),
            jac=lambda a: slopes_of(energies_at, a),
            method="BFGS",
            options={"maxiter": 100},
        )
        results[name].append(found.fun - ground)

figure, axes = plt.subplots(figsize=(6.5, 3.6))
for name, gaps in results.items():
    axes.semilogy(range(1, 21), np.maximum(np.sort(gaps), 1e-8), "o-", markersize=4, label=name)
axes.set_xlabel("start (sorted by result)")
axes.set_ylabel("energy above the ground energy")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 13. Twenty starts each, six spins at $g = 1$, with exact energies: no shots and no noise. The two curves fail in different ways.*
#
# The 24 angles end at the same energy from everywhere, about 0.06 above the ground energy. Very likely this is the best that this ansatz contains: it is *too small*, in spite of its many angles, and no optimiser will get lower. The six angles have several *local minima*, and most starts end in one that is not the best. From outside you see an energy in both cases, and not which of the two has happened, unless you know the exact result.
#
# The six angles know the structure of the problem, the 24 do not. For chains like this one a good deal is known. In general, finding the best angles is NP-hard (Bittel and Kliesch, 2021).
#
# ## 9. Barren plateaus
#
# "Then we take a large, flexible ansatz, and let the gradient lead us." In 2018 McClean, Boixo, Smelyanskiy, Babbush and Neven showed why this fails. Their circuit: RY(π/4) on each qubit, then layers of a rotation by a random angle about a random axis (X, Y or Z) on each qubit, and CZ between neighbours.
#
# **Before you run:** the slope with respect to the first angle has mean 0. How does its *variance* change from 2 to 8 qubits? We look at two observables: $Z_0Z_1$, which involves two qubits, and the projector on $|0\ldots0\rangle$, which involves all.


# %%
def random_circuits(angles, letters, n):
    """States of many random circuits at once; angles and letters have the shape (circuits, layers * n)."""
    x = np.arange(2**n)
    cz = 1 - 2.0 * (np.bitwise_count(x & x >> 1) % 2)
    one = np.array([np.cos(np.pi / 8), np.sin(np.pi / 8)])
    product = np.ones(1)
    for _ in range(n):
        product = np.kron(one, product)
    states = np.tile(product.astype(complex), (len(angles), 1))
    axes_of = np.array([X, Y, Z])
    for place in range(angles.shape[1]):
        half = angles[:, place, None, None] / 2
        gates = np.cos(half) * np.eye(2) - 1j * np.sin(half) * axes_of[letters[:, place]]
        states = rotate(states, place % n, gates)
        if place % n == n - 1:
            states = states * cz
    return states


sizes = np.arange(2, 9)
rng = np.random.default_rng(6)
variance = {"two qubits, 2 layers": [], "two qubits, 8n layers": [], "all qubits, 2 layers": []}
for n in tqdm(sizes, desc="qubits"):
    z = 1 - 2 * (np.arange(2**n)[:, None] >> np.arange(n) & 1)
    pair, all_zero = z[:, 0] * z[:, 1], np.eye(2**n)[0]
    for name, number, diagonal in (
        ("two qubits, 2 layers", 2, pair),
        ("two qubits, 8n layers", 8 * n, pair),
        ("all qubits, 2 layers", 2, all_zero),
    ):
        angles = rng.uniform(-np.pi, np.pi, (200, number * n))
        letters = rng.integers(0, 3, angles.shape)
        letters[:, 0] = 0  # the angle that is varied turns about X
        shift = np.pi / 2 * np.eye(number * n)[0]
        high, low = (
            abs(random_circuits(a, letters, n)) ** 2 @ diagonal
            for a in (angles + shift, angles - shift)
        )
        variance[name].append(np.var((high - low) / 2))

figure, axes = plt.subplots(figsize=(6.5, 3.8))
for (name, found), marker in zip(variance.items(), "os^", strict=True):
    axes.semilogy(sizes, found, marker + "-", label=name)
axes.semilogy(sizes, 0.5 * 2.0**-sizes, "k:", label="slope of 1/2ⁿ")
axes.set_xlabel("number n of qubits")
axes.set_ylabel("variance of one slope")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 14. Variance of the slope over 200 random circuits. With $8n$ layers it halves with each qubit, and with an observable on all qubits it falls faster still, even for 2 layers. A shallow circuit with a local observable is spared.*
#
# The reason is the picture of section 6: a deep random circuit makes random states, and these all have nearly the same energy. To tell a slope of size $s$ from zero takes about $1/s^2$ shots. With a variance of $2^{-n}$, that is $2^n$ shots: as many as the classical computer has amplitudes. No optimiser helps, because the information is not in the data.
#
# What helps: shallow circuits with local observables (Cerezo and others, 2021), an ansatz with few directions because of symmetry, a good starting point. It has been observed that many of the cases which are *provably* free of plateaus can also be simulated classically, because what spares them is that they explore a small space only (Cerezo and others discussed this in 2023). Whether there are useful exceptions is an open question.
#
# ## 10. QAOA and an honest race
#
# The same idea for an optimisation problem. **Max-cut:** colour the vertices of a graph with two colours so that as many edges as possible join different colours. The number of cut edges is the observable
#
# $$C = \sum_{(u,v)} \tfrac12\,(1 - Z_uZ_v),$$
#
# which is diagonal: every measurement is a colouring, with its cut. The *quantum approximate optimisation algorithm* (Farhi, Goldstone and Gutmann, 2014) takes $p$ layers
#
# $$|\gamma,\beta\rangle = e^{-i\beta_pB}e^{-i\gamma_pC}\cdots e^{-i\beta_1B}e^{-i\gamma_1C}\,|{+}\rangle^{\otimes n}, \qquad B = \sum_k X_k .$$
#
# **Before you run:** a ring of eight vertices, one layer. What is the largest cut? What does a random colouring cut on average? How good is the best point of the landscape?


# %%
def cut_values(n, edges):
    """The number of cut edges for each basis state."""
    x = np.arange(2**n)
    return sum((x >> u ^ x >> v) & 1 for u, v in edges).astype(float)


def expected_cut(angles, cut):
    """Mean cut after the layers, for each row of angles."""
    return abs(layered_state(angles, cut)) ** 2 @ cut


n = 8
ring = [(k, (k + 1) % n) for k in range(n)]
cut = cut_values(n, ring)
gammas, betas = np.linspace(0, np.pi, 41), np.linspace(0, np.pi / 2, 33)
grid = np.array([[g, b] for b in betas for g in gammas])
landscape = expected_cut(grid, cut).reshape(len(betas), len(gammas))
best = np.unravel_index(landscape.argmax(), landscape.shape)

figure, axes = plt.subplots(figsize=(6.5, 3.8))
image = axes.pcolormesh(gammas, betas, landscape / cut.max(), cmap="viridis", shading="auto")
figure.colorbar(image, ax=axes, label="expected cut / largest cut")
axes.plot(gammas[best[1]], betas[best[0]], "r*", markersize=12)
axes.set_xlabel("γ")
axes.set_ylabel("β")
plt.show()
print("best ratio:", round(landscape.max() / cut.max(), 4))

# %% [markdown]
# *Figure 15. One layer on a ring of eight. The best point (star) has the ratio 3/4, in agreement with the paper of 2014; a random colouring has 1/2. Half of the landscape is worse than random.*
#
# The ratio 3/4 holds for rings of any even length above 3: one layer sees each edge with its next neighbours and no more. With $p$ layers it is $(2p+1)/(2p+2)$ as long as the ring is longer than $2p + 1$. Whether it *beats* anything is another question. A child colours an even ring perfectly: alternate.
#
# So a fair race, on a random graph with three edges at each vertex and ten vertices. The competitors:
#
# - **QAOA** with $p = 1, 2, 3$: the *expected* cut, at the best angles found from many starts (the search itself not counted, which favours QAOA).
#
# - **Random** colouring, and **greedy**: go through the vertices once, choose the better colour.
#
# - **Goemans and Williamson** (1995): let each vertex be a unit vector, turn neighbours as far away from each other as possible (a convex problem, solved efficiently), cut the sphere with a random plane. (Here a simple descent turns the vectors, in place of a solver.) It is proven to reach 0.878 of the largest cut on *every* graph.
#
# - **Exact:** all $2^9$ colourings.

# %%
n = 10
rng = np.random.default_rng(12)
while True:  # three random perfect matchings without a common edge
    matchings = [
        frozenset(map(frozenset, rng.permutation(n).reshape(-1, 2).tolist())) for _ in range(3)
    ]
    if len(frozenset.union(*matchings)) == 3 * n // 2:
        break
graph = sorted(tuple(sorted(edge)) for edge in frozenset.union(*matchings))
cut = cut_values(n, graph)
largest = cut.max()
scores = {"random": cut.mean() / largest}

greedy = []
for _ in range(200):
    colour = np.full(n, -1)
    for v in rng.permutation(n):
        near = [colour[a + b - v] for a, b in graph if v in (a, b)]
        colour[v] = int(near.count(0) >= near.count(1))
    greedy.append(sum(colour[a] != colour[b] for a, b in graph))
scores["greedy"] = np.mean(greedy) / largest

arrows = rng.normal(size=(n, 6))  # the vectors, improved one after the other
for _ in range(100):
    for v in range(n):
        pull = sum(arrows[a + b - v] for a, b in graph if v in (a, b))
        arrows[v] = -pull / np.linalg.norm(pull)
planes = rng.normal(size=(6, 500))
sides = arrows @ planes > 0
rounded = sum(sides[a] != sides[b] for a, b in graph)
scores["Goemans-\nWilliamson"] = rounded.mean() / largest

guess = [0.6, 0.4]
for p in (1, 2, 3):
    found = []
    for number in tqdm(range(6), desc=f"QAOA p = {p}"):
        start = guess if number == 0 else rng.uniform(0, 1, 2 * p)
        found.append(
            minimize(
                lambda a: -expected_cut(a, cut)[0],
                start,
                jac=lambda a: -slopes_of(lambda x: expected_cut(x, cut), a),
                method="BFGS",
            )
        )
    winner = min(found, key=lambda one: one.fun)
    scores[f"QAOA\np = {p}"] = -winner.fun / largest
    guess = [*winner.x, 0.3, 0.2]

figure, axes = plt.subplots(figsize=(7, 3.8))
colours = ["tab:gray"] * 3 + ["tab:blue"] * 3
bars = axes.bar(list(scores), list(scores.values()), color=colours)
axes.bar_label(
    bars,
    [f"{score:.3f}" for score in scores.values()],
    fontsize=8,
    label_type="center",
    color="white",
)
axes.axhline(1, color="black", linestyle=":", label="exact, 512 colourings")
axes.axhline(0.878, color="tab:red", linestyle="--", linewidth=1, label="guarantee 0.878")
axes.set_ylim(0.4, 1.12)
axes.set_xlabel("method (blue: quantum, without noise and with exact energies)")
axes.set_ylabel("mean cut / largest cut")
axes.legend(fontsize=8, loc="upper left", ncols=2)
axes.tick_params(axis="x", labelsize=8)
plt.show()

# %% [markdown]
# *Figure 16. Mean results on one graph with ten vertices. One look at all colourings takes a laptop less than a millisecond.*
#
# One graph proves nothing; the figure only shows what has to be compared. What is known: on graphs with three edges at each vertex, one layer guarantees 0.692 (Farhi and others), below the classical 0.878. As $p$ grows the ratio tends to 1, without a useful statement how fast. For small $p$ there are proofs of the opposite kind: a shallow circuit cannot see the whole graph, and there are families of graphs on which it stays behind Goemans and Williamson (Bravyi, Kliesch, Koenig and Tang, 2020). No proof of an advantage of QAOA for a practical problem is known.
#
# **Misconception: "the superposition tries all colourings at once".** It does, and so does $|{+}\rangle^{\otimes n}$, whose measurement is a random colouring. What counts is interference that makes good ones likely, and its price in layers.
#
# ## 11. Noise: deeper is not better
#
# So far the gates were perfect. **Before you run:** the quench of section 4 with four spins up to $t = 2$, now with a chance of 0.1 % or 1 % after each two-qubit gate that its two qubits are replaced by random bits (a *depolarising* error). More steps reduce the error of the formula. What do they do to the whole?

# %%
n, end = 4, 2.0
target = expm(-1j * ising(n).to_matrix() * end)[:, 0]


def pauli_matrices(pair):
    """All 16 products of Pauli matrices on two of the qubits."""
    words = [a + b for a in "IXYZ" for b in "IXYZ"]
    return [SparsePauliOp.from_sparse_list([(w, pair, 1)], n).to_matrix() for w in words]


errors_on = {(k, k + 1): pauli_matrices([k, k + 1]) for k in range(n - 1)}


def infidelity(steps, chance):
    """1 - <target|rho|target> after the circuit with errors; an average over 16 Paulis makes random bits."""
    rho = np.zeros((2**n, 2**n), dtype=complex)
    rho[0, 0] = 1
    circuit = quench(n, 1.0, 1.0, end, steps)
    for instruction in circuit.data:
        places = [circuit.find_bit(qubit).index for qubit in instruction.qubits]
        single = QuantumCircuit(n)
        single.append(instruction.operation, places)
        gate = Operator(single).data
        rho = gate @ rho @ gate.conj().T
        if len(places) == 2 and chance:
            mixed = sum(P @ rho @ P for P in errors_on[tuple(places)]) / 16
            rho = (1 - chance) * rho + chance * mixed
    return 1 - (target.conj() @ rho @ target).real


numbers = [2, 3, 4, 6, 8, 12, 16, 24]
figure, axes = plt.subplots(figsize=(6.5, 3.6))
for chance, color in ((0.0, "black"), (0.001, "tab:green"), (0.01, "tab:red")):
    found = [infidelity(r, chance) for r in tqdm(numbers, desc=f"error {chance:.1%}")]
    label = f"error {chance:.1%} for each gate" if chance else "no errors"
    axes.loglog(numbers, found, "o-", color=color, label=label)
axes.set_xlabel("number of steps")
axes.set_ylabel("infidelity with the exact state")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 17. Without noise the infidelity falls like $1/r^4$ (it is about the square of the error of section 3). With noise there is a best number of steps, and beyond it each further step makes the result worse.*
#
# The best depth depends on the noise, and so does the best accuracy. Error mitigation (two modules on) moves the optimum, and pays with shots; error correction moves it as far as one likes, and pays with qubits.
#
# ## 12. What is known, and what is not
#
# | | Hamiltonian simulation | VQE, QAOA |
# | --- | --- | --- |
# | error | bounded by theorems | no general statement |
# | cost | polynomial in size, time, $1/\epsilon$ | unknown number of iterations; shots like $1/\epsilon^2$ |
# | needs | deep circuits, so in the long run error correction | shallow circuits |
# | advantage | expected for dynamics of large systems, on strong evidence; no unconditional proof | none proven for a practical problem |
# | classical rivals | tensor networks (small entanglement), exact methods (few spins) | DMRG, coupled cluster, Monte Carlo; simulated annealing, Goemans-Williamson |
#
# So when you read a claim, ask: How many qubits, and would exact diagonalisation or a tensor network do it? Which classical method was it compared with, at equal accuracy and total cost? Are shots, restarts and the search for angles counted? Were hard cases shown or chosen ones? Is there a proof, or a fit through five points?
#
# ## Summary
#
# - A Hamiltonian is a sum of Pauli strings. The rightmost letter belongs to qubit 0, and a mistake in the order raises no error.
#
# - $e^{-itP}$ for one string: frames, parity, $R_Z(2t)$, and back. Time evolution conserves the energy.
#
# - Product formulas: error $\propto 1/r$ in first order and $1/r^2$ in second, at the same number of two-qubit gates. The bound is a commutator.
#
# - Energies come from settings; strings that commute qubit by qubit share one. Shots grow like $1/\epsilon^2$.
#
# - The variational principle gives upper bounds and nothing else. Local minima, an ansatz that is too small, plateaus and noise stand between the bound and the truth.
#
# - The parameter-shift rule gives exact slopes from distant points, two energies for each angle that occurs in one gate.
#
# - Random deep circuits have gradients that vanish exponentially.
#
# - QAOA at $p = 1$ cuts 3/4 of a ring. Compare with Goemans-Williamson, greedy and brute force before you are impressed.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | evolution under a string | $e^{-itP} = \cos t\,I - i\sin t\,P$, and $R_P(\theta) = e^{-i\frac\theta2P}$ |
# | first order | $S_1(t) = e^{-iAt}e^{-iBt}$, error of $r$ steps $\le \frac{t^2}{2r}\lVert[A,B]\rVert$ |
# | second order | $S_2(t) = e^{-iBt/2}e^{-iAt}e^{-iBt/2}$, error of $r$ steps $\propto t^3/r^2$ |
# | shots for an energy | $\big(\sum_P\lvert c_P\rvert\big)^2/\epsilon^2$ |
# | variational principle | $\langle\psi\vert H\vert\psi\rangle \ge E_0$ |
# | parameter-shift rule | $E'(x) = \frac12\big(E(x+\frac\pi2) - E(x-\frac\pi2)\big)$ |
# | cut | $C = \sum_{(u,v)}\frac12(1 - Z_uZ_v)$ |
# | QAOA on a ring | $(2p+1)/(2p+2)$ |
# | barren plateau | $\mathrm{Var}\,\partial E \sim b^{-n}$ with some $b > 1$ |
#
# ## Further reading
#
# - S. Lloyd, "Universal quantum simulators", *Science* 273, pages 1073-1078 (1996).
#
# - A. M. Childs, Y. Su, M. C. Tran, N. Wiebe and S. Zhu, "Theory of Trotter error with commutator scaling", *Physical Review X* 11, 011020 (2021); free as arXiv 1912.08854.
#
# - P. J. J. O'Malley and others, "Scalable quantum simulation of molecular energies", *Physical Review X* 6, 031007 (2016); free as arXiv 1512.06860, whose second version has the corrected table.
#
# - J. R. McClean, S. Boixo, V. N. Smelyanskiy, R. Babbush and H. Neven, "Barren plateaus in quantum neural network training landscapes", *Nature Communications* 9, 4812 (2018); free as arXiv 1803.11173.
#
# - E. Farhi, J. Goldstone and S. Gutmann, "A quantum approximate optimization algorithm", arXiv 1411.4028 (2014). And its classical rival: M. X. Goemans and D. P. Williamson, *Journal of the ACM* 42, pages 1115-1145 (1995).
#
# - M. Cerezo and others, "Variational quantum algorithms", *Nature Reviews Physics* 3, pages 625-644 (2021); free as arXiv 2012.09265. A survey with an eye for what is not known.
