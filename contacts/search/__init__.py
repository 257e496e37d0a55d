"""People, places, parties, pairs and outlets found by their names, beside the articles found by their words."""
