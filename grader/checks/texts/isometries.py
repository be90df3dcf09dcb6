"""What is said about ancillas, and about answers that are too large to be decided."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "dirty_ancilla": {
        "en": "an ancilla is not back in |0⟩",
        "ja": "補助量子ビットが |0⟩ に戻っていません",
        "ko": "보조 큐비트가 |0⟩으로 돌아오지 않았습니다",
    },
    "not_decided": {
        "en": "the answer is too large to be decided automatically",
        "ja": "解答が大きすぎて自動では判定できません",
        "ko": "답이 너무 커서 자동으로 판정할 수 없습니다",
    },
}

_UNCOMPUTE = {
    "en": "Undo what you computed into the ancilla: the same gates once more, in reverse order and each inverted, after its value has been used.",
    "ja": "補助量子ビットの値を使い終えたら、計算したときのゲートの逆を逆順に作用させて、計算を打ち消しましょう。",
    "ko": "보조 큐비트의 값을 쓴 뒤에는, 계산할 때 쓴 게이트의 역을 거꾸로 된 순서로 작용시켜 계산을 되돌리십시오.",
}

WORDINGS: Wordings = {
    "dirty_ancilla": {
        "en": ("An ancilla is not back in |0⟩ at the end.", _UNCOMPUTE["en"]),
        "ja": ("補助量子ビットが最後に |0⟩ に戻っていません。", _UNCOMPUTE["ja"]),
        "ko": ("보조 큐비트가 마지막에 |0⟩으로 돌아오지 않았습니다.", _UNCOMPUTE["ko"]),
    },
    "dirty_ancilla.entangled": {
        "en": (
            "On input |{input}⟩ the ancilla, qubit {ancilla}, is left entangled.",
            _UNCOMPUTE["en"],
        ),
        "ja": (
            "入力 |{input}⟩ に対して、補助量子ビット(量子ビット {ancilla})がもつれたまま残っています。",
            _UNCOMPUTE["ja"],
        ),
        "ko": (
            "입력 |{input}⟩에서 보조 큐비트(큐비트 {ancilla}번)가 얽힌 채로 남습니다.",
            _UNCOMPUTE["ko"],
        ),
    },
    "dirty_ancilla.flipped": {
        "en": (
            "On input |{input}⟩ the ancilla, qubit {ancilla}, is left in |1⟩.",
            _UNCOMPUTE["en"],
        ),
        "ja": (
            "入力 |{input}⟩ に対して、補助量子ビット(量子ビット {ancilla})が |1⟩ のまま残っています。",
            _UNCOMPUTE["ja"],
        ),
        "ko": (
            "입력 |{input}⟩에서 보조 큐비트(큐비트 {ancilla}번)가 |1⟩로 남습니다.",
            _UNCOMPUTE["ko"],
        ),
    },
    "dirty_ancilla.turned": {
        "en": (
            "On input |{input}⟩ the ancilla, qubit {ancilla}, is left in a superposition of |0⟩ and |1⟩.",
            _UNCOMPUTE["en"],
        ),
        "ja": (
            "入力 |{input}⟩ に対して、補助量子ビット(量子ビット {ancilla})が |0⟩ と |1⟩ の重ね合わせのまま残っています。",
            _UNCOMPUTE["ja"],
        ),
        "ko": (
            "입력 |{input}⟩에서 보조 큐비트(큐비트 {ancilla}번)가 |0⟩과 |1⟩의 중첩으로 남습니다.",
            _UNCOMPUTE["ko"],
        ),
    },
    "dirty_ancilla.entangled_state": {
        "en": (
            "The ancilla, qubit {ancilla}, is left entangled with the other qubits.",
            _UNCOMPUTE["en"],
        ),
        "ja": (
            "補助量子ビット(量子ビット {ancilla})が他の量子ビットともつれたまま残っています。",
            _UNCOMPUTE["ja"],
        ),
        "ko": (
            "보조 큐비트(큐비트 {ancilla}번)가 다른 큐비트와 얽힌 채로 남습니다.",
            _UNCOMPUTE["ko"],
        ),
    },
    "dirty_ancilla.flipped_state": {
        "en": ("The ancilla, qubit {ancilla}, is left in |1⟩.", _UNCOMPUTE["en"]),
        "ja": (
            "補助量子ビット(量子ビット {ancilla})が |1⟩ のまま残っています。",
            _UNCOMPUTE["ja"],
        ),
        "ko": ("보조 큐비트(큐비트 {ancilla}번)가 |1⟩로 남습니다.", _UNCOMPUTE["ko"]),
    },
    "dirty_ancilla.turned_state": {
        "en": (
            "The ancilla, qubit {ancilla}, is left in a superposition of |0⟩ and |1⟩.",
            _UNCOMPUTE["en"],
        ),
        "ja": (
            "補助量子ビット(量子ビット {ancilla})が |0⟩ と |1⟩ の重ね合わせのまま残っています。",
            _UNCOMPUTE["ja"],
        ),
        "ko": (
            "보조 큐비트(큐비트 {ancilla}번)가 |0⟩과 |1⟩의 중첩으로 남습니다.",
            _UNCOMPUTE["ko"],
        ),
    },
    "not_decided": {
        "en": (
            "The answer is too large to be decided automatically ({reason}). That says nothing against it: a person will look at it.",
            "If you can, build it from fewer gates or on fewer qubits; then it is decided at once.",
        ),
        "ja": (
            "解答が大きすぎて自動では判定できません({reason})。誤りという意味ではなく、採点者が確認します。",
            "できれば、ゲートや量子ビットの数を減らしてみましょう。小さければすぐに判定できます。",
        ),
        "ko": (
            "답이 너무 커서 자동으로 판정할 수 없습니다({reason}). 틀렸다는 뜻이 아니며 채점자가 확인합니다.",
            "가능하면 게이트나 큐비트의 수를 줄여 보십시오. 작으면 바로 판정할 수 있습니다.",
        ),
    },
}
