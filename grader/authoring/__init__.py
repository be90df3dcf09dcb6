"""Text sources of lessons and exercises: read, rehearsed, translated, and built into notebooks."""
