"""Texts of verdicts in ko: key -> (what differs, what to try next)."""

IN_CALL = "For {call}: "

TEXTS: dict[str, tuple[str, str]] = {
    "assertion": ("{code} {message}", ""),
}
