"""Drafts of changed exercises: their text cell by cell, how far they are, and what the grader found."""
