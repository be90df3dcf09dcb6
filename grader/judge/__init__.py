"""Decides scores: check cells run here, in a process of their own, and what the learner wrote is remote."""
