"""Figures about learning, as pure functions: no database, no clock, no text. Each names its formula and source."""
