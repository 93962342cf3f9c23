"""Counties, their documents and editions, and the questions that they answer: topics, routes, comparison, search."""
