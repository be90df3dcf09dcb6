"""The marks of an offering, read from settled attempts, and the files in which they leave the portal."""
