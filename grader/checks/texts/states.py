"""What is said about states, and mistakes that states and gates share."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "not_normalised": {
        "en": "the state is not normalised",
        "ja": "状態が規格化されていません",
        "ko": "상태가 정규화되어 있지 않습니다",
    },
    "wrong_amplitudes": {
        "en": "the probabilities differ",
        "ja": "確率が違います",
        "ko": "확률이 다릅니다",
    },
    "relative_phase": {
        "en": "a relative phase differs",
        "ja": "相対位相が違います",
        "ko": "상대 위상이 다릅니다",
    },
    "global_phase": {
        "en": "the global phase differs",
        "ja": "大域位相が違います",
        "ko": "전역 위상이 다릅니다",
    },
    "qubit_order_reversed": {
        "en": "the order of the qubits is reversed",
        "ja": "量子ビットの並び順が逆です",
        "ko": "큐비트의 순서가 거꾸로입니다",
    },
    "conjugate": {
        "en": "the answer is the complex conjugate",
        "ja": "解答が複素共役になっています",
        "ko": "답이 복소켤레입니다",
    },
    "wrong_state": {
        "en": "the state differs",
        "ja": "状態が違います",
        "ko": "상태가 다릅니다",
    },
}

WORDINGS: Wordings = {
    "not_normalised": {
        "en": (
            "The squared magnitudes of the amplitudes sum to {got}, not to 1.",
            "Divide by the square root of that sum.",
        ),
        "ja": (
            "振幅の絶対値の2乗の和が 1 ではなく {got} です。",
            "その和の平方根で割って規格化しましょう。",
        ),
        "ko": (
            "진폭 절댓값의 제곱의 합이 1이 아니라 {got}입니다.",
            "그 합의 제곱근으로 나누어 정규화하십시오.",
        ),
    },
    "not_normalised.probabilities": {
        "en": (
            "The probabilities sum to {got}, not to 1.",
            "Divide each by their sum, or look for one that is missing.",
        ),
        "ja": (
            "確率の和が 1 ではなく {got} です。",
            "それぞれを和で割るか、抜けている確率がないかを確かめましょう。",
        ),
        "ko": (
            "확률의 합이 1이 아니라 {got}입니다.",
            "각각을 합으로 나누거나 빠진 확률이 있는지 살펴보십시오.",
        ),
    },
    "wrong_amplitudes": {
        "en": (
            "The right basis states occur, but with other weights: your amplitude of |{basis}⟩ is {got} (probability {probability}).",
            "Check rotation angles: a gate RY(θ) turns |0⟩ into cos(θ/2)|0⟩ + sin(θ/2)|1⟩, with half the angle.",
        ),
        "ja": (
            "現れる基底状態は正しいのですが、重みが違います。|{basis}⟩ の振幅が {got}(確率 {probability})になっています。",
            "回転角を確かめましょう。RY(θ) は |0⟩ を cos(θ/2)|0⟩ + sin(θ/2)|1⟩ に変えます。角度は半分になります。",
        ),
        "ko": (
            "나타나는 기저 상태는 맞지만 가중치가 다릅니다. |{basis}⟩의 진폭이 {got}입니다(확률 {probability}).",
            "회전각을 확인하십시오. RY(θ)는 |0⟩을 cos(θ/2)|0⟩ + sin(θ/2)|1⟩로 바꿉니다. 각도는 절반이 됩니다.",
        ),
    },
    "relative_phase": {
        "en": (
            "All magnitudes are right, but a relative phase differs.",
            "Phases between terms matter: look at gates such as Z, S, T and P.",
        ),
        "ja": (
            "絶対値はすべて正しいのですが、相対位相が違います。",
            "項と項の間の位相には意味があります。Z、S、T、P などのゲートを確かめましょう。",
        ),
        "ko": (
            "절댓값은 모두 맞지만 상대 위상이 다릅니다.",
            "항 사이의 위상은 의미가 있습니다. Z, S, T, P 같은 게이트를 살펴보십시오.",
        ),
    },
    "relative_phase.state": {
        "en": (
            "All probabilities are right, but the phase of |{basis}⟩ relative to |{reference}⟩ differs: yours is {angle}.",
            "A sign or a factor i between the terms: Z turns the phase of |1⟩ by π, S by π/2, T by π/4.",
        ),
        "ja": (
            "確率はすべて正しいのですが、|{reference}⟩ に対する |{basis}⟩ の相対位相が違います。あなたの状態では {angle} です。",
            "項の間の符号または因子 i を確かめましょう。|1⟩ の位相を Z は π、S は π/2、T は π/4 だけ回します。",
        ),
        "ko": (
            "확률은 모두 맞지만 |{reference}⟩에 대한 |{basis}⟩의 상대 위상이 다릅니다. 지금 답에서는 {angle}입니다.",
            "항 사이의 부호나 인수 i를 확인하십시오. |1⟩의 위상을 Z는 π, S는 π/2, T는 π/4만큼 돌립니다.",
        ),
    },
    "relative_phase.unitary": {
        "en": (
            "On input |{input}⟩ all probabilities are right, but the phase of |{basis}⟩ relative to |{reference}⟩ differs: yours is {angle}.",
            "A sign or a factor i between the terms: check Z, S, T and P gates and the signs of rotation angles.",
        ),
        "ja": (
            "入力 |{input}⟩ に対して確率はすべて正しいのですが、|{reference}⟩ に対する |{basis}⟩ の相対位相が違います。あなたの回路では {angle} です。",
            "項の間の符号または因子 i が原因です。Z、S、T、P ゲートと回転角の符号を確かめましょう。",
        ),
        "ko": (
            "입력 |{input}⟩에서 확률은 모두 맞지만 |{reference}⟩에 대한 |{basis}⟩의 상대 위상이 다릅니다. 지금 답에서는 {angle}입니다.",
            "항 사이의 부호나 인수 i가 원인입니다. Z, S, T, P 게이트와 회전각의 부호를 확인하십시오.",
        ),
    },
    "relative_phase.inputs": {
        "en": (
            "On every basis state alone the result is right, but |{input}⟩ gets another phase relative to |{reference}⟩ than expected; a superposition of the two shows it.",
            "Testing basis states is not enough. Try your gate on a superposition, for example after H on every qubit.",
        ),
        "ja": (
            "基底状態を一つずつ入力すると正しいのですが、|{reference}⟩ に対する |{input}⟩ の位相が違います。二つの重ね合わせを入力すると違いが現れます。",
            "基底状態だけで試すのでは不十分です。すべての量子ビットに H を作用させた後など、重ね合わせを入力してみましょう。",
        ),
        "ko": (
            "기저 상태를 하나씩 입력하면 맞지만 |{reference}⟩에 대한 |{input}⟩의 위상이 다릅니다. 두 상태의 중첩을 입력하면 차이가 드러납니다.",
            "기저 상태만으로 시험하는 것은 충분하지 않습니다. 모든 큐비트에 H를 작용시킨 뒤처럼 중첩을 입력해 보십시오.",
        ),
    },
    "global_phase": {
        "en": (
            "Right up to a global phase, which counts in this task; yours is {angle} off.",
            "Compare gates that differ by a phase only, such as RZ and P, or set `circuit.global_phase`.",
        ),
        "ja": (
            "大域位相を除けば正解ですが、この課題では大域位相も問われます。{angle} だけずれています。",
            "RZ と P のように位相だけが異なるゲートを比べるか、`circuit.global_phase` を設定しましょう。",
        ),
        "ko": (
            "전역 위상을 빼면 맞지만, 이 과제에서는 전역 위상도 따집니다. {angle}만큼 다릅니다.",
            "RZ와 P처럼 위상만 다른 게이트를 비교하거나 `circuit.global_phase`를 설정하십시오.",
        ),
    },
    "qubit_order_reversed": {
        "en": ("Right up to the order of the qubits.", "Qiskit's qubit 0 is the rightmost bit."),
        "ja": (
            "量子ビットの並び順を除けば正解です。",
            "Qiskit では量子ビット 0 が右端のビットです。",
        ),
        "ko": ("큐비트의 순서를 빼면 맞습니다.", "Qiskit에서는 큐비트 0이 맨 오른쪽 비트입니다."),
    },
    "qubit_order_reversed.state": {
        "en": (
            "Right up to bit order: your state becomes the expected one when its qubits are read in reverse.",
            "Qiskit's qubit 0 is the rightmost letter of a ket: in |01⟩ it is qubit 0 that is 1.",
        ),
        "ja": (
            "ビットの並び順を除けば正解です。量子ビットを逆順に読むと、求める状態になります。",
            "Qiskit では量子ビット 0 がケットの右端です。|01⟩ で 1 になっているのは量子ビット 0 です。",
        ),
        "ko": (
            "비트 순서를 빼면 맞습니다. 큐비트를 거꾸로 읽으면 요구되는 상태가 됩니다.",
            "Qiskit에서는 큐비트 0이 켓의 맨 오른쪽입니다. |01⟩에서 1인 것은 큐비트 0입니다.",
        ),
    },
    "qubit_order_reversed.unitary": {
        "en": (
            "Right up to bit order: your gate becomes the expected one when its qubits are numbered in reverse.",
            "Qiskit's qubit 0 is the rightmost bit; in a tensor product `np.kron(b, a)` the factor a belongs to qubit 0.",
        ),
        "ja": (
            "ビットの並び順を除けば正解です。量子ビットの番号を逆順に付けると、求めるゲートになります。",
            "Qiskit では量子ビット 0 が右端です。テンソル積 `np.kron(b, a)` では a が量子ビット 0 に当たります。",
        ),
        "ko": (
            "비트 순서를 빼면 맞습니다. 큐비트 번호를 거꾸로 매기면 요구되는 게이트가 됩니다.",
            "Qiskit에서는 큐비트 0이 맨 오른쪽입니다. 텐서곱 `np.kron(b, a)`에서 a가 큐비트 0에 해당합니다.",
        ),
    },
    "qubit_order_reversed.outcomes": {
        "en": (
            "Right up to bit order: your outcomes become the expected ones when they are read from right to left.",
            "Qiskit writes bit 0 rightmost. Check which qubit you measure into which bit.",
        ),
        "ja": (
            "ビットの並び順を除けば正解です。測定結果を右から左に読むと、求める分布になります。",
            "Qiskit ではビット 0 を右端に書きます。どの量子ビットをどのビットに測定しているかを確かめましょう。",
        ),
        "ko": (
            "비트 순서를 빼면 맞습니다. 측정 결과를 오른쪽에서 왼쪽으로 읽으면 요구되는 분포가 됩니다.",
            "Qiskit은 비트 0을 맨 오른쪽에 씁니다. 어느 큐비트를 어느 비트에 측정하는지 확인하십시오.",
        ),
    },
    "conjugate": {
        "en": (
            "This is the complex conjugate of what is expected: every i has the wrong sign.",
            "Check the signs of imaginary parts: S or S†, a positive or a negative angle?",
        ),
        "ja": (
            "求めるものの複素共役になっています。i の符号がすべて逆です。",
            "虚部の符号を確かめましょう。S と S†、正の角と負の角を取り違えていませんか。",
        ),
        "ko": (
            "요구되는 것의 켤레복소수입니다. 모든 i의 부호가 반대입니다.",
            "허수부의 부호를 확인하십시오. S와 S†, 양의 각과 음의 각을 혼동하지 않았습니까?",
        ),
    },
    "conjugate.value": {
        "en": (
            "The value {got} is the complex conjugate of what is expected.",
            "In an inner product the left vector is conjugated: `np.vdot(a, b)` conjugates a.",
        ),
        "ja": (
            "値 {got} は、求める値の複素共役です。",
            "内積では左のベクトルの複素共役を取ります。`np.vdot(a, b)` は a の複素共役を取ります。",
        ),
        "ko": (
            "값 {got}: 요구되는 값의 켤레복소수입니다.",
            "내적에서는 왼쪽 벡터에 켤레를 취합니다. `np.vdot(a, b)`는 a에 켤레를 취합니다.",
        ),
    },
    "wrong_state": {
        "en": (
            "This is another state than the one asked for.",
            "Follow the state gate by gate on paper, or print `Statevector(circuit)` after each gate.",
        ),
        "ja": (
            "求められている状態とは異なる状態です。",
            "ゲートごとに紙の上で状態を追うか、各ゲートの後で `Statevector(circuit)` を表示してみましょう。",
        ),
        "ko": (
            "요구되는 상태와 다른 상태입니다.",
            "종이 위에서 게이트마다 상태를 따라가거나, 게이트마다 `Statevector(circuit)`를 출력해 보십시오.",
        ),
    },
    "wrong_state.extra": {
        "en": (
            "|{basis}⟩ must not occur, but it has the amplitude {got} in your state.",
            "Follow the state gate by gate on paper, or print `Statevector(circuit)` after each gate.",
        ),
        "ja": (
            "|{basis}⟩ は現れないはずですが、あなたの状態では振幅が {got} です。",
            "ゲートごとに紙の上で状態を追うか、各ゲートの後で `Statevector(circuit)` を表示してみましょう。",
        ),
        "ko": (
            "|{basis}⟩은 나타나지 않아야 하지만 지금 상태에서 진폭이 {got}입니다.",
            "종이 위에서 게이트마다 상태를 따라가거나, 게이트마다 `Statevector(circuit)`를 출력해 보십시오.",
        ),
    },
    "wrong_state.large": {
        "en": (
            "This is another state than the one asked for: it differs on qubit(s) {qubits} at least. The circuit is too large to show a single amplitude.",
            "Try the same construction on three or four qubits, where you can look at every amplitude.",
        ),
        "ja": (
            "求められている状態とは異なる状態です。少なくとも量子ビット {qubits} で違いがあります。回路が大きいため、個々の振幅は示せません。",
            "同じ作り方を3、4量子ビットで試すと、すべての振幅を確かめられます。",
        ),
        "ko": (
            "요구되는 상태와 다른 상태입니다. 적어도 큐비트 {qubits}에서 차이가 있습니다. 회로가 커서 개별 진폭은 보일 수 없습니다.",
            "같은 방법을 3~4큐비트에서 시험하면 모든 진폭을 살펴볼 수 있습니다.",
        ),
    },
    "wrong_state.missing": {
        "en": (
            "|{basis}⟩ must occur, but it is missing from your state.",
            "Follow the state gate by gate on paper, or print `Statevector(circuit)` after each gate.",
        ),
        "ja": (
            "|{basis}⟩ が現れるはずですが、あなたの状態には含まれていません。",
            "ゲートごとに紙の上で状態を追うか、各ゲートの後で `Statevector(circuit)` を表示してみましょう。",
        ),
        "ko": (
            "|{basis}⟩이 나타나야 하지만 지금 상태에는 없습니다.",
            "종이 위에서 게이트마다 상태를 따라가거나, 게이트마다 `Statevector(circuit)`를 출력해 보십시오.",
        ),
    },
}
