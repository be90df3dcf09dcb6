"""Regrades: attempts judged anew after a task was mended; what would change, what is written, what is taken back."""
