"""What is said about a whole task, given by the grader where no assertion spoke."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "error": {
        "en": "your code stopped with an error",
        "ja": "コードがエラーで停止しました",
        "ko": "코드가 오류로 멈췄습니다",
    },
    "assertion": {
        "en": "something that should hold does not",
        "ja": "成り立つはずの条件が成り立ちません",
        "ko": "성립해야 할 조건이 성립하지 않습니다",
    },
    "unknown": {
        "en": "something differs",
        "ja": "求めるものと違います",
        "ko": "요구와 다릅니다",
    },
}

WORDINGS: Wordings = {
    "passed": {
        "en": ("All checks passed.", ""),
        "ja": ("すべての確認に合格しました。", ""),
        "ko": ("모든 확인을 통과했습니다.", ""),
    },
    "not_answered": {
        "en": (
            "This task has no answer yet.",
            "Replace the placeholder in the answer cell, run it, and submit again.",
        ),
        "ja": (
            "この課題にはまだ解答がありません。",
            "解答セルの仮の行を自分のコードに置き換えて実行し、もう一度提出しましょう。",
        ),
        "ko": (
            "이 과제에는 아직 답이 없습니다.",
            "답 셀의 임시 코드를 자신의 코드로 바꾸어 실행한 뒤 다시 제출하십시오.",
        ),
    },
    "error": {
        "en": (
            "Your code stopped with {name}: {message}",
            "Restart the kernel, run all cells from the top, and read the last line of the error first.",
        ),
        "ja": (
            "コードが {name} で停止しました:{message}",
            "カーネルを再起動して最初から全セルを実行し、エラーの最後の行から読みましょう。",
        ),
        "ko": (
            "코드가 {name} 오류로 멈췄습니다: {message}",
            "커널을 다시 시작하고 처음부터 모든 셀을 실행한 뒤, 오류의 마지막 줄부터 읽으십시오.",
        ),
    },
    "assertion": {
        "en": (
            "A check did not hold: {message}",
            "Run the check cell in your notebook and compare your result with what the task asks for.",
        ),
        "ja": (
            "確認が成り立ちませんでした:{message}",
            "ノートブックで確認セルを実行し、自分の結果を課題文と比べましょう。",
        ),
        "ko": (
            "확인이 성립하지 않았습니다: {message}",
            "노트북에서 확인 셀을 실행하고 자신의 결과를 과제의 요구와 비교하십시오.",
        ),
    },
    "time_limit": {
        "en": (
            "Your code took longer than {seconds} seconds and was stopped.",
            "Look for a loop that does not end, or for a calculation that grows too fast with its input.",
        ),
        "ja": (
            "実行が {seconds} 秒を超えたため停止しました。",
            "終わらないループや、入力とともに急激に増える計算がないかを探しましょう。",
        ),
        "ko": (
            "실행이 {seconds}초를 넘어 중단되었습니다.",
            "끝나지 않는 반복문이나 입력에 따라 너무 빠르게 늘어나는 계산을 찾으십시오.",
        ),
    },
    "memory_limit": {
        "en": (
            "Your code needed more than {mebibytes} MiB of memory and was stopped.",
            "Look for a list, an array or a circuit that grows without need. n qubits need 2^n amplitudes.",
        ),
        "ja": (
            "メモリの使用量が {mebibytes} MiB を超えたため停止しました。",
            "必要以上に大きくなるリスト、配列、回路がないかを探しましょう。n 量子ビットの状態には 2^n 個の振幅が必要です。",
        ),
        "ko": (
            "메모리를 {mebibytes} MiB 넘게 사용하여 중단되었습니다.",
            "필요 없이 커지는 리스트, 배열, 회로를 찾으십시오. 큐비트 n개의 상태에는 진폭 2^n개가 필요합니다.",
        ),
    },
    "process_limit": {
        "en": (
            "Your code started more than {processes} processes or threads and was stopped.",
            "Do without processes and threads of your own: the tasks do not need any.",
        ),
        "ja": (
            "プロセスやスレッドが {processes} 個を超えたため停止しました。",
            "課題にはプロセスやスレッドは必要ありません。使わずに書きましょう。",
        ),
        "ko": (
            "프로세스나 스레드를 {processes}개 넘게 시작하여 중단되었습니다.",
            "과제에는 별도의 프로세스나 스레드가 필요하지 않습니다.",
        ),
    },
    "disk_limit": {
        "en": (
            "Your code wrote more than {mebibytes} MiB to files and was stopped.",
            "Keep results in variables, or write less.",
        ),
        "ja": (
            "ファイルへの書き込みが {mebibytes} MiB を超えたため停止しました。",
            "結果は変数に入れるか、書き込む量を減らしましょう。",
        ),
        "ko": (
            "파일에 {mebibytes} MiB 넘게 써서 중단되었습니다.",
            "결과를 변수에 두거나 쓰는 양을 줄이십시오.",
        ),
    },
    "output_limit": {
        "en": (
            "Your code put out or returned more than can be kept.",
            "Look for a print in a loop, or for a result that is far too large.",
        ),
        "ja": (
            "出力または戻り値が大きすぎて受け取れません。",
            "ループの中の print や、大きすぎる結果がないかを探しましょう。",
        ),
        "ko": (
            "출력이나 반환값이 너무 커서 받을 수 없습니다.",
            "반복문 안의 print나 지나치게 큰 결과를 찾으십시오.",
        ),
    },
    "died": {
        "en": (
            "The process that ran your code ended before this task was checked.",
            "Restart the kernel and run all cells from the top. Does one of them end Python, for example with `exit()`?",
        ),
        "ja": (
            "この課題を確認する前に、コードを実行していたプロセスが終了しました。",
            "カーネルを再起動して最初から全セルを実行しましょう。`exit()` などで Python を終了していないでしょうか。",
        ),
        "ko": (
            "이 과제를 확인하기 전에 코드를 실행하던 프로세스가 끝났습니다.",
            "커널을 다시 시작하고 처음부터 모든 셀을 실행하십시오. `exit()` 등으로 Python을 끝내지 않았습니까?",
        ),
    },
    "judge_stopped": {
        "en": ("This check could not be finished; a person will look at it.", ""),
        "ja": ("この確認を最後まで行えませんでした。人が確認します。", ""),
        "ko": ("이 확인을 끝까지 할 수 없었습니다. 사람이 확인합니다.", ""),
    },
    "needs_person": {
        "en": ("A person will mark this task.", ""),
        "ja": ("この課題は人が採点します。", ""),
        "ko": ("이 과제는 사람이 채점합니다.", ""),
    },
    "unknown": {
        "en": ("The check failed ({code}).", ""),
        "ja": ("確認に合格しませんでした({code})。", ""),
        "ko": ("확인을 통과하지 못했습니다({code}).", ""),
    },
}
