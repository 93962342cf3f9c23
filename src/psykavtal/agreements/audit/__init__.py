"""The audit of counties: named checks, each in a module of its own."""
