"""Reads kets written as text, such as "(|00> + i|11>)/√2"."""

from __future__ import annotations

import cmath
import math
import re
from typing import Any

import numpy as np

Vector = np.ndarray[Any, np.dtype[np.complex128]]

_S = 1 / math.sqrt(2)
_LETTERS: dict[str, tuple[complex, complex]] = {
    "0": (1, 0),
    "1": (0, 1),
    "+": (_S, _S),
    "-": (_S, -_S),
    "r": (_S, _S * 1j),
    "l": (_S, -_S * 1j),
}
_ALIASES = {"i": "r", "+i": "r", "-i": "l"}
_CONSTANTS = {"i": 1j, "j": 1j, "pi": complex(math.pi)}
_FUNCTIONS = {"sqrt": cmath.sqrt, "exp": cmath.exp, "cos": cmath.cos, "sin": cmath.sin}
_SPELLINGS = str.maketrans(
    {"⟩": ">", "〉": ">", "−": "-", "–": "-", "·": "*", "×": "*", "⊗": "*", "π": " pi "}
)
_TOKEN = re.compile(
    r"\s*(?:(?P<ket>\|[^>|]*>)|(?P<number>\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|(?P<word>[A-Za-z]+)|(?P<sign>[-+*/()√]))"
)
MAXIMUM_NORM_ERROR = 1e-3
"""Decimals such as 0.7071 are rounded: a norm this close to 1 is made exact, any other is refused."""


class KetError(ValueError):
    """A text that is no ket.

    Attributes:
        text: the text.
        reason: what is wrong with it.
    """

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"Not a ket: {text!r}: {reason}. Write it like '(|00> + i|11>)/√2'")
        self.text = text
        self.reason = reason


def parse_ket(text: str) -> Vector:
    """Return the normalised state vector that a text describes, of shape (2**qubits,).

    Kets hold 0, 1, + and - (one letter a qubit, qubit 0 rightmost), or r and l for |i> and |-i>,
    which may also be written so alone.
    Factors are numbers with i (or j), π, √, sqrt(), exp(), cos(), sin(), signs, fractions, brackets. Kets side by side
    are multiplied as a tensor product. Nothing is evaluated as Python.

    Example:
        >>> parse_ket("1/2|0> + sqrt(3)/2|1>").real.round(3).tolist()
        [0.5, 0.866]

    Raises:
        KetError: the text is no ket, its kets differ in length, or its norm is not 1.
    """
    vector = _Parser(text).whole()
    norm = float(np.linalg.norm(vector))
    if not abs(norm - 1) <= MAXIMUM_NORM_ERROR:
        raise KetError(text, f"its norm is {norm:.6g}, expected 1")
    return vector / norm


class _Parser:
    """Recursive descent over the tokens of one text. A value is a complex number or a vector."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = self._split(text.translate(_SPELLINGS))
        self._next = 0

    def _split(self, text: str) -> list[tuple[str, str]]:
        tokens: list[tuple[str, str]] = []
        position = 0
        text = text.rstrip()
        while position < len(text):
            match = _TOKEN.match(text, position)
            if match is None:
                raise KetError(self._text, f"cannot read {text[position:].strip()[:12]!r}")
            tokens.append((match.lastgroup or "", match.group(match.lastgroup or 0)))
            position = match.end()
        return tokens

    def whole(self) -> Vector:
        value = self._sum()
        if self._next < len(self._tokens):
            raise KetError(self._text, f"{self._tokens[self._next][1]!r} is not expected there")
        if not isinstance(value, np.ndarray):
            raise KetError(self._text, "there is no ket in it")
        return value

    def _peek(self) -> str:
        if self._next < len(self._tokens):
            kind, text = self._tokens[self._next]
            return text if kind == "sign" else kind
        return ""

    def _take(self) -> str:
        if self._next >= len(self._tokens):
            raise KetError(self._text, "it ends too early")
        self._next += 1
        return self._tokens[self._next - 1][1]

    def _sum(self) -> complex | Vector:
        value = self._product()
        while self._peek() in ("+", "-") and self._peek():
            sign = 1 if self._take() == "+" else -1
            other = self._product()
            if np.shape(value) != np.shape(other):
                raise KetError(self._text, "what is added differs in its number of qubits")
            value = value + sign * other
        return value

    def _product(self) -> complex | Vector:
        value = self._signed()
        while True:
            following = self._peek()
            if following == "/":
                self._take()
                divisor = self._signed()
                if isinstance(divisor, np.ndarray) or divisor == 0:
                    raise KetError(self._text, "only a number other than 0 may stand under /")
                value = value / divisor
            elif following == "*":
                self._take()
                value = self._times(value, self._signed())
            elif following in ("ket", "number", "word", "(", "√"):
                value = self._times(value, self._atom())
            else:
                return value

    def _times(self, left: complex | Vector, right: complex | Vector) -> complex | Vector:
        if isinstance(left, np.ndarray) and isinstance(right, np.ndarray):
            return _tensor(left, right)
        return left * right

    def _signed(self) -> complex | Vector:
        if self._peek() in ("+", "-"):
            return (1 if self._take() == "+" else -1) * self._signed()
        return self._atom()

    def _atom(self) -> complex | Vector:
        kind = self._peek()
        token = self._take()
        if kind == "number":
            return complex(float(token))
        if kind == "ket":
            return self._ket(token[1:-1].strip())
        if kind == "(":
            value = self._sum()
            if self._peek() != ")":
                raise KetError(self._text, "a bracket is not closed")
            self._take()
            return value
        if kind == "√" or token in _FUNCTIONS:
            value = self._atom()
            if isinstance(value, np.ndarray):
                raise KetError(self._text, f"{token} is taken of a ket")
            try:
                return _FUNCTIONS["sqrt" if kind == "√" else token](value)
            except (OverflowError, ValueError) as error:
                raise KetError(self._text, f"a number in {token} is too large") from error
        if token in _CONSTANTS:
            return _CONSTANTS[token]
        raise KetError(self._text, f"{token!r} is not known")

    def _ket(self, label: str) -> Vector:
        label = _ALIASES.get(label, label.replace(" ", ""))
        if not label or set(label) - set(_LETTERS) or len(label) > 12:
            raise KetError(self._text, f"|{label}> needs 1 to 12 letters of 0, 1, +, -, r and l")
        vector: Vector = np.ones(1, dtype=np.complex128)
        for letter in label:
            vector = _tensor(vector, np.array(_LETTERS[letter], dtype=np.complex128))
        return vector


def _tensor(left: Vector, right: Vector) -> Vector:
    return np.asarray(np.kron(left, right), dtype=np.complex128)
