"""The rules of an offering, as pure functions: whose dates hold, what lateness costs, which attempt counts."""
