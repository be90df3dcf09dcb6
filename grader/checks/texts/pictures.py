"""What is said beside a picture, and instead of it to those who hear the notebook."""

from __future__ import annotations

from collections.abc import Mapping

CAPTIONS: Mapping[str, Mapping[str, str]] = {
    "bloch": {
        "en": "Your state on the Bloch sphere.",
        "ja": "あなたの状態をブロッホ球に表しています。",
        "ko": "작성한 답의 상태를 블로흐 구에 나타냈습니다.",
    },
    "bars": {
        "en": "Your amplitudes: the height is the absolute value, colour and hand show the phase.",
        "ja": "あなたの答えの振幅です。高さは絶対値、色と針は位相を表します。",
        "ko": "작성한 답의 진폭입니다. 높이는 절댓값, 색과 바늘은 위상을 나타냅니다.",
    },
    "density": {
        "en": "Your density matrix: the side of a square is the absolute value, colour and hand show the phase.",
        "ja": "あなたの答えの密度行列です。正方形の一辺は絶対値、色と針は位相を表します。",
        "ko": "작성한 답의 밀도 행렬입니다. 정사각형의 한 변은 절댓값, 색과 바늘은 위상을 나타냅니다.",
    },
    "map": {
        "en": "Your matrix, one column for each input: the side of a square is the absolute value, colour and hand show the phase.",
        "ja": "あなたの答えの行列です。各列が 1 つの入力に対応し、正方形の一辺は絶対値、色と針は位相を表します。",
        "ko": "작성한 답의 행렬입니다. 각 열이 입력 하나에 해당하며, 정사각형의 한 변은 절댓값, 색과 바늘은 위상을 나타냅니다.",
    },
    "outcomes": {
        "en": "Your probabilities of the outcomes.",
        "ja": "あなたの答えでの各測定結果の確率です。",
        "ko": "작성한 답에서 각 측정 결과가 나올 확률입니다.",
    },
    "counts": {
        "en": "Shares of your {shots} shots. Each line spans the probabilities that fit them: chance explains no more (false alarms: {chance}).",
        "ja": "あなたの {shots} ショットでの割合です。縦線は、偶然のばらつきで説明できる確率の範囲です(誤判定の確率は {chance})。",
        "ko": "작성한 답의 {shots}샷에서 각 결과의 비율입니다. 세로선은 우연한 변동으로 설명되는 확률의 범위입니다(오판 확률 {chance}).",
    },
    "marked": {
        "en": "Marked: {label}.",
        "ja": "印を付けたのは {label} です。",
        "ko": "표시한 것은 {label}입니다.",
    },
    "panels": {
        "en": "Left: yours. Right: what is asked for.",
        "ja": "左があなたの答え、右が求められているものです。",
        "ko": "왼쪽이 작성한 답, 오른쪽이 요구된 것입니다.",
    },
    "striped": {
        "en": "Striped: what is asked for.",
        "ja": "縞模様の棒は求められているものです。",
        "ko": "줄무늬 막대는 요구된 것입니다.",
    },
}
"""Words shown under a picture: key -> language -> sentence."""

DESCRIPTIONS: Mapping[str, Mapping[str, str]] = {
    "yours": {
        "en": "Picture of your answer: {values}.",
        "ja": "あなたの答えの図:{values}。",
        "ko": "작성한 답의 그림: {values}.",
    },
    "asked": {
        "en": "What is asked for: {values}.",
        "ja": "求められているもの:{values}。",
        "ko": "요구된 것: {values}.",
    },
}
"""Words in place of a picture: key -> language -> sentence around the numbers."""
