// The form of a contact. Filled in soon.
