"""Reads what a learner gives: values, kets, circuits, gates, and circuits as programs."""
