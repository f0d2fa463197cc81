#!/usr/bin/env python3
"""How the time of `counterclaim extract` grows with hostile texts.

  bench/linear_time.py [--program build/release/counterclaim] [--kilobytes 256]

For each pattern a text of the given size and one four times as long are read; start-up is taken off. The last column is
the longer one's time a byte over the shorter one's: about 1 where time is linear. Exit status 1 if a run fails or a
ratio is over 2.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PATTERNS = {
    "numbers": "12 ",
    "number words": "three hundred and ",
    "ranges": "between 10 and ",
    "dates": "12 May 2021, ",
    "weekdays": "on Monday ",
    "places": "Lima, Peru, ",
    "villages": "the village of ",
    "capitals": "Xqzt ",
    "parties": "the Peruvian army ",
    "ministers": "Peru's Foreign Minister Ana ",
    "pronouns": "he said they said ",
    "ministries": "The ministry said. ",
    "countries": "in Peru the country's army ",
    "statements": "in a statement the statement ",
    "quotations": '"Yes," he said. ',
    "open quotations": "“He said ",
    "nested quotations": "‘“he said ",
    "brackets": "((((a ",
    "one word": "a",
    "commas": "a,",
    "asides": "six - two cooks and four guards - killed ",
    "victims": "two cooks killed ",
    "equipment": "of the five tanks, ",
    "areas": "140 km2 of land ",
    "denials": "no evidence that nine were killed ",
    "named victims": "Ana Rojas was killed and ",
    "short lines": "Per Peru:\n12 killed\n",
    "ordinary prose": "Rebels killed nine guards near Arica on Monday, the ministry said, and it blamed Bolivia for the raid. ",
}


def seconds(program, text):
    report = json.dumps({"id": "r", "published": "2021-05-02", "text": text}) + "\n"
    began = time.perf_counter()
    run = subprocess.run([program, "extract", "--threads", "1", "-"], input=report.encode(), capture_output=True)
    took = time.perf_counter() - began
    if run.returncode not in (0, 3):
        print(f"FAILED with status {run.returncode}: {run.stderr.decode()[:200]}")
        sys.exit(1)
    return took


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", default=str(ROOT / "build/release/counterclaim"))
    arguments.add_argument("--kilobytes", type=int, default=256)
    options = arguments.parse_args()
    start = min(seconds(options.program, "One.") for _ in range(3))
    worst = 0
    print(f"{'pattern':20} {'kB':>6} {'s':>7} {'kB':>6} {'s':>7} {'ratio':>6}")
    for name, unit in PATTERNS.items():
        size = options.kilobytes * 1024
        short, long = (unit * (n * size // len(unit)) for n in (1, 4))
        first, second = (max(1e-3, seconds(options.program, text) - start) for text in (short, long))
        ratio = second / first / 4
        worst = max(worst, ratio)
        print(f"{name:20} {size // 1024:6} {first:7.2f} {4 * size // 1024:6} {second:7.2f} {ratio:6.2f}", flush=True)
    sys.exit(worst > 2)


if __name__ == "__main__":
    main()
