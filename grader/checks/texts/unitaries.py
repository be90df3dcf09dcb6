"""What is said about gates and matrices."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "not_unitary": {
        "en": "the matrix is not unitary",
        "ja": "行列がユニタリではありません",
        "ko": "행렬이 유니터리가 아닙니다",
    },
    "control_target_swapped": {
        "en": "control and target are swapped",
        "ja": "制御量子ビットと標的量子ビットが逆です",
        "ko": "제어 큐비트와 표적 큐비트가 뒤바뀌었습니다",
    },
    "inverse": {
        "en": "the answer is the inverse",
        "ja": "解答が逆演算になっています",
        "ko": "답이 역연산입니다",
    },
    "wrong_unitary": {
        "en": "the gate differs",
        "ja": "ゲートが違います",
        "ko": "게이트가 다릅니다",
    },
}

WORDINGS: Wordings = {
    "not_unitary": {
        "en": (
            "The matrix is not unitary: its columns are not orthonormal.",
            "Check that every column has norm 1 and that different columns have inner product 0.",
        ),
        "ja": (
            "行列がユニタリではありません。列ベクトルが正規直交系になっていません。",
            "各列のノルムが 1 で、異なる列どうしの内積が 0 になっているかを確かめましょう。",
        ),
        "ko": (
            "행렬이 유니터리가 아닙니다. 열벡터들이 정규직교를 이루지 않습니다.",
            "각 열의 노름이 1이고 서로 다른 열의 내적이 0인지 확인하십시오.",
        ),
    },
    "not_unitary.gate": {
        "en": (
            "The circuit contains a gate that is not unitary: it changes the norm of the state.",
            "Check the matrices of the gates that you defined yourself.",
        ),
        "ja": (
            "回路にユニタリでないゲートが含まれています。状態のノルムが変わってしまいます。",
            "自分で定義したゲートの行列を確かめましょう。",
        ),
        "ko": (
            "회로에 유니터리가 아닌 게이트가 있습니다. 상태의 노름이 바뀝니다.",
            "직접 정의한 게이트의 행렬을 확인하십시오.",
        ),
    },
    "control_target_swapped": {
        "en": (
            "Right if qubits {first} and {second} change places: control and target are swapped.",
            "In `circuit.cx(a, b)` the first qubit is the control and the second the target.",
        ),
        "ja": (
            "量子ビット {first} と {second} を入れ替えると正解です。制御量子ビットと標的量子ビットが逆になっています。",
            "`circuit.cx(a, b)` では、一つ目が制御量子ビット、二つ目が標的量子ビットです。",
        ),
        "ko": (
            "큐비트 {first}번과 {second}번을 맞바꾸면 맞습니다. 제어 큐비트와 표적 큐비트가 뒤바뀌었습니다.",
            "`circuit.cx(a, b)`에서 첫째가 제어 큐비트, 둘째가 표적 큐비트입니다.",
        ),
    },
    "inverse": {
        "en": (
            "This is the inverse of the operation asked for.",
            "Reverse the order of the gates and invert each, or call `.inverse()`; S and S†, θ and -θ are inverses.",
        ),
        "ja": (
            "求められている操作の逆操作になっています。",
            "ゲートの順序を逆にしてそれぞれの逆を取るか、`.inverse()` を使いましょう。S と S†、θ と -θ は互いに逆です。",
        ),
        "ko": (
            "요구되는 연산의 역연산입니다.",
            "게이트의 순서를 뒤집고 각각의 역을 취하거나 `.inverse()`를 쓰십시오. S와 S†, θ와 -θ는 서로 역입니다.",
        ),
    },
    "wrong_unitary": {
        "en": (
            "On input |{input}⟩ the amplitude of |{basis}⟩ is {got}, which is not what is expected.",
            "Prepare this input with X gates and follow it gate by gate.",
        ),
        "ja": (
            "入力 |{input}⟩ に対する |{basis}⟩ の振幅が {got} で、求める値と違います。",
            "X ゲートでこの入力を準備し、ゲートごとに状態を追ってみましょう。",
        ),
        "ko": (
            "입력 |{input}⟩에서 |{basis}⟩의 진폭이 {got}이며 요구되는 값과 다릅니다.",
            "X 게이트로 이 입력을 준비하고 게이트마다 상태를 따라가 보십시오.",
        ),
    },
}
