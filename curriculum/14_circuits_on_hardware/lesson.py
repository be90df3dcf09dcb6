# %% [markdown]
# # From circuit to hardware
#
# You have written a circuit, and it is right. You send it to a quantum computer. What the machine runs is *another* circuit: other gates, other qubits, several times as long. **Who rewrote it, what did it cost, and how much of your result is left?**
#
# The same circuit of twelve qubits can be a good idea on one device and hopeless on another, although both have "errors below one per cent". In this lesson you take two devices apart, as far as they are published, follow a circuit on its way into each of them, and learn to tell beforehand what will come out.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. read a device's description: native gates, couplings, durations, errors, and where the figures come from (4.1 II A2, 4.3 II A2);
# 2. follow a circuit through layout, routing, translation and optimisation, and read its bits back in the right order (5.3 II A2);
# 3. estimate how likely a run is to succeed and how long it takes, and choose qubits and device by that (5.3 II B1, 5.6 III A2);
# 4. use samplers and estimators, with and without noise, in a way that works on a real device unchanged (5.3 II A2);
# 5. trade depth for measurements and feed-forward, and say when this pays (5.3 II B1, 4.7 II A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need CX, GHZ states and Qiskit's bit order, and rotations. Everything that is asked of noise here is said here; a later module treats it properly.

# %%
import matplotlib.pyplot as plt
import numpy as np
from IPython.display import display
from qiskit import QuantumCircuit, transpile
from qiskit.circuit.library import QFTGate
from qiskit.primitives import StatevectorEstimator, StatevectorSampler
from qiskit.quantum_info import SparsePauliOp
from qiskit.transpiler import CouplingMap, Layout, PassManager, generate_preset_pass_manager
from qiskit.transpiler.passes import (
    ApplyLayout,
    BasisTranslator,
    EnlargeWithAncilla,
    FullAncillaAllocation,
    Optimize1qGatesDecomposition,
    SabreSwap,
    SetLayout,
)
from qiskit.circuit.equivalence_library import SessionEquivalenceLibrary
from qiskit_aer import AerSimulator
from qiskit_aer.noise import NoiseModel, ReadoutError, depolarizing_error

from grader.checks.devices import device

chip, ions = device("heron_like"), device("h2_like")
chip_target, ions_target = chip.target(), ions.target()

# %% [markdown]
# ## 1. What a device offers
#
# The two devices of this lesson are *descriptions*: files of figures that were published, with their sources. No device is connected. One is **like IBM's**: two hexagons cut out of the 156 superconducting qubits of a Heron processor, with the figures of one calibration. The other is **like Quantinuum's**: 56 trapped ions, with the figures of two papers.

# %%
for one in (chip, ions):
    print(one.title)
    print("  qubits:", one.qubits, " couplings:", len(one.coupling_pairs()), " as of", one.as_of)
    for name, gate in one.gates.items():
        print(
            f"  {name:4} on {gate.qubits} qubit(s): {gate.duration * 1e9:9.0f} ns, error {gate.error:.1e}"
        )
    print(
        f"  measure          : {one.readout_duration * 1e9:9.0f} ns, error {np.median(one.readout_errors):.1e}"
    )
    for source in one.sources:
        print("  from:", source.title, f"({source.year}), {source.where}")
    for estimate in one.estimates:
        print("  ESTIMATED, not published:", estimate)
    print()

# %% [markdown]
# Four kinds of figures, and what they mean:
#
# - **Native gates** are what the machine does. Everything else has to be said in these words. `rz` has the duration 0 and the error 0 on both: a turn about z is done by *renaming an angle* in the control software, from then on. It is called a virtual gate.
#
# - **Couplings** say which pairs can do a two-qubit gate. On the chip these are neighbours that are wired together. Ions are carried to each other, so every pair can meet.
#
# - **Durations** tell how fast. Ions are slow, since they have to be moved and cooled.
#
# - **Errors** are average infidelities: put in a random state, do the gate, compare with what should come out. An error of $10^{-3}$ means that a fraction $10^{-3}$ of the overlap is lost, on average over all states.
#
# **Before you run the next cell:** the chip's table says "error of `cz`: 0.36 %". This is the median of 22 couplings, all made in the same way on the same piece of silicon. By which factor do the best and the worst of them differ: 1.5, 10, 100?


# %%
def map_of(axes, values, title):
    """Draw the chip, its couplings coloured by values (a dictionary pair -> number), on a logarithmic scale."""
    colours = plt.get_cmap("viridis_r")
    numbers = np.log10(list(values.values()))
    low, high = min(numbers), max(numbers)
    for (a, b), value in values.items():
        (xa, ya), (xb, yb) = chip.positions[a], chip.positions[b]
        shade = (np.log10(value) - low) / (high - low)
        axes.plot([xa, xb], [ya, yb], color=colours(shade), linewidth=5, zorder=1)
    for q, (x, y) in enumerate(chip.positions):
        axes.scatter([x], [y], s=330, color="white", edgecolors="black", zorder=2)
        axes.text(x, y, str(q), ha="center", va="center", fontsize=8, zorder=3)
    axes.set_title(title, fontsize=10)
    axes.set_xlabel("column of the chip")
    axes.set_ylabel("row")
    axes.set_yticks([0, 1, 2])


cz_error = {pair: chip.error("cz", *pair) for pair in chip.coupling_pairs()}
figure, axes = plt.subplots(1, 2, figsize=(11, 3.2), width_ratios=[2, 1])
map_of(axes[0], cz_error, "couplings, dark: large error of cz")
axes[1].semilogy(sorted(cz_error.values()), "o-")
axes[1].axhline(ions.error("rzz", 0, 1), color="tab:red", linestyle="--", label="ions: every pair")
axes[1].set_xlabel("coupling, best to worst")
axes[1].set_ylabel("error of cz")
axes[1].legend(fontsize=8)
axes[1].grid(alpha=0.3)
figure.tight_layout()
plt.show()
best, worst = min(cz_error, key=cz_error.get), max(cz_error, key=cz_error.get)
print(f"best {best}: {cz_error[best]:.4f}, worst {worst}: {cz_error[worst]:.3f}")

# %% [markdown]
# *Figure 1. Left: the chip, a pattern called heavy hexagon: no qubit has more than three neighbours. Right: the errors of its 22 couplings. They differ by a factor of 115: the pair 16-17 was out of order on that day, and two others were poor. None of them is as good as a pair of ions (dashed), which has the same error wherever it is.*
#
# So a sentence such as "this device has an error of 0.36 %" says little about *your* circuit. It matters where on the chip it lands, and on which day: a chip is calibrated daily, and the figures drift. This is the reason why each description carries a date.
#
# **Try:** print `chip.readout_errors` and `chip.t2`. Which qubit would you avoid? Is it the same for both reasons?

# %% [markdown]
# ## 2. Native gates
#
# **Before you run:** a Bell pair needs `h` and `cx`. The chip has neither. How many native gates will it take? How many of them take time?

# %%
bell = QuantumCircuit(2)
bell.h(0)
bell.cx(0, 1)
on_chip = transpile(bell, basis_gates=["rz", "sx", "x", "cz"], optimization_level=1)
on_ions = transpile(bell, basis_gates=["rz", "r", "rzz"], optimization_level=1)


def show(circuit, title):
    """Draw a circuit with a title; its global phase, which nobody can measure, is left out."""
    circuit = circuit.copy()
    circuit.global_phase = 0
    picture = circuit.draw("mpl", fold=30, scale=0.6, idle_wires=True)
    picture.suptitle(title, fontsize=9, x=0.02, ha="left", y=1.02)
    display(picture)


show(bell, "as written")
show(on_chip, "chip: rz, sx, x, cz")
show(on_ions, "ions: rz, r, rzz")

# %% [markdown]
# *Figure 2. A Bell pair in three languages; time runs to the right. `sx` is the square root of X; `r(θ, φ)` is a turn by θ about an axis in the plane of x and y, which the manufacturer calls U1q.*
#
# The rules behind it, each up to a global phase:
#
# $$H = R_Z(\tfrac\pi2)\;\mathrm{SX}\;R_Z(\tfrac\pi2), \qquad \mathrm{CX} = (I\otimes H)\;\mathrm{CZ}\;(I\otimes H),$$
#
# $$U(\theta,\varphi,\lambda) = R_Z(\varphi + \pi)\,\mathrm{SX}\,R_Z(\theta + \pi)\,\mathrm{SX}\,R_Z(\lambda).$$
#
# The last one says that *every* gate on one qubit is two `sx` and three virtual turns, and so costs $2\cdot 24$ ns on this chip. That is why one does not count gates on one qubit any more when it gets serious. One counts the others:

# %%
turn = QuantumCircuit(2)
turn.rzz(0.3, 0, 1)
swap = QuantumCircuit(2)
swap.swap(0, 1)
table = {"cx": QuantumCircuit(2), "rzz(0.3)": turn, "swap": swap}
table["cx"].cx(0, 1)
print("two-qubit gates for one    chip (cz)   ions (rzz)")
for name, circuit in table.items():
    counts = []
    for basis, entangling in [(["rz", "sx", "x", "cz"], "cz"), (["rz", "r", "rzz"], "rzz")]:
        made = transpile(circuit, basis_gates=basis, optimization_level=1)
        counts.append(made.count_ops().get(entangling, 0))
    print(f"{name:>23} {counts[0]:11} {counts[1]:12}")

# %% [markdown]
# A turn by a *small* angle costs the chip two full `cz`, and the ions one `rzz` with just this angle. (Heron processors can do `rzz` with angles up to $\pi/2$, too; in the calibration that we use it was not calibrated.) Keep an eye on the last line: **a swap costs three gates**, and nobody wrote it into the program. Yet.
#
# **Try:** add `ccx` on three qubits to the table.

# %% [markdown]
# ## 3. On the way into the device: four stages
#
# Qiskit's function `transpile` takes a circuit and a *target* (our `chip.target()`), and does four things, one after the other:
#
# 1. **Layout:** choose a physical qubit for each qubit of the program.
#
# 2. **Routing:** insert swaps so that qubits meet which have to.
#
# 3. **Translation:** say everything in native gates.
#
# 4. **Optimisation:** cancel what cancels, merge turns.
#
# Let us stop after each stage. The circuit joins each of three qubits with each other one, a triangle. The device is a line of three qubits, for which there is no triangle. **Before you run:** how many `cz` will be there at the end, for three `cx` at the beginning?

# %%
triangle = QuantumCircuit(3)
triangle.h(0)
triangle.cx(0, 1)
triangle.cx(0, 2)
triangle.t(2)
triangle.cx(1, 2)

line = CouplingMap.from_line(3, bidirectional=True)
native = ["rz", "sx", "x", "cz"]
stages = {
    "as written": [],
    "layout: program qubit 0, 1, 2 on physical 0, 1, 2": [
        SetLayout(Layout.from_intlist([0, 1, 2], *triangle.qregs)),
        FullAncillaAllocation(line),
        EnlargeWithAncilla(),
        ApplyLayout(),
    ],
    "routing: a swap": [SabreSwap(line, "decay", seed=1)],
    "translation": [BasisTranslator(SessionEquivalenceLibrary, native)],
    "optimisation": [Optimize1qGatesDecomposition(basis=native)],
}
snapshots, passes = {}, []
for title, added in stages.items():
    passes += added
    snapshots[title] = PassManager(passes).run(triangle) if passes else triangle

for title, circuit in snapshots.items():
    show(circuit, f"{title}   {dict(circuit.count_ops())}")

# %% [markdown]
# *Figure 3. A circuit after each stage. Routing adds a swap; translation makes it three `cz`, so that there are six instead of three; optimisation merges the turns on one qubit.*
#
# Note that after routing the last `cx` acts on other wires than before: the swap has exchanged the qubits, and from then on the program's qubits live elsewhere. We come back to this in section 5.
#
# In practice you do not call the stages yourself. The two usual ways:

# %%
made = transpile(triangle, target=chip_target, optimization_level=2, seed_transpiler=7)
manager = generate_preset_pass_manager(optimization_level=2, target=chip_target, seed_transpiler=7)
again = manager.run(triangle)
print("transpile:    ", dict(made.count_ops()), " depth", made.depth())
print("pass manager: ", dict(again.count_ops()), " depth", again.depth())
print(
    "physical qubits of the program's qubits 0, 1, 2:",
    made.layout.initial_index_layout(filter_ancillas=True),
)

# %% [markdown]
# With the whole chip to choose from, and the errors of its target at hand, the layout stage looks for a place where the program fits and where the errors are small. (Finding the *best* layout and routing is a hard problem: no efficient method is known that always finds it. So the stages are heuristics, the routing above is called SABRE: Li, Ding and Xie, 2019.)
#
# **Try:** `optimization_level` from 0 to 3. Which level begins to use fewer `cz`? Where does the layout go at level 0?

# %% [markdown]
# ## 4. What connectivity costs
#
# Three families of circuits:
#
# - **GHZ:** $n - 1$ gates `cx`, neighbours on a line suffice;
#
# - **all pairs:** one `rzz` for each of the $n(n-1)/2$ pairs, as in many optimisation problems;
#
# - **QFT:** the quantum Fourier transform, a turn for each pair, too.
#
# **Before you run:** for $n = 8$ there are 28 pairs. The ions need 28 gates. The chip needs two `cz` for each `rzz`, so at least 56. Guess the number with routing.


# %%
def ghz(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(n - 1):
        circuit.cx(k, k + 1)
    return circuit


def all_pairs(n):
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    for i in range(n):
        for j in range(i + 1, n):
            circuit.rzz(0.3, i, j)
    return circuit


def fourier(n):
    circuit = QuantumCircuit(n)
    circuit.append(QFTGate(n), range(n))
    return circuit


families = {"GHZ": ghz, "all pairs": all_pairs, "QFT": fourier}
sizes = [2, 4, 6, 8, 10]
tried = {}  # (family, n) -> circuits for the chip, one for each seed
placed = {}  # (family, device, n) -> the one with the fewest two-qubit gates
for name, family in families.items():
    for n in sizes:
        program = family(n)
        program.measure_all()
        tried[name, n] = [
            transpile(program, target=chip_target, optimization_level=2, seed_transpiler=seed)
            for seed in range(6)
        ]
        placed[name, "chip", n] = min(tried[name, n], key=lambda c: c.count_ops().get("cz", 0))
        placed[name, "ions", n] = transpile(
            program, basis_gates=["rz", "r", "rzz"], optimization_level=2, seed_transpiler=0
        )

figure, axes = plt.subplots(1, 3, figsize=(11, 3.4))
for one, name in zip(axes, families, strict=True):
    for where, entangling, mark in [("chip", "cz", "o-"), ("ions", "rzz", "s-")]:
        numbers = [placed[name, where, n].count_ops().get(entangling, 0) for n in sizes]
        one.plot(sizes, numbers, mark, label=f"{where} ({entangling})")
        print(f"{name:9} {where}: {dict(zip(sizes, numbers, strict=True))}")
    one.set_title(name)
    one.set_xlabel("qubits n")
    one.legend(fontsize=8)
    one.grid(alpha=0.3)
axes[0].set_ylabel("two-qubit gates")
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 4. Two-qubit gates after transpiling (on the chip the best of six seeds). For GHZ both devices need $n - 1$. When all qubits meet, the chip needs several times as many.*
#
# Where do they come from? On a line, qubits that are $d$ couplings apart need $d - 1$ swaps, of three gates each. A clever order helps: in a **swap network** the qubits of a line walk past each other like dancers, each pair meets exactly once, and interaction and swap together cost three gates. This makes $\frac32 n(n-1)$ gates for all pairs, in $3n$ layers (Kivlichan and others, 2018); you write it in the exercise. For $n = 8$ it is 84. Compare with the figure: does the general heuristic find it?
#
# A lower bound to keep in mind: a line lets two qubits meet after a number of layers that grows with their distance, whatever the compiler does. No software removes this; only measurements and feed-forward get round it (section 10).
#
# **Try:** GHZ with the gates `cx(0, k)` for all `k`. The state is the same. Is the number of `cz`? (The compiler sees gates, not states.)

# %% [markdown]
# ## 5. Whose bit is it?
#
# Routing moves qubits. The transpiler keeps a note of it, the circuit's *layout*, and Qiskit connects measurements of your program to the right physical qubits. So usually you notice nothing. You notice it when you measure by hand, or compare circuits, or count gates.
#
# **Before you run:** the program puts a 1 on qubit 0 and swaps it to qubit 2. It is transpiled *without* measurements; then we measure physical qubit $k$ into bit $k$. What do we read?

# %%
program = QuantumCircuit(3)
program.x(0)
program.swap(0, 2)
tidy = transpile(program, basis_gates=native, optimization_level=2, seed_transpiler=1)
print("gates that are left:", dict(tidy.count_ops()))


def measured(circuit):
    """Measure qubit k into bit k, run, and return the counts."""
    circuit = circuit.copy()
    circuit.measure_all()
    return StatevectorSampler(seed=5).run([circuit], shots=100).result()[0].data.meas.get_counts()


print("as written:          ", measured(program))
print("transpiled, measured:", measured(tidy))
print("final place of my qubits 0, 1, 2:", tidy.layout.final_index_layout())

# %% [markdown]
# The swap is *gone*. The optimiser has noticed that it need not swap anything: it suffices to write down that qubits 0 and 2 have exchanged their names. The note is in `layout`, and whoever ignores it reads the wrong bit. With the note, the bits come back in order:


# %%
def in_my_order(counts, place):
    """My qubit v is the physical qubit place[v]; bit 0 is the rightmost."""
    mine = {}
    for key, shots in counts.items():
        short = "".join(key[-1 - k] for k in reversed(place))
        mine[short] = mine.get(short, 0) + shots
    return mine


chain = QuantumCircuit(4)
chain.x([0, 1])
for a, b, angle in [(0, 3, 0.6), (1, 3, 1.3), (0, 2, 0.4), (1, 2, 1.1)]:
    chain.ry(angle, b)
    chain.cx(a, b)
routed = transpile(
    chain,
    coupling_map=CouplingMap.from_line(5),
    basis_gates=native,
    optimization_level=1,
    seed_transpiler=3,
)
place = routed.layout.final_index_layout(filter_ancillas=True)
raw = measured(routed)
readings = {
    "the program itself": measured(chain),
    "physical bits, as they stand": raw,
    f"back in order, place = {place}": in_my_order(raw, place),
}
figure, axes = plt.subplots(1, 3, figsize=(11, 3.2), sharey=True)
for one, (title, counts) in zip(axes, readings.items(), strict=True):
    keys = sorted(counts)
    one.bar(keys, [counts[key] for key in keys])
    one.set_title(title, fontsize=9)
    one.set_xlabel("outcome")
    one.tick_params(axis="x", rotation=45)
axes[0].set_ylabel("shots of 100")
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 5. A program of four qubits on a line of five. The raw bits belong to physical qubits (middle); read through the final layout they agree with the program (right), up to the fluctuations of 100 shots.*
#
# Two consequences for honest counting:
#
# - A swap that was moved into the layout is free *only if* you can live with renamed qubits: at the end of a program, yes. In the middle of a larger program somebody else pays for it.
#
# - "My circuit has no swaps" is no statement about a circuit; it is one about a circuit *and* a layout. In the exercise of this module layouts are not read: a qubit that should be somewhere has to be brought there by gates.
#
# **Try:** replace `optimization_level=2` by 1 in the first cell of this section.

# %% [markdown]
# ## 6. A compiler that throws dice
#
# SABRE begins from random layouts. **Before you run:** we transpile *the same* QFT of 7 qubits for *the same* chip with 40 seeds. By how much do the numbers of `cz` differ?

# %%
from tqdm import tqdm

program = fourier(7)
numbers = []
for seed in tqdm(range(40), desc="seeds", ncols=60, mininterval=1):
    made = transpile(program, target=chip_target, optimization_level=1, seed_transpiler=seed)
    numbers.append(made.count_ops()["cz"])

figure, axes = plt.subplots(figsize=(6.5, 3.2))
axes.hist(numbers, bins=np.arange(min(numbers) - 0.5, max(numbers) + 3, 3), color="tab:blue")
axes.axvline(np.median(numbers), color="tab:orange", label=f"median {np.median(numbers):.0f}")
axes.set_xlabel("number of cz")
axes.set_ylabel("seeds (of 40)")
axes.legend(fontsize=8)
plt.show()
print(f"best {min(numbers)} (seed {int(np.argmin(numbers))}), worst {max(numbers)}")

# %% [markdown]
# *Figure 6. One circuit, one chip, forty seeds.*
#
# So (1) **pin the seed** (`seed_transpiler=...`) wherever you report a number, together with the version of Qiskit and the level; (2) try several seeds and keep the best circuit, which is cheap compared with running a bad one; (3) if somebody reports "our compiler saves 20 % of the gates", ask about the seeds of the other one.
#
# **Try:** does the seed with the fewest `cz` also have the smallest depth?

# %% [markdown]
# ## 7. Will it work? A first estimate
#
# If gates go wrong independently of each other, with the probabilities of the table, then a run in which *nothing* goes wrong has the probability
#
# $$p \;\approx\; \prod_{\text{gates}} (1 - e_g)\;\prod_{\text{measured}} (1 - r_q) \;\approx\; e^{-(\text{sum of all errors})}.$$
#
# This is crude. Some errors do no harm (a phase error just before a measurement), some cancel, and waiting qubits decay although no gate is done. But it tells at once whether to expect 90 % or 0.1 %, and *where* the loss comes from.
#
# **Before you run:** a GHZ state of 12 qubits in a line has 11 `cz` of 0.36 %, some `sx`, and 12 measurements of about 0.7 %. Which is the largest loss: gates or readout?


# %%
def success(circuit, one):
    """The product of what all gates and measurements leave."""
    good = 1.0
    for step in circuit.data:
        name = step.operation.name
        if name in one.gates or name == "measure":
            good *= 1 - one.error(name, *(circuit.find_bit(q).index for q in step.qubits))
    return good


def on_line(line, n):
    """A GHZ state along a given line of physical qubits, measured."""
    program = ghz(n)
    program.measure_all()
    return transpile(
        program, target=chip_target, initial_layout=line, optimization_level=1, seed_transpiler=0
    )


top = list(range(9))  # the upper row
bottom = list(range(12, 21))  # the lower row, with the broken coupling 16-17
for title, street in [("upper row", top), ("lower row", bottom)]:
    made = on_line(street, 9)
    losses = {}
    for step in made.data:
        name = step.operation.name
        if name in ("cz", "sx", "x", "measure"):
            error = chip.error(name, *(made.find_bit(q).index for q in step.qubits))
            losses[name] = losses.get(name, 0) + error
    print(
        f"{title}: success {success(made, chip):.3f}, sums of errors",
        {k: round(float(v), 4) for k, v in losses.items()},
    )

# %% [markdown]
# On the upper row *readout* is the largest loss. On the lower row one bad coupling takes a fifth of all runs. Choosing a line by such a product is a task of the exercise.
#
# ### Is the estimate any good?
#
# We can try it with a simulation. A *noise model* says what happens beside the gates: after each `cz` or `sx` the qubits are replaced by random ones with some probability (depolarisation), and each measured bit is flipped with its readout error. (Depolarisation with the parameter $\lambda$ on $d$ dimensions has the average infidelity $\lambda\,(1 - 1/d)$; we solve for $\lambda$.) This leaves out decay while waiting, crosstalk, leakage and drift: it is a model of the *table*, not of the device.


# %%
def noise_of(one):
    """A noise model with the errors of a device's table; with one error for all places if it has so."""
    model = NoiseModel(basis_gates=[*one.gates, "measure"])
    for name, gate in one.gates.items():
        size = 2**gate.qubits
        for place, error in gate.errors.items():
            channel = depolarizing_error(error * size / (size - 1), gate.qubits)
            model.add_quantum_error(channel, name, list(place))
            if gate.qubits == 2:
                model.add_quantum_error(channel, name, list(place)[::-1])
        if gate.error and not gate.errors:
            model.add_all_qubit_quantum_error(
                depolarizing_error(gate.error * size / (size - 1), gate.qubits), name
            )
    for q, r in enumerate(one.readout_errors):
        model.add_readout_error(ReadoutError([[1 - r, r], [r, 1 - r]]), [q])
    return model


chip_noise = noise_of(chip)
noisy = AerSimulator(noise_model=chip_noise, seed_simulator=11)
lengths = [2, 3, 4, 5, 6, 7, 8, 9]
figure, axes = plt.subplots(figsize=(6.8, 3.6))
for title, street, colour in [("upper row", top, "tab:blue"), ("lower row", bottom, "tab:orange")]:
    estimated, found = [], []
    for n in lengths:
        made = on_line(street[:n], n)
        estimated.append(success(made, chip))
        counts = noisy.run(made, shots=4000).result().get_counts()
        found.append((counts.get("0" * n, 0) + counts.get("1" * n, 0)) / 4000)
    axes.plot(lengths, estimated, "--", color=colour, label=f"{title}, estimate")
    axes.errorbar(
        lengths,
        found,
        yerr=3 * np.sqrt(np.multiply(found, np.subtract(1, found)) / 4000),
        fmt="o",
        color=colour,
        label=f"{title}, simulated: 00...0 or 11...1",
    )
axes.set_xlabel("qubits of the GHZ state")
axes.set_ylabel("share of good shots")
axes.set_ylim(0.5, 1)
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 7. GHZ states on two rows of the chip. The dots are simulated with the noise model (bars: three standard errors), the lines are the product. The broken coupling 16-17 sits between the fifth and the sixth qubit of the lower row.*
#
# The product fits. This is partly luck: of the errors of depolarisation on two qubits one in five is a mere phase error, which these outcomes do not show, and the average infidelity happens to be smaller than the probability of an error by the same factor. Other circuits and other observables see more of the errors or less. For *comparing* two layouts the product is very good. That is its use.
#
# ### Fewest gates, or best chance?
#
# In section 4 we kept, of six seeds, the circuit with the fewest `cz`. **Before you run:** is it the one with the best chance, too?

# %%
figure, axes = plt.subplots(figsize=(6.5, 3.6))
for name, mark in [("all pairs", "o"), ("QFT", "s")]:
    counts = [circuit.count_ops()["cz"] for circuit in tried[name, 8]]
    axes.semilogy(counts, [success(circuit, chip) for circuit in tried[name, 8]], mark, label=name)
axes.set_xlabel("number of cz")
axes.set_ylabel("estimated success of a shot")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()
for name, n in tried:
    placed[name, "chip", n] = max(tried[name, n], key=lambda circuit: success(circuit, chip))

# %% [markdown]
# *Figure 8. Six seeds each for two circuits of 8 qubits. Whether a circuit uses the broken couplings matters far more than ten gates more or less.*
#
# So rank circuits by the estimate and not by the count. From here on we do. (The layout stage does look at errors, but the router, once it is under way, takes the shortest detour, whether the road is good or not. One can also take a coupling off the map: a target without the pair 16-17.)
#
# ### Two devices
#
# **Before you run:** for which of the three families will the chip be ahead of the ions at $n = 10$?

# %%
figure, axes = plt.subplots(1, 3, figsize=(11, 3.4), sharey=True)
for one, name in zip(axes, families, strict=True):
    one.plot(sizes, [success(placed[name, "chip", n], chip) for n in sizes], "o-", label="chip")
    one.plot(sizes, [success(placed[name, "ions", n], ions) for n in sizes], "s-", label="ions")
    one.set_title(name)
    one.set_xlabel("qubits n")
    one.grid(alpha=0.3)
axes[0].set_ylabel("estimated success of a shot")
axes[0].legend(fontsize=8)
axes[0].set_ylim(0, 1.02)
figure.tight_layout()
plt.show()
for name in families:
    print(
        f"{name:9} n = 10: chip {success(placed[name, 'chip', 10], chip):.3f}, ions {success(placed[name, 'ions', 10], ions):.3f}"
    )

# %% [markdown]
# *Figure 9. The estimate for both devices. For GHZ the difference is mostly readout; where all qubits meet, the routing multiplies it.*
#
# By this measure the ions win everywhere, on the figures of these dates. It is one measure. The next one goes the other way.
#
# **Try:** how small would the error of `cz` have to be (the same at every coupling) for the chip to reach the ions at "all pairs", $n = 10$?

# %% [markdown]
# ## 8. How long does it take?
#
# Each gate starts when its qubits are free. The circuit is over when the last qubit is. This *critical path* is like a depth, with steps of different length.
#
# **Before you run:** a GHZ state of 8 qubits on the chip, with its measurement. What takes longest?


# %%
def schedule(circuit, one):
    """Begin and end (in seconds) of each step that takes time, with its name and qubits."""
    free, bars = {}, []
    for step in circuit.data:
        qubits = [circuit.find_bit(q).index for q in step.qubits]
        begin = max(free.get(q, 0.0) for q in qubits)
        name = step.operation.name
        end = begin + (0.0 if name == "barrier" else one.duration(name))
        for q in qubits:
            free[q] = end
        if end > begin:
            bars.append((name, qubits, begin, end))
    return bars


def run_time(circuit, one):
    return max((end for *_, end in schedule(circuit, one)), default=0.0)


made = on_line(top[:8], 8)
colours = {"sx": "tab:green", "x": "tab:green", "cz": "tab:blue", "measure": "tab:gray"}
figure, axes = plt.subplots(figsize=(9, 3.4))
for name, qubits, begin, end in schedule(made, chip):
    for q in qubits:
        axes.barh(
            q,
            1e9 * (end - begin),
            left=1e9 * begin,
            color=colours[name],
            edgecolor="white",
            linewidth=0.5,
        )
for name in ["sx", "cz", "measure"]:
    axes.barh(0, 0, color=colours[name], label=name)
axes.set_xlabel("time in ns")
axes.set_ylabel("physical qubit")
axes.set_yticks(range(8))
axes.legend(fontsize=8, loc="upper left")
plt.show()
print(
    f"chip: {1e6 * run_time(made, chip):.2f} µs a shot; median T2 {1e6 * np.median(chip.t2):.0f} µs"
)
print(
    f"ions: {1e3 * run_time(placed['GHZ', 'ions', 8], ions):.1f} ms a shot, from the estimated durations"
)

# %% [markdown]
# *Figure 10. A GHZ state of 8 qubits on the chip, from one end of the line to the other, with a barrier before the measurement. The measurement takes more than half of the time.*
#
# The figure shows the qubits *waiting*, too. A waiting qubit decays: in a time $t$ it loses about $t/T_2$ of its phase. For the 2.3 µs of this shot and a $T_2$ of 100 µs it is 2 %, several times the error of a gate. The product of section 7 leaves this out.
#
# The ions are a thousand times slower, if the durations that we put in by order of magnitude are right. How much does it matter? **A result is an average over shots.** If a share $p$ of the shots is good and the others are noise, the signal shrinks by $p$, and for the same precision one needs about $1/p^2$ times as many shots. So a fair comparison is
#
# $$\text{time} \;\propto\; \frac{\text{time of a shot}}{p^2}.$$

# %%
pause = 250e-6  # between two shots on the chip, a usual setting; ours to choose
figure, axes = plt.subplots(1, 3, figsize=(11, 3.4), sharey=True)
for one, name in zip(axes, families, strict=True):
    for where, which, rest, mark in [("chip", chip, pause, "o-"), ("ions", ions, 0.0, "s-")]:
        times = []
        for n in sizes:
            circuit = placed[name, where, n]
            times.append(1e4 * (run_time(circuit, which) + rest) / success(circuit, which) ** 2)
        one.semilogy(sizes, times, mark, label=where)
    one.set_title(name)
    one.set_xlabel("qubits n")
    one.grid(alpha=0.3)
axes[0].set_ylabel("seconds")
axes[0].legend(fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 11. Time for the precision that 10 000 perfect shots would give, on a logarithmic scale. The chip is ahead by far while its signal lives; its curves rise fastest where the routing is worst.*
#
# (Three cautions. The ions' durations are estimates. They are also drawn as if all gates of a layer ran at the same time, which favours them: H2 does four two-qubit gates at once. And dividing by $p^2$ supposes that one *knows* $p$ and that the bad shots are pure noise. When $p$ is small, no number of shots helps, because a small bias of the bad shots outweighs the signal.)
#
# So which device is better? For a few shots of a well-connected circuit, the ions. For millions of shots of a circuit that fits on neighbours, the chip. The question has no answer without the circuit.
#
# **Try:** set the pause to 0. Which families change?

# %% [markdown]
# ## 9. Primitives: the same program for simulator and device
#
# Programs for real devices use two *primitives*: a **sampler** takes circuits and returns outcomes; an **estimator** takes circuits and observables and returns expectation values. All implementations have the same interface, so that you can develop with `StatevectorSampler` and change one line later.
#
# A device's estimator wants a circuit for its own qubits (an *ISA circuit*: native gates, real couplings), and an observable on the same qubits. `apply_layout` brings the observable to where the qubits went. **Before you run:** what is $\langle ZZ\ldots\rangle$ of neighbours, and $\langle XXXX\rangle$, for a GHZ state of four qubits? Which one will suffer more from noise?

# %%
from qiskit_aer.primitives import EstimatorV2 as AerEstimator

program = ghz(4)
observables = [
    SparsePauliOp("ZZII"),
    SparsePauliOp("IZZI"),
    SparsePauliOp("ZZZZ"),
    SparsePauliOp("XXXX"),
]
ideal = StatevectorEstimator().run([(program, observables)]).result()[0].data.evs

street = [15, 16, 17, 18]  # over the broken coupling, so that there is something to see
isa = transpile(
    program, target=chip_target, initial_layout=street, optimization_level=1, seed_transpiler=1
)
moved = [observable.apply_layout(isa.layout) for observable in observables]
forgotten = [observable.apply_layout(None, num_qubits=chip.qubits) for observable in observables]
estimator = AerEstimator(
    options={
        "backend_options": {"noise_model": chip_noise},
        "run_options": {"seed_simulator": 3},
        "default_precision": 0.0,
    }
)
with_noise = estimator.run([(isa, moved)]).result()[0].data.evs
wrong_place = estimator.run([(isa, forgotten)]).result()[0].data.evs

figure, axes = plt.subplots(figsize=(7, 3.4))
positions = np.arange(len(observables))
for shift, values, title in [
    (-0.27, ideal, "ideal"),
    (0, with_noise, "noise of the chip"),
    (0.27, wrong_place, "noise, layout forgotten"),
]:
    axes.bar(positions + shift, values, width=0.25, label=title)
axes.set_xticks(positions, [observable.paulis[0].to_label() for observable in observables])
axes.set_xlabel("observable")
axes.set_ylabel("expectation value")
axes.axhline(0, color="black", linewidth=0.8)
axes.set_ylim(-0.1, 1.3)
axes.legend(fontsize=8, loc="upper right", ncols=3)
plt.show()
print("the program's qubits are on", isa.layout.final_index_layout(filter_ancillas=True))

# %% [markdown]
# *Figure 12. Expectation values of a GHZ state of four qubits. With noise all shrink that reach across the broken coupling between the program's qubits 1 and 2. If the layout is forgotten, the estimator measures qubits in $|0\rangle$: the Z observables are beautifully, misleadingly near 1, and only XXXX betrays it.*
#
# That last set of bars is a bug that one meets in real life. It produces *better* values than the truth.
#
# **Try:** the same with a product state in place of the GHZ state. Which observable would betray the bug now?

# %% [markdown]
# ## 10. Measuring on the way: dynamic circuits
#
# Since a few years devices can measure in the middle of a circuit, compute with the outcome, and act on it while the other qubits live: *feed-forward*. Teleportation is the best-known example. It gives a way round the slow spread of news along couplings.
#
# ### A distant CX
#
# Control and target stand at the ends of a line of six qubits. Two Bell pairs in between, measurements, and corrections by their parities do a CX in *two* layers of two-qubit gates. **Before you run:** with swaps, how many `cx` would it take to bring them together and do the gate? (Bäumer and others, 2024, did it the other way on a chip, across up to 101 qubits.)


# %%
def distant_cx(m):
    """CX from qubit 0 to qubit m + 1; the m qubits in between (m even) are helpers that begin in |0>."""
    circuit = QuantumCircuit(m + 2, m)
    for k in range(1, m, 2):  # Bell pairs (1, 2), (3, 4), ...
        circuit.h(k)
        circuit.cx(k, k + 1)
    for k in range(0, m + 1, 2):  # each joins what was not joined
        circuit.cx(k, k + 1)
    for k in range(1, m + 1):
        if k % 2 == 0:
            circuit.h(k)
        circuit.measure(k, k - 1)
    for k in range(1, m + 1, 2):  # bit flips of the target
        with circuit.if_test((circuit.clbits[k - 1], 1)):
            circuit.x(m + 1)
    for k in range(2, m + 1, 2):  # sign flips of the control
        with circuit.if_test((circuit.clbits[k - 1], 1)):
            circuit.z(0)
    return circuit


figure, axes = plt.subplots(figsize=(11, 4.2))
distant_cx(4).draw("mpl", ax=axes, fold=-1)
axes.set_title("CX from qubit 0 to qubit 5", fontsize=10, loc="left")
plt.show()

# %% [markdown]
# *Figure 13. A CX between the ends of a line of six qubits. Two layers of two-qubit gates, then measurements; the boxes act only if their bit is 1.*
#
# Does it work, for *every* input and every outcome? We prepare 16 input states, do the distant CX, undo an ordinary CX and the preparation, and look whether both ends are back in $|0\rangle$. (The 16 are enough: as density matrices they span everything that two qubits can be in.)


# %%
def fidelity_of_distant_cx(m, gates, shots=300):
    """Prepare the ends with some gates, do the distant CX, undo CX and gates; how often are the ends in 00?"""
    circuit = QuantumCircuit(m + 2, m + 2)
    for q, names in zip((0, m + 1), gates, strict=True):
        for name in names:
            getattr(circuit, name)(q)
    circuit.compose(distant_cx(m), range(m + 2), range(m), inplace=True)
    circuit.cx(0, m + 1)  # only to look: the simulator can do it
    for q, names in zip((0, m + 1), gates, strict=True):
        for name in reversed(names):
            getattr(circuit, {"s": "sdg"}.get(name, name))(q)
    circuit.measure([0, m + 1], [m, m + 1])
    counts = AerSimulator(seed_simulator=2).run(circuit, shots=shots).result().get_counts()
    return sum(n for key, n in counts.items() if key.replace(" ", "")[:2] == "00") / shots


inputs = {"0": [], "1": ["x"], "+": ["h"], "i": ["h", "s"]}
for m in (2, 4, 6):
    found = {
        a + b: fidelity_of_distant_cx(m, (inputs[a], inputs[b])) for a in inputs for b in inputs
    }
    print(
        f"{m} helpers: right in all shots for {sum(value == 1 for value in found.values())} of {len(found)} inputs"
    )

# %% [markdown]
# ### A GHZ state in two layers
#
# The same trick makes a GHZ state of any size in two layers of two-qubit gates: put every second qubit into $|+\rangle$, let the helpers in between measure whether their neighbours are *equal*, and flip those that are not. You write it in the exercise. (That measurements turn chains into GHZ states was shown by Briegel and Raussendorf, 2001.)
#
# When does it pay? It costs twice as many qubits, a measurement of 1.56 µs, and the time in which the electronics decides, the *latency*. **Before you run:** the ladder of gates, begun in the middle, has $n/2$ layers. From which $n$ on is feed-forward faster, if the latency is 0.5 µs?

# %%
sizes_long = np.arange(4, 101, 4)
step = chip.duration("cz") + 2 * chip.duration("sx")  # a cx
ladder = sizes_long / 2 * step
figure, axes = plt.subplots(figsize=(6.8, 3.6))
axes.plot(sizes_long, 1e6 * ladder, "o-", markersize=3, label="gates alone")
for latency, colour in [(0.2e-6, "tab:orange"), (0.5e-6, "tab:red"), (2e-6, "tab:brown")]:
    dynamic = 2 * step + chip.readout_duration + latency + chip.duration("x")
    axes.axhline(
        1e6 * dynamic,
        linestyle="--",
        color=colour,
        label=f"feed-forward, latency {1e6 * latency:g} µs",
    )
    crossing = int(2 * dynamic / step)
    print(f"latency {1e6 * latency:g} µs: feed-forward is faster above n = {crossing}")
axes.set_xlabel("qubits of the GHZ state")
axes.set_ylabel("time in µs, without the last readout")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 14. Time to make a GHZ state on the chip. The latencies are assumptions for this figure; look them up for the device that you use.*
#
# So constant depth is not at once an advantage. The measurement of one helper takes as long as a dozen gates, all other qubits wait, and a wrong outcome leads to a wrong *correction* on half of the qubits. On chips with slow readout it pays for large states only; faster and better measurements move the crossing to the left. That *without* measurements a fixed number of layers between neighbours can never make large GHZ states is exact: news spreads one coupling a layer. Where the advantage begins is a matter of figures.
#
# **Try:** put in the durations of the ions. (There all pairs are coupled. What is the fastest ladder then?)

# %% [markdown]
# ## 11. Measuring costs honestly
#
# A table of gate errors was measured gate by gate, often one at a time. Your circuit runs many at once. The best question is therefore not "what does the table say" but "what does *this* circuit do on *this* device". A cheap way to ask: **run the circuit and then its inverse.** Without errors the qubits are back in $|0\ldots0\rangle$. The share of shots in which they are is a figure for the whole (there are refined versions, known as mirror circuits: Proctor and others, 2022).
#
# **Before you run:** circuit and inverse have twice the gates, and one readout. If the circuit alone leaves a share $p$ without readout errors, which share do you expect back?

# %%
rows = []
for name, family, n in [
    ("GHZ", ghz, 6),
    ("all pairs", all_pairs, 4),
    ("all pairs", all_pairs, 6),
    ("QFT", fourier, 5),
]:
    forward = transpile(family(n), target=chip_target, optimization_level=2, seed_transpiler=4)
    mirror = forward.copy()
    mirror.barrier()
    back = transpile(forward.inverse(), basis_gates=native, optimization_level=0)
    mirror = mirror.compose(back)
    used = sorted(
        {
            mirror.find_bit(q).index
            for step in mirror.data
            if step.operation.name != "barrier"
            for q in step.qubits
        }
    )
    final = QuantumCircuit(chip.qubits, len(used)).compose(mirror, range(chip.qubits))
    final.measure(used, range(len(used)))
    counts = noisy.run(final, shots=2000).result().get_counts()
    rows.append((f"{name}, {n}", success(final, chip), counts.get("0" * len(used), 0) / 2000))

figure, axes = plt.subplots(figsize=(6.5, 3.3))
positions = np.arange(len(rows))
axes.bar(positions - 0.2, [row[1] for row in rows], width=0.38, label="product of the table")
axes.bar(
    positions + 0.2, [row[2] for row in rows], width=0.38, label="circuit and inverse, simulated"
)
axes.set_xticks(positions, [row[0] for row in rows])
axes.set_xlabel("circuit, qubits")
axes.set_ylabel("share of 00...0")
axes.set_ylim(0, 1)
axes.legend(fontsize=8)
plt.show()

# %% [markdown]
# *Figure 15. Circuit and inverse under the noise model, next to the estimate. Here both have the same origin, so they agree up to errors that do no harm. On a device the difference between the two bars is what the table does not know.*
#
# A check list for every number that you report or read:
#
# | question | why |
# | --- | --- |
# | counted **before or after** transpiling, to which target? | a `swap` is three gates, an `rzz` is two on one device and one on another |
# | which **seed**, level, version; best of how many? | Figure 6 |
# | is there a **layout** in the result? | swaps may be hidden in it |
# | are **readout** and **waiting** included? | they are often the largest loss |
# | figures of **which day**, median or best? | Figure 1 |
# | is the **classical** work included: compiling, shots, mitigation? | it may be what grows fastest |
#
# ## 12. On a real device
#
# If you have an account with a provider, the programs of this lesson run there almost unchanged. The next cell shows it for IBM's service. It does nothing unless you set `REAL = True`, and it needs the package `qiskit-ibm-runtime` and an account that you saved before. **You never need this for a grade**, and a run uses up time of your account.

# %%
REAL = False  # set this to True to send four qubits and 1000 shots to a real device


def saved_service():
    """The service with a saved account, or None if the package or the account is missing."""
    try:
        from qiskit_ibm_runtime import QiskitRuntimeService
    except ImportError:
        return None
    return QiskitRuntimeService() if QiskitRuntimeService.saved_accounts() else None


service = saved_service() if REAL else None
if service is None:
    print(
        "No real device is used: this cell needs REAL = True, qiskit-ibm-runtime and a saved account."
    )
else:
    from qiskit_ibm_runtime import SamplerV2

    backend = service.least_busy(operational=True, simulator=False, min_num_qubits=4)
    program = ghz(4)
    program.measure_all()
    isa = generate_preset_pass_manager(
        optimization_level=2, backend=backend, seed_transpiler=1
    ).run(program)
    job = SamplerV2(mode=backend).run([isa], shots=1000)
    print(backend.name, dict(isa.count_ops()), job.result()[0].data.meas.get_counts())

# %% [markdown]
# Note what has changed against a simulation: the target comes from the backend, the circuit is transpiled for it, and the sampler is another one. Nothing else.
#
# ## Summary
#
# - A device is described by native gates, couplings, durations and errors. The figures have a source and a date; on a chip they differ from place to place by a factor of ten and more.
#
# - Transpiling is layout, routing, translation, optimisation. Layout and routing are heuristics with a seed: pin it, and try several.
#
# - Routing costs three gates a swap. All-to-all couplings save them; on a line a swap network does all pairs with $\frac32 n(n-1)$ gates.
#
# - Qubits end where the final layout says. Bits and observables have to be read through it, and swaps can hide in it.
#
# - A product of fidelities estimates the success of a shot. It is good for comparing, and leaves out waiting, crosstalk and drift. Circuit and inverse test the whole.
#
# - Errors and speed pull in different directions: compare the time for the same precision, for *your* circuit.
#
# - Measurements and feed-forward give constant depth. They pay when readout and latency are short against the layers that they save.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | Hadamard, native | $H = R_Z(\pi/2)\,\mathrm{SX}\,R_Z(\pi/2)$ |
# | any gate on one qubit | $U(\theta,\varphi,\lambda) = R_Z(\varphi+\pi)\,\mathrm{SX}\,R_Z(\theta+\pi)\,\mathrm{SX}\,R_Z(\lambda)$ |
# | CX from CZ | $(I\otimes H)\,\mathrm{CZ}\,(I\otimes H)$ |
# | swaps for two qubits at distance $d$ | $d - 1$, three CX each |
# | all pairs on a line | $\frac32 n(n-1)$ CX, $3n$ layers |
# | success of a shot | $\prod(1 - e_g)\prod(1 - r_q)$ |
# | shots for the same precision | $\propto 1/p^2$ |
# | depolarisation and infidelity | $e = \lambda\,(1 - 1/d)$ |
# | loss by waiting | about $t/T_2$ |
#
# ## Further reading
#
# - The figures: S. A. Moses and others, "A race-track trapped-ion quantum processor", *Physical Review X* 13, 041052 (2023), arXiv 2305.03828; M. DeCross and others, "The computational power of random quantum circuits in arbitrary geometries", *Physical Review X* 15, 021052 (2025), arXiv 2406.02501; and the calibration of ibm_fez of 23 January 2025, which is kept in the open package qiskit-ibm-runtime.
#
# - G. Li, Y. Ding and Y. Xie, "Tackling the qubit mapping problem for NISQ-era quantum devices", *Proceedings of ASPLOS* (2019), arXiv 1809.02573: the router SABRE.
#
# - D. C. McKay, C. J. Wood, S. Sheldon, J. M. Chow and J. M. Gambetta, "Efficient Z gates for quantum computing", *Physical Review A* 96, 022330 (2017), arXiv 1612.00858: virtual turns about z.
#
# - I. D. Kivlichan and others, "Quantum simulation of electronic structure with linear depth and connectivity", *Physical Review Letters* 120, 110501 (2018), arXiv 1711.04789: swap networks.
#
# - E. Bäumer and others, "Efficient long-range entanglement using dynamic circuits", *PRX Quantum* 5, 030339 (2024), arXiv 2308.13065. H. J. Briegel and R. Raussendorf, "Persistent entanglement in arrays of interacting particles", *Physical Review Letters* 86, 910 (2001).
#
# - T. Proctor, K. Rudinger, K. Young, E. Nielsen and R. Blume-Kohout, "Measuring the capabilities of quantum computers", *Nature Physics* 18, 75 (2022): mirror circuits.
#
# - P. J. Slater, E. J. Cockayne and S. T. Hedetniemi, "Information dissemination in trees", *SIAM Journal on Computing* 10, 692 (1981): the rumours of the exercise.
