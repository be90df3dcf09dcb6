"""`qampus up`: one command that starts portal, grader and JupyterLab on loopback, and stops them all."""
