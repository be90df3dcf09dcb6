"""How well the checks hold: attacks on the grading, each with the score that an honest grader gives."""
