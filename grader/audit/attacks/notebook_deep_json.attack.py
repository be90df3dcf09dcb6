# attack: JSON a hundred thousand brackets deep
# tries: A reader that goes down the brackets runs out of stack.
# honest: 0

# %% transform
def transform(notebook, files):
    return b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
