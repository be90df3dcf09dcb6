"""How accurate the checks are: right answers that they refuse, and mutants that they accept (`qampus audit`)."""
