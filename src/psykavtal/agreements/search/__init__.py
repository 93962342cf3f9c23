"""Search among provisions: indexed text, word forms, filters, results."""
