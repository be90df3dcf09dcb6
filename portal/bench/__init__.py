"""Measures what the portal promises: how long its pages take in a large course."""
