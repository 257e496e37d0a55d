"""The page of a person: posts, journeys, counterparts, and the timeline of their contacts."""
