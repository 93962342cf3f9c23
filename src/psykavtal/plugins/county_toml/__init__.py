"""County files: strict reading, every fault with its place, none alone."""
