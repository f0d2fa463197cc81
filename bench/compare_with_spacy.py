"""The measurements of compare_with_spacy.sh; bench/README.md tells what they mean."""
import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

CUT = 4000  # characters of a document
BATCH_SIZES = (16, 64, 256)
SENTENCE = "At least 14 soldiers were killed near the village of Brod on Tuesday, the defence ministry said."


# ---- spaCy's side: a process of its own -------------------------------------------------------------------------------
def run_spacy(model, documents, batch_size):
    """Prints tokens and seconds of analysing the documents; loading and a warm-up are not measured."""
    import spacy

    nlp = spacy.load(model)
    texts = read_texts(documents)
    for _ in nlp.pipe(texts[:4], batch_size=4):
        pass
    began = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch_size))
    print(json.dumps({"tokens": tokens, "seconds": time.perf_counter() - began}))


# ---- the comparison ---------------------------------------------------------------------------------------------------
def read_texts(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


def cut_documents(source, limit):
    """Texts of at most CUT characters, cut at white space where there is some."""
    pieces = []
    for text in read_texts(source):
        while text:
            end = len(text)
            if end > CUT:
                end = max(text.rfind(" ", CUT // 2, CUT), text.rfind("\n", CUT // 2, CUT))
                end = CUT if end < 0 else end + 1
            if text[:end].strip():
                pieces.append(text[:end])
            text = text[end:]
    return pieces[:limit]


def write_documents(path, texts):
    with open(path, "w", encoding="utf-8") as out:
        for number, text in enumerate(texts):
            out.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
    return path


class Process:
    """A running program on the given cores, its output thrown away unless asked for."""

    def __init__(self, cores, command, keep_output=False):
        self.began = time.perf_counter()
        out = subprocess.PIPE if keep_output else subprocess.DEVNULL
        self.process = subprocess.Popen(["taskset", "-c", cores, *map(str, command)], stdout=out, stderr=subprocess.PIPE)

    def wait(self):
        """Seconds of the whole process, its peak memory in MB, its output."""
        output = self.process.stdout.read() if self.process.stdout else b""
        complaints = self.process.stderr.read()
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        if self.process.returncode != 0:
            sys.exit(f"compare: {self.process.args}: status {self.process.returncode}: {complaints.decode()}")
        return time.perf_counter() - self.began, usage.ru_maxrss / 1024, output


class Comparison:
    def __init__(self, options):
        self.options = options
        self.program = pathlib.Path(options.program or options.root / "build/release/counterclaim").resolve()
        if not self.program.exists():
            sys.exit(f"compare: no {self.program}; 'cmake --workflow --preset release' builds it")
        folder = options.root / "build/spacy-peer"
        texts = cut_documents(options.documents_file, options.documents)
        self.documents = write_documents(folder / "documents.jsonl", texts)
        self.halves = [write_documents(folder / f"half-{n}.jsonl", texts[n::2]) for n in (0, 1)]
        self.sentence = write_documents(folder / "sentence.jsonl", [SENTENCE])
        self.document_count = len(texts)
        self.tokens = 0

    def spacy(self, documents, batch_size, cores="0"):
        command = [sys.executable, __file__, "--root", self.options.root, "--spacy", batch_size, documents]
        seconds, memory, output = Process(cores, command, keep_output=True).wait()
        return json.loads(output), seconds, memory

    def command(self, verb, documents, threads=1):
        return [self.program, verb, "--quiet", "--threads", threads, documents]

    def best_batch_size(self):
        speeds = {}
        for size in BATCH_SIZES:
            result, _, _ = self.spacy(self.documents, size)
            self.tokens = result["tokens"]
            speeds[size] = result["tokens"] / result["seconds"]
        print("spaCy, tokens/s by batch size: " + ", ".join(f"{size}: {speed:,.0f}" for size, speed in speeds.items()))
        return max(speeds, key=speeds.get)

    def has_extract(self):
        tried = subprocess.run([self.program, "extract", "--quiet", self.sentence], capture_output=True)
        if tried.returncode != 0:
            print(f"extract is left out, it does not run: {tried.stderr.decode().strip()}")
        return tried.returncode == 0

    def speeds(self, batch_size, verbs):
        """Tokens a second of each contender, a list of runs; peak memory in MB. The contenders take turns."""
        speeds, memory = {}, {}

        def note(name, speed, megabytes):
            speeds.setdefault(name, []).append(speed)
            memory[name] = max(memory.get(name, 0), megabytes)

        for _ in range(self.options.runs):
            result, _, megabytes = self.spacy(self.documents, batch_size)
            note("spaCy", result["tokens"] / result["seconds"], megabytes)
            for verb in verbs:
                seconds, megabytes, _ = Process("0", self.command(verb, self.documents)).wait()
                note(verb, self.tokens / seconds, megabytes)
        return speeds, memory

    def print_speeds(self, speeds, memory):
        peer = statistics.median(speeds["spaCy"])
        print(f"\n{'one core':12} {'tokens/s':>10} {'lowest':>10} {'highest':>10} {'x spaCy':>8} {'peak MB':>8}")
        for name, runs in speeds.items():
            middle = statistics.median(runs)
            print(f"{name:12} {middle:10,.0f} {min(runs):10,.0f} {max(runs):10,.0f} {middle / peer:8.1f} {memory[name]:8.0f}")

    def print_threads(self, verbs):
        """Two threads of one process against two processes with half of the documents each."""
        print(f"\n{'two cores':12} {'2 threads':>10} {'2 processes':>12} {'ratio':>8}   (tokens/s)")
        for verb in verbs:
            threads, processes = [], []
            for _ in range(self.options.runs):
                threads.append(self.tokens / Process("0,1", self.command(verb, self.documents, threads=2)).wait()[0])
                pair = [Process(str(n), self.command(verb, half)) for n, half in enumerate(self.halves)]
                processes.append(self.tokens / max(process.wait()[0] for process in pair))
            a, b = statistics.median(threads), statistics.median(processes)
            print(f"{verb:12} {a:10,.0f} {b:12,.0f} {a / b:8.2f}")

    def print_start(self, verbs):
        print(f"\n{'one sentence':12} {'ms':>10} {'peak MB':>8}   (whole process, loading included)")
        contenders = {"spaCy": None, **{verb: self.command(verb, self.sentence) for verb in verbs}}
        for name, command in contenders.items():
            runs = []
            for _ in range(self.options.runs):
                if command is None:
                    runs.append(self.spacy(self.sentence, BATCH_SIZES[0])[1:])
                else:
                    runs.append(Process("0", command).wait()[:2])
            print(f"{name:12} {1000 * statistics.median(run[0] for run in runs):10.0f} {max(run[1] for run in runs):8.0f}")

    def run(self):
        print(f"processor: {processor()}")
        batch_size = self.best_batch_size()
        verbs = ["parse"] + (["extract"] if self.has_extract() else [])
        print(f"{self.document_count} documents of at most {CUT:,} characters, {self.tokens:,} tokens; medians of "
              f"{self.options.runs} runs; spaCy with batches of {batch_size}")
        print("spaCy: within the process, without loading; counterclaim: the whole process, loading and output included")
        self.print_speeds(*self.speeds(batch_size, verbs))
        if os.cpu_count() >= 2:
            self.print_threads(verbs)
        self.print_start(verbs)


def processor():
    facts = dict(re.findall(r"^([a-z ]+?)\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M))
    widest = next((f for f in ("avx512f", "avx2") if f in facts.get("flags", "").split()), "neither AVX2 nor AVX-512")
    return (f"{facts.get('model name', 'unknown')} (family {facts.get('cpu family')}, model {facts.get('model')}), "
            f"{os.cpu_count()} cores, {widest}")


def main():
    arguments = argparse.ArgumentParser(prog="compare_with_spacy.sh")
    arguments.add_argument("documents_file", metavar="DOCUMENTS.jsonl", help='one {"id", "text"} a line')
    arguments.add_argument("--program", help="default: build/release/counterclaim")
    arguments.add_argument("--documents", type=int, help="at most so many documents, after the cutting")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--root", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    arguments.add_argument("--spacy", type=int, metavar="BATCH_SIZE", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.spacy:
        run_spacy(options.root / "build/model/en_core_web_sm-3.8.0", options.documents_file, options.spacy)
    else:
        Comparison(options).run()


if __name__ == "__main__":
    main()
