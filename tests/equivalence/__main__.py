"""The commands `record` and `compare`."""

import argparse
import sys
from pathlib import Path

from .compare import compare
from .parts import PARTS
from .recording import record

HERE = Path(__file__).parent
SOURCES = HERE.parents[2] / "shared" / "sources"


def main(given: list[str]) -> int:
    """Run a command; the exit code is 1 if recordings differ."""
    parser = argparse.ArgumentParser(prog="python -m tests.equivalence", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    recorder = commands.add_parser("record", help="ask everything and write the answers")
    recorder.add_argument("out", type=Path)
    recorder.add_argument("--part", nargs="+", choices=list(PARTS), default=list(PARTS), metavar="NAME")
    recorder.add_argument("--adapter", default="old_api", help="the module that calls the package (old_api)")
    recorder.add_argument("--sources", type=Path, default=SOURCES, help="the folder of the source texts")
    recorder.add_argument("--processes", type=int, default=2)
    recorder.add_argument("--every", type=int, default=1, metavar="N", help="ask only every Nth question")
    comparer = commands.add_parser("compare", help="show what differs between two recordings")
    comparer.add_argument("old", type=Path)
    comparer.add_argument("new", type=Path)
    comparer.add_argument("--part", nargs="+", choices=list(PARTS), metavar="NAME", help="compare only these parts")
    comparer.add_argument("--sample", action="store_true", help="ignore what only the old recording has")
    comparer.add_argument("--renames", type=Path, default=HERE / "renames.csv")
    comparer.add_argument("--expected", type=Path, default=HERE / "expected_changes.toml")
    comparer.add_argument("--examples", type=int, default=3, help="how many examples of each kind are shown")
    args = parser.parse_args(given)
    if args.command == "record":
        chosen = [each for each in PARTS if each in args.part]
        record(args.out, chosen, adapter=args.adapter, sources=args.sources, processes=args.processes, every=args.every)
        return 0
    return compare(
        args.old,
        args.new,
        renames=args.renames,
        expected=args.expected,
        parts=args.part,
        examples=args.examples,
        sample=args.sample,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
