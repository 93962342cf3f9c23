"""The data of counties as tables of plain values."""
