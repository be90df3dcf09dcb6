"""A picture beside a diagnosis, in a notebook: what the answer is, drawn from the answer alone."""
