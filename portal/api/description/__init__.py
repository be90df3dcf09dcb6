"""The description of the API: each call is described beside its view, and all of them make one OpenAPI document."""

from portal.api.description.declaration import described
from portal.api.description.document import document

__all__ = ["described", "document"]
