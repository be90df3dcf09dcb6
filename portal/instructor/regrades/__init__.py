"""An instructor's regrades: asks for them, looks at what would change, applies them, takes them back."""

from portal.instructor.regrades.views import blueprint

__all__ = ["blueprint"]
