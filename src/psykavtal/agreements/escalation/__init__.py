"""How a matter moves between bodies."""
