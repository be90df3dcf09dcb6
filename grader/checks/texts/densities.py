"""What is said about mixed states."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "not_hermitian": {
        "en": "the matrix is not Hermitian",
        "ja": "行列がエルミートではありません",
        "ko": "행렬이 에르미트가 아닙니다",
    },
    "not_positive": {
        "en": "the matrix has a negative eigenvalue",
        "ja": "行列が負の固有値を持っています",
        "ko": "행렬에 음의 고윳값이 있습니다",
    },
    "wrong_density": {
        "en": "the density matrix differs",
        "ja": "密度行列が違います",
        "ko": "밀도 행렬이 다릅니다",
    },
}

WORDINGS: Wordings = {
    "not_hermitian": {
        "en": (
            "This is no density matrix: the entries |{row}⟩⟨{column}| and |{column}⟩⟨{row}| are not complex conjugates.",
            "A density matrix is its own conjugate transpose: for a pure state use `np.outer(psi, psi.conj())`.",
        ),
        "ja": (
            "密度行列ではありません。|{row}⟩⟨{column}| 成分と |{column}⟩⟨{row}| 成分が互いに複素共役になっていません。",
            "密度行列は自分自身の共役転置に等しくなります。純粋状態なら `np.outer(psi, psi.conj())` を使いましょう。",
        ),
        "ko": (
            "밀도 행렬이 아닙니다. |{row}⟩⟨{column}| 성분과 |{column}⟩⟨{row}| 성분이 서로 켤레복소수가 아닙니다.",
            "밀도 행렬은 자신의 켤레 전치와 같습니다. 순수 상태라면 `np.outer(psi, psi.conj())`를 쓰십시오.",
        ),
    },
    "not_positive": {
        "en": (
            "This is no density matrix: its eigenvalue {got} would be a negative probability.",
            "Mix states with weights that are probabilities; look for a sign or for coherences that are too large.",
        ),
        "ja": (
            "密度行列ではありません。固有値 {got} は負の確率を意味します。",
            "状態を混ぜる重みは確率です。符号の誤りや、大きすぎる非対角成分がないかを探しましょう。",
        ),
        "ko": (
            "밀도 행렬이 아닙니다. 고윳값 {got}은(는) 음의 확률을 뜻합니다.",
            "상태를 섞는 가중치는 확률입니다. 부호가 틀렸거나 비대각 성분이 너무 큰 곳을 찾으십시오.",
        ),
    },
    "not_normalised.density": {
        "en": (
            "The trace of the density matrix is {got}, not 1.",
            "The diagonal holds probabilities: divide by their sum, or look for a weight that is missing.",
        ),
        "ja": (
            "密度行列のトレースが 1 ではなく {got} です。",
            "対角成分は確率です。和で割るか、抜けている重みがないかを確かめましょう。",
        ),
        "ko": (
            "밀도 행렬의 대각합이 1이 아니라 {got}입니다.",
            "대각 성분은 확률입니다. 합으로 나누거나 빠진 가중치가 있는지 살펴보십시오.",
        ),
    },
    "wrong_density": {
        "en": (
            "This is another mixed state than the one asked for.",
            "Write down each state of the mixture with its probability and add up the projectors.",
        ),
        "ja": (
            "求められている混合状態とは異なります。",
            "混合に含まれる状態を確率とともに書き出し、射影を足し合わせましょう。",
        ),
        "ko": (
            "요구되는 혼합 상태와 다릅니다.",
            "혼합에 들어가는 상태를 확률과 함께 적고 사영 연산자를 더해 보십시오.",
        ),
    },
    "wrong_density.pure": {
        "en": (
            "Your state is pure, but a mixed state is asked for.",
            "Gates alone keep a state pure: something must be forgotten, by a reset, a measurement or a qubit thrown away.",
        ),
        "ja": (
            "あなたの状態は純粋状態ですが、求められているのは混合状態です。",
            "ゲートだけでは純粋状態のままです。リセット、測定、または量子ビットを捨てることで情報を失わせましょう。",
        ),
        "ko": (
            "지금 상태는 순수 상태이지만 요구되는 것은 혼합 상태입니다.",
            "게이트만으로는 순수 상태로 남습니다. 리셋이나 측정, 또는 큐비트를 버려 정보를 잃게 하십시오.",
        ),
    },
    "wrong_density.mixed": {
        "en": (
            "Your state is mixed (purity {purity}), but a pure state is asked for.",
            "A qubit that is still entangled with another one, or was measured or reset, is mixed: look for what was left behind.",
        ),
        "ja": (
            "あなたの状態は混合状態(純度 {purity})ですが、求められているのは純粋状態です。",
            "他の量子ビットともつれたままの量子ビットや、測定・リセットされたものは混合状態になります。残っているもつれを探しましょう。",
        ),
        "ko": (
            "지금 상태는 혼합 상태(순도 {purity})이지만 요구되는 것은 순수 상태입니다.",
            "다른 큐비트와 아직 얽혀 있거나 측정·리셋된 큐비트는 혼합 상태입니다. 남아 있는 얽힘을 찾으십시오.",
        ),
    },
    "wrong_density.population": {
        "en": (
            "The probability of |{basis}⟩ is {got}, which is not what is expected.",
            "The diagonal of a density matrix holds the probabilities: add them up over the mixture.",
        ),
        "ja": (
            "|{basis}⟩ の確率が {got} で、求める値と違います。",
            "密度行列の対角成分は確率です。混合に含まれる状態について足し合わせましょう。",
        ),
        "ko": (
            "|{basis}⟩의 확률이 {got}이며 요구되는 값과 다릅니다.",
            "밀도 행렬의 대각 성분은 확률입니다. 혼합에 들어가는 상태에 대해 더해 보십시오.",
        ),
    },
    "wrong_density.coherence": {
        "en": (
            "All probabilities are right, but the entry |{row}⟩⟨{column}| is {got}, which is not what is expected.",
            "Entries off the diagonal tell a superposition from a mixture, and one phase from another: measure in another basis.",
        ),
        "ja": (
            "確率はすべて正しいのですが、|{row}⟩⟨{column}| 成分が {got} で、求める値と違います。",
            "非対角成分は、重ね合わせと混合の違いや位相の違いを表します。別の基底で測定すると分かります。",
        ),
        "ko": (
            "확률은 모두 맞지만 |{row}⟩⟨{column}| 성분이 {got}이며 요구되는 값과 다릅니다.",
            "비대각 성분은 중첩과 혼합의 차이, 위상의 차이를 나타냅니다. 다른 기저에서 측정해 보십시오.",
        ),
    },
}
