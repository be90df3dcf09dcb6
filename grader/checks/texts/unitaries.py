"""What is said about gates and matrices."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "does_nothing": {
        "en": "the circuit does nothing",
        "ja": "回路が何もしていません",
        "ko": "회로가 아무 일도 하지 않습니다",
    },
    "qubits_permuted": {
        "en": "the qubits are in another order",
        "ja": "量子ビットの順番が違います",
        "ko": "큐비트의 순서가 다릅니다",
    },
    "transposed": {
        "en": "rows and columns are exchanged",
        "ja": "行と列が入れ替わっています",
        "ko": "행과 열이 뒤바뀌었습니다",
    },
    "gates_reversed": {
        "en": "the gates are in reverse order",
        "ja": "ゲートの順序が逆です",
        "ko": "게이트의 순서가 거꾸로입니다",
    },
    "off_by_gate": {
        "en": "one gate is missing or too many",
        "ja": "ゲートが一つ足りないか余分です",
        "ko": "게이트가 하나 빠졌거나 남습니다",
    },
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
    "does_nothing": {
        "en": (
            "Nothing happens: every input comes out as it went in, |{input}⟩ for example, which must not.",
            "Are gates missing, or do they cancel each other? `circuit.draw()` shows what is there.",
        ),
        "ja": (
            "何も起きていません。どの入力もそのまま出てきますが、例えば入力 |{input}⟩ は変わらなければなりません。",
            "ゲートが抜けていたり、互いに打ち消し合ったりしていませんか。`circuit.draw()` で確かめましょう。",
        ),
        "ko": (
            "아무 일도 일어나지 않습니다. 모든 입력이 그대로 나오지만, 예를 들어 입력 |{input}⟩은 바뀌어야 합니다.",
            "게이트가 빠졌거나 서로 상쇄되지는 않습니까? `circuit.draw()`로 확인하십시오.",
        ),
    },
    "does_nothing.state": {
        "en": (
            "The circuit does nothing to |0…0⟩: all qubits are still in |0⟩ at the end.",
            "Are gates missing, or do they cancel each other? A gate controlled by a qubit in |0⟩ does not act.",
        ),
        "ja": (
            "この回路は |0…0⟩ に何もしていません。最後もすべての量子ビットが |0⟩ のままです。",
            "ゲートが抜けていたり、互いに打ち消し合ったりしていませんか。制御量子ビットが |0⟩ のとき、制御ゲートは働きません。",
        ),
        "ko": (
            "이 회로는 |0…0⟩에 아무 일도 하지 않습니다. 마지막에도 모든 큐비트가 |0⟩입니다.",
            "게이트가 빠졌거나 서로 상쇄되지는 않습니까? 제어 큐비트가 |0⟩이면 제어 게이트는 작용하지 않습니다.",
        ),
    },
    "qubits_permuted": {
        "en": (
            "Right up to the numbering of the qubits: it becomes right if they are renumbered {order}.",
            "Check on which qubit each gate acts. Qiskit's qubit 0 is the rightmost bit.",
        ),
        "ja": (
            "量子ビットの番号の付け方を除けば正解です。番号を {order} と付け替えると正しくなります。",
            "各ゲートがどの量子ビットに作用しているかを確かめましょう。Qiskit では量子ビット 0 が右端です。",
        ),
        "ko": (
            "큐비트의 번호를 빼면 맞습니다. 번호를 {order}로 바꾸면 맞게 됩니다.",
            "각 게이트가 어느 큐비트에 작용하는지 확인하십시오. Qiskit에서는 큐비트 0이 맨 오른쪽입니다.",
        ),
    },
    "qubits_permuted.pair": {
        "en": (
            "Right if qubits {first} and {second} change places.",
            "Check on which qubit each gate acts. Qiskit's qubit 0 is the rightmost bit.",
        ),
        "ja": (
            "量子ビット {first} と {second} を入れ替えると正解です。",
            "各ゲートがどの量子ビットに作用しているかを確かめましょう。Qiskit では量子ビット 0 が右端です。",
        ),
        "ko": (
            "큐비트 {first}번과 {second}번을 맞바꾸면 맞습니다.",
            "각 게이트가 어느 큐비트에 작용하는지 확인하십시오. Qiskit에서는 큐비트 0이 맨 오른쪽입니다.",
        ),
    },
    "qubits_permuted.end": {
        "en": (
            "Right but for the order of the qubits at the end: it becomes right if they are moved {order} there.",
            "Check on which qubit each part of the output has to be. Qiskit's qubit 0 is the rightmost bit.",
        ),
        "ja": (
            "最後の量子ビットの並び順を除けば正解です。回路の最後で {order} と移すと正しくなります。",
            "出力のどの部分がどの量子ビットに来るべきかを確かめましょう。Qiskit では量子ビット 0 が右端です。",
        ),
        "ko": (
            "마지막 큐비트의 순서를 빼면 맞습니다. 회로의 끝에서 {order}로 옮기면 맞게 됩니다.",
            "출력의 어느 부분이 어느 큐비트에 와야 하는지 확인하십시오. Qiskit에서는 큐비트 0이 맨 오른쪽입니다.",
        ),
    },
    "qubits_permuted.pair_end": {
        "en": (
            "Right but for the order of the qubits at the end: it becomes right if qubits {first} and {second} change places there.",
            "Check on which qubit each part of the output has to be. Qiskit's qubit 0 is the rightmost bit.",
        ),
        "ja": (
            "最後の量子ビットの並び順を除けば正解です。回路の最後で量子ビット {first} と {second} を入れ替えると正しくなります。",
            "出力のどの部分がどの量子ビットに来るべきかを確かめましょう。Qiskit では量子ビット 0 が右端です。",
        ),
        "ko": (
            "마지막 큐비트의 순서를 빼면 맞습니다. 회로의 끝에서 큐비트 {first}번과 {second}번을 맞바꾸면 맞게 됩니다.",
            "출력의 어느 부분이 어느 큐비트에 와야 하는지 확인하십시오. Qiskit에서는 큐비트 0이 맨 오른쪽입니다.",
        ),
    },
    "transposed": {
        "en": (
            "This is the transpose: rows and columns are exchanged.",
            "Column x of the matrix holds what becomes of the basis state |x⟩.",
        ),
        "ja": (
            "転置行列になっています。行と列が入れ替わっています。",
            "行列の第 x 列には、基底状態 |x⟩ の変換先を書きます。",
        ),
        "ko": (
            "전치행렬입니다. 행과 열이 뒤바뀌었습니다.",
            "행렬의 x번째 열에는 기저 상태 |x⟩가 변환된 결과가 들어갑니다.",
        ),
    },
    "gates_reversed": {
        "en": (
            "The right gates, but in reverse order.",
            "In a circuit the leftmost gate acts first; in a product of matrices the rightmost one does: B @ A applies A first.",
        ),
        "ja": (
            "ゲートは正しいのですが、順序が逆です。",
            "回路では左のゲートから先に作用し、行列の積では右の行列から先に作用します。B @ A は A を先に作用させます。",
        ),
        "ko": (
            "게이트는 맞지만 순서가 거꾸로입니다.",
            "회로에서는 왼쪽 게이트가 먼저 작용하고, 행렬의 곱에서는 오른쪽 행렬이 먼저 작용합니다. B @ A는 A를 먼저 작용시킵니다.",
        ),
    },
    "off_by_gate": {
        "en": (
            "Right up to a single simple gate on one qubit.",
            "Look for one gate that is missing or one too many at the beginning or the end.",
        ),
        "ja": (
            "一つの量子ビットに作用する簡単なゲート一つを除けば正解です。",
            "最初か最後に、抜けているゲートや余分なゲートが一つないか探しましょう。",
        ),
        "ko": (
            "큐비트 하나에 작용하는 간단한 게이트 하나를 빼면 맞습니다.",
            "처음이나 끝에 빠지거나 남는 게이트가 하나 있는지 찾아보십시오.",
        ),
    },
    "off_by_gate.end": {
        "en": (
            "Right up to one gate: with {gate} on qubit {qubit} added at the end it would be right.",
            "Either a gate is missing at the end, or one there is too many: follow that qubit gate by gate.",
        ),
        "ja": (
            "ゲート一つを除けば正解です。最後に {gate} を量子ビット {qubit} に加えると正しくなります。",
            "最後のゲートが一つ抜けているか、余分です。その量子ビットをゲートごとに追ってみましょう。",
        ),
        "ko": (
            "게이트 하나를 빼면 맞습니다. 마지막에 큐비트 {qubit}번에 {gate} 게이트를 더하면 맞게 됩니다.",
            "마지막에 게이트가 하나 빠졌거나 남습니다. 그 큐비트를 게이트마다 따라가 보십시오.",
        ),
    },
    "off_by_gate.begin": {
        "en": (
            "Right up to one gate: with {gate} on qubit {qubit} added at the beginning it would be right.",
            "Either a gate is missing at the beginning, or one there is too many: follow that qubit gate by gate.",
        ),
        "ja": (
            "ゲート一つを除けば正解です。最初に {gate} を量子ビット {qubit} に加えると正しくなります。",
            "最初のゲートが一つ抜けているか、余分です。その量子ビットをゲートごとに追ってみましょう。",
        ),
        "ko": (
            "게이트 하나를 빼면 맞습니다. 처음에 큐비트 {qubit}번에 {gate} 게이트를 더하면 맞게 됩니다.",
            "처음에 게이트가 하나 빠졌거나 남습니다. 그 큐비트를 게이트마다 따라가 보십시오.",
        ),
    },
    "wrong_unitary.large": {
        "en": (
            "The circuit acts in another way than asked for, on qubit(s) {qubits} at least. It is too large to show a single amplitude.",
            "Try the same construction on three or four qubits, where you can look at every amplitude.",
        ),
        "ja": (
            "少なくとも量子ビット {qubits} に対する作用が、求められているものと違います。回路が大きいため、個々の振幅は示せません。",
            "同じ作り方を3、4量子ビットで試すと、すべての振幅を確かめられます。",
        ),
        "ko": (
            "적어도 큐비트 {qubits}에 대한 작용이 요구되는 것과 다릅니다. 회로가 커서 개별 진폭은 보일 수 없습니다.",
            "같은 방법을 3~4큐비트에서 시험하면 모든 진폭을 살펴볼 수 있습니다.",
        ),
    },
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
