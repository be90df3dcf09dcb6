"""What is said about quantum channels."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "not_trace_preserving": {
        "en": "the channel does not preserve the trace",
        "ja": "チャネルがトレースを保っていません",
        "ko": "채널이 대각합을 보존하지 않습니다",
    },
    "not_completely_positive": {
        "en": "the map is not completely positive",
        "ja": "写像が完全正値ではありません",
        "ko": "완전 양(CP) 사상이 아닙니다",
    },
    "wrong_channel": {
        "en": "the channel differs",
        "ja": "チャネルが違います",
        "ko": "채널이 다릅니다",
    },
    "wrong_strength": {
        "en": "the strength of the noise differs",
        "ja": "ノイズの強さが違います",
        "ko": "잡음의 세기가 다릅니다",
    },
}

WORDINGS: Wordings = {
    "not_trace_preserving": {
        "en": (
            "This is no channel: for the input |{input}⟩ the probabilities of the output sum to {got}, not to 1.",
            "For Kraus operators K the sum of all K†K must be the identity: is one missing, or is a square root lost?",
        ),
        "ja": (
            "これは量子チャネルではありません。入力 |{input}⟩ に対する出力の確率の和が 1 ではなく {got} です。",
            "クラウス演算子 K では K†K の総和が恒等演算子になります。足りない演算子や、抜けている平方根はありませんか。",
        ),
        "ko": (
            "양자 채널이 아닙니다. 입력 |{input}⟩에 대한 출력의 확률의 합이 1이 아니라 {got}입니다.",
            "크라우스 연산자 K에서는 K†K의 총합이 항등 연산자여야 합니다. 빠진 연산자나 빠뜨린 제곱근이 있습니까?",
        ),
    },
    "not_trace_preserving.superposition": {
        "en": (
            "This is no channel: basis states keep their total probability 1, but superpositions do not.",
            "For Kraus operators K the sum of all K†K must be the identity, off the diagonal too.",
        ),
        "ja": (
            "これは量子チャネルではありません。基底状態では確率の和が 1 のままですが、重ね合わせではそうなりません。",
            "クラウス演算子 K では K†K の総和が恒等演算子になります。非対角成分も確かめましょう。",
        ),
        "ko": (
            "양자 채널이 아닙니다. 기저 상태에서는 확률의 합이 1로 유지되지만 중첩 상태에서는 그렇지 않습니다.",
            "크라우스 연산자 K에서는 K†K의 총합이 항등 연산자여야 합니다. 비대각 성분도 확인하십시오.",
        ),
    },
    "not_completely_positive": {
        "en": (
            "This map is not completely positive: its Choi matrix has the negative eigenvalue {got}.",
            "On one half of an entangled pair it would give negative probabilities, as the transposition does.",
        ),
        "ja": (
            "この写像は完全正値ではありません。チョイ行列が負の固有値 {got} を持ちます。",
            "もつれた対の片方に作用させると、転置写像のように負の確率が現れます。",
        ),
        "ko": (
            "완전 양(CP) 사상이 아닙니다. 초이(Choi) 행렬이 음의 고윳값 {got}을(를) 가집니다.",
            "얽힌 쌍의 한쪽에 작용시키면 전치 사상처럼 음의 확률이 나옵니다.",
        ),
    },
    "not_completely_positive.hermitian": {
        "en": (
            "This map turns a density matrix into one that is not Hermitian.",
            "Check the signs of imaginary parts and the order of the rows in your matrix.",
        ),
        "ja": (
            "この写像は、密度行列をエルミートでない行列に変えてしまいます。",
            "虚部の符号と、行列の行の順序を確かめましょう。",
        ),
        "ko": (
            "이 사상은 밀도 행렬을 에르미트가 아닌 행렬로 바꿉니다.",
            "허수부의 부호와 행렬에서 행의 순서를 확인하십시오.",
        ),
    },
    "wrong_channel": {
        "en": (
            "This channel is not the one that is asked for.",
            "Follow what it does to |0⟩⟨0|, |1⟩⟨1| and |0⟩⟨1| one by one.",
        ),
        "ja": (
            "求められているチャネルとは異なります。",
            "|0⟩⟨0|、|1⟩⟨1|、|0⟩⟨1| がそれぞれどう変わるかを一つずつ追いましょう。",
        ),
        "ko": (
            "요구되는 채널과 다릅니다.",
            "|0⟩⟨0|, |1⟩⟨1|, |0⟩⟨1|이 각각 어떻게 바뀌는지 하나씩 따라가 보십시오.",
        ),
    },
    "wrong_channel.nothing": {
        "en": (
            "Your channel does nothing: every state comes out as it went in.",
            "Is the noise applied at all? Check its probability, and which circuit you return.",
        ),
        "ja": (
            "このチャネルは何もしません。どの状態もそのまま出てきます。",
            "ノイズを作用させていますか。その確率と、返している回路を確かめましょう。",
        ),
        "ko": (
            "이 채널은 아무것도 하지 않습니다. 모든 상태가 그대로 나옵니다.",
            "잡음을 실제로 작용시켰습니까? 그 확률과 반환하는 회로를 확인하십시오.",
        ),
    },
    "wrong_channel.basis": {
        "en": (
            "On the input {input} the entry |{row}⟩⟨{column}| of the output is {got}, which is not what is expected.",
            "Apply each Kraus operator, or each branch of the circuit, to this input and add up the results.",
        ),
        "ja": (
            "入力 {input} に対する出力の |{row}⟩⟨{column}| 成分が {got} で、求める値と違います。",
            "この入力に各クラウス演算子(または回路の各分岐)を作用させ、結果を足し合わせましょう。",
        ),
        "ko": (
            "입력 {input}에 대한 출력의 |{row}⟩⟨{column}| 성분이 {got}이며 요구되는 값과 다릅니다.",
            "이 입력에 각 크라우스 연산자(또는 회로의 각 갈래)를 작용시켜 결과를 더해 보십시오.",
        ),
    },
    "wrong_channel.superposition": {
        "en": (
            "All basis states come out right, but on the input {input} the entry |{row}⟩⟨{column}| of the output is {got}, which is not what is expected.",
            "Basis states alone do not tell: coherences (entries off the diagonal) are kept, damped or turned. Which of these is asked for?",
        ),
        "ja": (
            "基底状態の出力はすべて正しいのですが、入力 {input} に対する出力の |{row}⟩⟨{column}| 成分が {got} で、求める値と違います。",
            "基底状態だけでは分かりません。コヒーレンス(非対角成分)が保たれるのか、減るのか、回るのかを考えましょう。",
        ),
        "ko": (
            "기저 상태의 출력은 모두 맞지만 입력 {input}에 대한 출력의 |{row}⟩⟨{column}| 성분이 {got}이며 요구되는 값과 다릅니다.",
            "기저 상태만으로는 알 수 없습니다. 결맞음(비대각 성분)이 유지되는지, 줄어드는지, 회전하는지 생각해 보십시오.",
        ),
    },
    "wrong_strength": {
        "en": (
            "The noise is of the right kind but of the wrong strength.",
            "Probabilities and square roots: a Kraus operator holds √p, a density matrix p.",
        ),
        "ja": (
            "ノイズの種類は正しいのですが、強さが違います。",
            "確率と平方根に注意しましょう。クラウス演算子に現れるのは √p、密度行列に現れるのは p です。",
        ),
        "ko": (
            "잡음의 종류는 맞지만 세기가 다릅니다.",
            "확률과 제곱근에 유의하십시오. 크라우스 연산자에는 √p가, 밀도 행렬에는 p가 나타납니다.",
        ),
    },
    "wrong_strength.strong": {
        "en": (
            "Right in kind, but too strong: it changes the state more than asked for.",
            "Probabilities and square roots: a Kraus operator holds √p, a density matrix p; a rotation by θ has sin(θ/2).",
        ),
        "ja": (
            "種類は正しいのですが、強すぎます。求められているよりも状態を大きく変えています。",
            "確率と平方根に注意しましょう。クラウス演算子には √p、密度行列には p、角度 θ の回転には sin(θ/2) が現れます。",
        ),
        "ko": (
            "종류는 맞지만 너무 강합니다. 요구되는 것보다 상태를 더 많이 바꿉니다.",
            "확률과 제곱근에 유의하십시오. 크라우스 연산자에는 √p, 밀도 행렬에는 p, 각 θ의 회전에는 sin(θ/2)가 나타납니다.",
        ),
    },
    "wrong_strength.weak": {
        "en": (
            "Right in kind, but too weak: it changes the state less than asked for.",
            "Probabilities and square roots: a Kraus operator holds √p, a density matrix p; a rotation by θ has sin(θ/2).",
        ),
        "ja": (
            "種類は正しいのですが、弱すぎます。状態の変化が求められているよりも小さくなっています。",
            "確率と平方根に注意しましょう。クラウス演算子には √p、密度行列には p、角度 θ の回転には sin(θ/2) が現れます。",
        ),
        "ko": (
            "종류는 맞지만 너무 약합니다. 요구되는 것보다 상태를 덜 바꿉니다.",
            "확률과 제곱근에 유의하십시오. 크라우스 연산자에는 √p, 밀도 행렬에는 p, 각 θ의 회전에는 sin(θ/2)가 나타납니다.",
        ),
    },
    "inverse.kraus": {
        "en": (
            "Each Kraus operator is the adjoint K† of the one asked for.",
            "A state becomes Σ K ρ K†: the matrix on the left has no dagger. Read off its columns: column x is what becomes of |x⟩.",
        ),
        "ja": (
            "クラウス演算子が、求められているものの随伴 K† になっています。",
            "状態は Σ K ρ K† に変わります。左の行列にダガーは付きません。K の列 x が |x⟩ の行き先です。",
        ),
        "ko": (
            "크라우스 연산자가 요구되는 것의 수반 K†입니다.",
            "상태는 Σ K ρ K†로 바뀝니다. 왼쪽 행렬에는 단검 기호가 없습니다. K의 x열이 |x⟩가 가는 곳입니다.",
        ),
    },
    "inverse.transposed": {
        "en": (
            "Each Kraus operator is the transpose of the one asked for, or the two factors of the Choi matrix are exchanged.",
            "Column x of K is what becomes of |x⟩. In Qiskit's Choi matrix the input is the left factor, the output the right one.",
        ),
        "ja": (
            "クラウス演算子が転置になっているか、チョイ行列の二つの因子が入れ替わっています。",
            "K の列 x が |x⟩ の行き先です。Qiskit のチョイ行列では左の因子が入力、右の因子が出力です。",
        ),
        "ko": (
            "크라우스 연산자가 전치되었거나 초이(Choi) 행렬의 두 인자가 뒤바뀌었습니다.",
            "K의 x열이 |x⟩가 가는 곳입니다. Qiskit의 초이 행렬에서는 왼쪽 인자가 입력, 오른쪽 인자가 출력입니다.",
        ),
    },
    "conjugate.channel": {
        "en": (
            "This is the complex conjugate of the channel asked for.",
            "Check the signs of imaginary parts. In a `SuperOp` matrix Qiskit stacks columns: K acts as conj(K) ⊗ K.",
        ),
        "ja": (
            "求められているチャネルの複素共役になっています。",
            "虚部の符号を確かめましょう。Qiskit の `SuperOp` は列を積み重ねるので、K の作用は conj(K) ⊗ K です。",
        ),
        "ko": (
            "요구되는 채널의 켤레복소수입니다.",
            "허수부의 부호를 확인하십시오. Qiskit의 `SuperOp`은 열을 쌓으므로 K의 작용은 conj(K) ⊗ K입니다.",
        ),
    },
    "qubit_order_reversed.channel": {
        "en": (
            "Right up to bit order: your channel becomes the expected one when its qubits are numbered in reverse.",
            "Qiskit's qubit 0 is the rightmost bit; in a tensor product `np.kron(b, a)` the factor a belongs to qubit 0.",
        ),
        "ja": (
            "ビットの並び順を除けば正解です。量子ビットの番号を逆順に付けると、求めるチャネルになります。",
            "Qiskit では量子ビット 0 が右端です。テンソル積 `np.kron(b, a)` では a が量子ビット 0 に当たります。",
        ),
        "ko": (
            "비트 순서를 빼면 맞습니다. 큐비트 번호를 거꾸로 매기면 요구되는 채널이 됩니다.",
            "Qiskit에서는 큐비트 0이 맨 오른쪽입니다. 텐서곱 `np.kron(b, a)`에서 a가 큐비트 0에 해당합니다.",
        ),
    },
    "wrong_size.inputs": {
        "en": (
            "The channel takes {got} qubit(s), but {expected} are asked for.",
            "A Kraus operator has 2**inputs columns and 2**outputs rows.",
        ),
        "ja": (
            "チャネルの入力は {got} 量子ビットですが、求められているのは {expected} 量子ビットです。",
            "クラウス演算子の列数は 2**(入力の数)、行数は 2**(出力の数)です。",
        ),
        "ko": (
            "채널의 입력이 {got}큐비트이지만 요구되는 것은 {expected}큐비트입니다.",
            "크라우스 연산자는 2**(입력 수)개의 열과 2**(출력 수)개의 행을 가집니다.",
        ),
    },
    "wrong_size.outputs": {
        "en": (
            "The channel gives {got} qubit(s), but {expected} are asked for.",
            "A Kraus operator has 2**inputs columns and 2**outputs rows.",
        ),
        "ja": (
            "チャネルの出力は {got} 量子ビットですが、求められているのは {expected} 量子ビットです。",
            "クラウス演算子の列数は 2**(入力の数)、行数は 2**(出力の数)です。",
        ),
        "ko": (
            "채널의 출력이 {got}큐비트이지만 요구되는 것은 {expected}큐비트입니다.",
            "크라우스 연산자는 2**(입력 수)개의 열과 2**(출력 수)개의 행을 가집니다.",
        ),
    },
    "wrong_size.kraus": {
        "en": (
            "The array has the shape {got}; Kraus operators are a list of matrices, all of one shape.",
            "Give a list such as [K0, K1], also if it holds one matrix only.",
        ),
        "ja": (
            "配列の形が {got} です。クラウス演算子は、同じ形の行列のリストで表します。",
            "[K0, K1] のようなリストを渡しましょう。行列が一つだけのときも同じです。",
        ),
        "ko": (
            "배열의 모양이 {got}입니다. 크라우스 연산자는 모양이 같은 행렬들의 리스트입니다.",
            "[K0, K1] 같은 리스트를 주십시오. 행렬이 하나뿐일 때도 마찬가지입니다.",
        ),
    },
    "wrong_size.environment": {
        "en": (
            "The circuit has {got} qubit(s), and all of them belong to the environment that is thrown away.",
            "The task says which qubits are the environment: check how many qubits your circuit has.",
        ),
        "ja": (
            "回路は {got} 量子ビットで、そのすべてが捨てられる環境に含まれています。",
            "どの量子ビットが環境かは課題文に書かれています。回路の量子ビット数を確かめましょう。",
        ),
        "ko": (
            "회로가 {got}큐비트이며 모두 버려지는 환경에 속합니다.",
            "어느 큐비트가 환경인지는 과제에 적혀 있습니다. 회로의 큐비트 수를 확인하십시오.",
        ),
    },
}
