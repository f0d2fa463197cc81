#!/usr/bin/env python3
"""Measures accuracy on outside data and fails where it falls below the floors in quality/floors.toml.

  quality/check.py [--program build/release/counterclaim] [--hashes]

The data and the programs that score it are found under COUNTERCLAIM_TEST_DATA; without it nothing is measured. A set
whose files have changed since its floors were set (their hash) fails, too: measure anew. --hashes prints the hashes.
"""
import argparse
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent


def hash_of(folder, paths):
    """SHA-256 over names and contents of all files below the paths."""
    digest = hashlib.sha256()
    for path in paths:
        top = folder / path
        files = sorted(item for item in top.rglob("*") if item.is_file()) if top.is_dir() else [top]
        for item in files:
            digest.update(f"{item.relative_to(folder)}\0".encode() + hashlib.sha256(item.read_bytes()).digest())
    return digest.hexdigest()


def run(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, **options).stdout


def scores_of(data, program, entry, folder):
    """What the scoring programs print about the set."""
    tool = str(data / "tools" / entry["tool"])
    paths = [str(data / path) for path in entry["paths"]]
    which = [entry["format"]] if "format" in entry else []
    documents, records = folder / "documents.jsonl", folder / "records.jsonl"
    documents.write_bytes(run(sys.executable, tool, "docs", *which, *paths))
    records.write_bytes(run(program, "extract", "--quiet", str(documents)))
    return "".join(run(sys.executable, tool, verb, *which, *paths, str(records), text=True) for verb in entry["verbs"])


def value_of(printed, label):
    """The last number on the line that begins with the label."""
    line = next((line for line in printed.splitlines() if line.startswith(label)), "")
    numbers = re.findall(r"\d+\.\d+", line)
    return float(numbers[-1]) if numbers else None


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", default=str(ROOT / "build/release/counterclaim"))
    arguments.add_argument("--hashes", action="store_true")
    options = arguments.parse_args()
    if not os.environ.get("COUNTERCLAIM_TEST_DATA"):
        print("quality: COUNTERCLAIM_TEST_DATA is not set; nothing is measured")
        return 0
    data = pathlib.Path(os.environ["COUNTERCLAIM_TEST_DATA"]).resolve()
    failures = 0
    for entry in tomllib.loads((ROOT / "quality/floors.toml").read_text())["set"]:
        digest = hash_of(data, entry["paths"])
        if options.hashes:
            print(f"{entry['name']}: {digest}")
            continue
        if digest != entry["sha256"]:
            print(f"{entry['name']}: its files are not those that the floors were measured on ({digest})")
            failures += 1
            continue
        with tempfile.TemporaryDirectory() as folder:
            printed = scores_of(data, options.program, entry, pathlib.Path(folder))
        for label, floor in entry["floors"].items():
            value = value_of(printed, label)
            holds = value is not None and value >= floor
            failures += not holds
            print(f"{entry['name']:10} {label:24} {value} (floor {floor}){'' if holds else '  BELOW'}")
    print(f"quality: {failures} below their floors")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
