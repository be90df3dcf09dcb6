# task: in_order
# why: Trusts that marginal_counts keeps the order of the list; it sorts the bits.
# fails: assert_implements wrong_value
from qiskit.result import marginal_counts


def in_order(counts, place):
    if not counts:
        return {}
    return dict(marginal_counts(counts, place))
