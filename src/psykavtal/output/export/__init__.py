"""The export of counties to a folder of files for other programs and for people."""
