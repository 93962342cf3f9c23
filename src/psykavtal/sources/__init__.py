"""Source texts: resolve citations in them, check digests, measure coverage."""
