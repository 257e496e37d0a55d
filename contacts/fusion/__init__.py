"""Contacts made from reports: which reports are one contact, and the read side kept in step with them.

``readside`` writes the tables. The rest is pure: it knows neither Django nor a database.
"""
