"""All about who somebody is: signing in, sessions, tokens, roles, pseudonyms. Nothing else decides it."""

from portal.accounts.people import (
    current_person,
    has_role,
    load_person,
    offerings_attended,
    offerings_taught,
    remember_language,
    require_role,
    roles_of,
    sign_in,
    sign_out,
)
from portal.accounts.ticket import make_ticket
from portal.accounts.views import blueprint

__all__ = [
    "blueprint",
    "current_person",
    "has_role",
    "load_person",
    "make_ticket",
    "offerings_attended",
    "offerings_taught",
    "remember_language",
    "require_role",
    "roles_of",
    "sign_in",
    "sign_out",
]
