"""Contacts made from reports: which reports are one contact, and the read side kept in step with them."""

from contacts.fusion.readside import name_key, project, rebuild, withdraw

__all__ = ["name_key", "project", "rebuild", "withdraw"]
