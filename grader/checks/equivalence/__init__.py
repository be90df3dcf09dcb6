"""Whether two things do the same on every input: by columns where they are small, by other means where they are not."""
