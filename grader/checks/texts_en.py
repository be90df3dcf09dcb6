"""Texts of verdicts in English: key -> (what differs, what to try next)."""

IN_CALL = "For {call}: "

TEXTS: dict[str, tuple[str, str]] = {
    "assertion": ("{code} {message}", ""),
}
