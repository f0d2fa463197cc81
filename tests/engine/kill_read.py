#!/usr/bin/env python3
"""Kills `counterclaim read` (SIGKILL) at random moments, and holds that every case is whole and that reading again
finishes it.

  tests/engine/kill_read.py PROGRAM [--kills 300] [--seed 1932] [REPORTS.jsonl]

Every case is killed several times on its way. After each kill SQLite's integrity check and `counterclaim check` must be
content; when a run ends by itself, all tables must be those of a case that was never disturbed. Without REPORTS it reads
reports of its own making. Prints how many kills fell where.
"""
import argparse
import json
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

TABLES = ("reports", "figures", "statements", "events")


def make_reports(path, number, generator):
    """Reports that differ from each other, a few sentences each."""
    places = ("Boquerón", "Nanawa", "Alihuatá", "Villamontes", "Platanillos")
    with path.open("w") as out:
        for report in range(number):
            sentences = [
                f"Bolivia's army said that {generator.randint(2, 90)} Paraguayan soldiers were killed near"
                f" {generator.choice(places)} on {generator.randint(1, 28)} September 1932."
                f" Paraguay denied it and spoke of {generator.randint(2, 30)} wounded."
                for _ in range(generator.randint(1, 8))
            ]
            line = {"id": f"report-{report}", "published": "1932-09-29", "text": " ".join(sentences)}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def tables_of(program, case):
    return [subprocess.run([program, verb, "--json", case], check=True, stdout=subprocess.PIPE).stdout for verb in TABLES]


def fail(message):
    sys.exit(f"kill_read: {message}")


def check_whole(program, case):
    """How many reports a case holds, after the checks; 0 for one that was killed before it was made."""
    with sqlite3.connect(case) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    connection.close()
    if found != "ok":
        fail(f"damaged: {found}")
    if tables == 0:
        return 0
    checked = subprocess.run([program, "check", case], capture_output=True, text=True)
    if checked.returncode != 0:
        # The tables are made in steps: the first ones alone are a case of an earlier version, which check brings forward.
        fail(f"check: {checked.stdout}{checked.stderr}")
    with sqlite3.connect(case) as connection:
        reports = connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    connection.close()
    return reports


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("reports", nargs="?")
    arguments.add_argument("--kills", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1932)
    arguments.add_argument("--number", type=int, default=1500, help="reports to make")
    options = arguments.parse_args()
    generator = random.Random(options.seed)
    kills, half_way, cases = 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        reports = pathlib.Path(options.reports) if options.reports else folder / "reports.jsonl"
        if not options.reports:
            make_reports(reports, options.number, generator)
        undisturbed = folder / "undisturbed.case"
        began = time.monotonic()
        subprocess.run([options.program, "read", "--quiet", undisturbed, reports], check=True)
        duration = time.monotonic() - began
        expected = tables_of(options.program, undisturbed)
        total = check_whole(options.program, undisturbed)
        while kills < options.kills:
            case = folder / f"{cases}.case"
            cases += 1
            while True:
                process = subprocess.Popen([options.program, "read", "--quiet", case, reports])
                try:
                    # Later kills of a case fall into shorter runs: the moments are spread over what is left.
                    process.wait(generator.uniform(0, duration * generator.choice((0.5, 1, 1))))
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                if process.wait() == 0:
                    break
                if process.returncode != -signal.SIGKILL:
                    fail(f"read ended with {process.returncode}")
                kills += 1
                if case.exists() and 0 < check_whole(options.program, case) < total:
                    half_way += 1
                if kills >= options.kills:
                    subprocess.run([options.program, "read", "--quiet", case, reports], check=True)
                    break
            if check_whole(options.program, case) != total or tables_of(options.program, case) != expected:
                fail(f"case {cases}: finishing did not give the undisturbed result")
            case.unlink()
    print(f"{kills} kills, {half_way} of them half way, {cases} cases finished, all whole")


if __name__ == "__main__":
    main()
