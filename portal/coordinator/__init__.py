"""The page of coordinators: institutions and cohorts side by side, aggregates alone."""

from portal.coordinator.views import blueprint

__all__ = ["blueprint"]
