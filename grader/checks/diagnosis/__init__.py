"""Finds out what differs and gives the smallest counterexample."""
