"""Measures what Qampus promises; each module is a program that prints its figures."""
