"""Seeds for the fuzz targets: make_seeds.py MODEL_DIR EXAMPLES_DIR RESOURCES_DIR CORPUS_DIR (called by fuzz/run.sh).

Small files of the model as they are, larger ones cut to a few entries of the same form, and miniature networks for the
configuration that model_loader_fuzzer.cpp has. Needs no Python package.
"""
import json
import pathlib
import struct
import sys
import tomllib

WIDTH, SLOTS, CLASSES, PIECES = 16, 3, 4, 2  # as in model_loader_fuzzer.cpp
LOADERS = ["msgpack", "tok2vec", "scorer", "moves", "tokenizer", "ruler", "lemmatizer", "norms", "config"]


def pack(value):
    """MessagePack of what model files consist of; floats are 64-bit."""
    if value is None:
        return b"\xc0"
    if isinstance(value, bool):
        return b"\xc3" if value else b"\xc2"
    if isinstance(value, int):
        return bytes([value]) if 0 <= value < 128 else b"\xcf" + struct.pack(">Q", value)
    if isinstance(value, float):
        return b"\xcb" + struct.pack(">d", value)
    if isinstance(value, str):
        raw = value.encode()
        return (bytes([0xA0 | len(raw)]) if len(raw) < 32 else b"\xda" + struct.pack(">H", len(raw))) + raw
    if isinstance(value, bytes):
        return b"\xc5" + struct.pack(">H", len(value)) + value
    if isinstance(value, list):
        return b"\xdc" + struct.pack(">H", len(value)) + b"".join(map(pack, value))
    return b"\xde" + struct.pack(">H", len(value)) + b"".join(pack(k) + pack(v) for k, v in value.items())


def unpack(data, at=0):
    """The value at a position, and the position behind it."""
    first = data[at]
    at += 1
    if first < 0x80:
        return first, at
    if first >= 0xE0:
        return first - 256, at
    sizes = {0xC4: ">B", 0xC5: ">H", 0xC6: ">I", 0xD9: ">B", 0xDA: ">H", 0xDB: ">I", 0xDC: ">H", 0xDD: ">I", 0xDE: ">H", 0xDF: ">I"}
    numbers = {0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q", 0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q"}
    if first in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[first], at
    if first in numbers:
        size = struct.calcsize(numbers[first])
        return struct.unpack_from(numbers[first], data, at)[0], at + size
    if first < 0xC0:
        kind, length = (0xDE if first < 0x90 else 0xDC if first < 0xA0 else 0xD9), first & (0x1F if first >= 0xA0 else 0x0F)
    else:
        kind, length = first, struct.unpack_from(sizes[first], data, at)[0]
        at += struct.calcsize(sizes[first])
    if kind <= 0xDB:
        raw = bytes(data[at:at + length])
        return (raw if kind <= 0xC6 else raw.decode()), at + length
    if kind <= 0xDD:
        items = []
        for _ in range(length):
            item, at = unpack(data, at)
            items.append(item)
        return items, at
    table = {}
    for _ in range(length):
        key, at = unpack(data, at)
        table[key], at = unpack(data, at)
    return table, at


def few(value, count):
    """The first entries of each list and table, all the way down."""
    if isinstance(value, list):
        return [few(item, count) for item in value[:count]]
    if isinstance(value, dict):
        return {key: few(item, count) for key, item in list(value.items())[:count]}
    return value


def array(*shape):
    count = 1
    for size in shape:
        count *= size
    data = struct.pack(f"<{count}f", *((n * 7 % 11 - 5) / 8 for n in range(count)))
    return {b"nd": True, b"type": "<f4", b"kind": b"", b"shape": list(shape), b"data": data}


def network(layers):
    return pack({
        "nodes": [{"index": n, "name": name, "dims": {}, "refs": {}} for n, (name, _, _) in enumerate(layers)],
        "attrs": [{key: pack(value) for key, value in attrs.items()} for _, attrs, _ in layers],
        "params": [params for _, _, params in layers],
        "shims": [[] for _ in layers],
    })


def tok2vec():
    def norm():
        return ("layernorm", {}, {"G": array(WIDTH), "b": array(WIDTH)})

    columns = ["NORM", "SHAPE"]
    return network([
        ("extract_features", {"columns": columns}, {}),
        *[("hashembed", {"seed": 8 + n, "column": n}, {"E": array(5, WIDTH)}) for n in range(len(columns))],
        ("maxout", {}, {"W": array(WIDTH, 2, len(columns) * WIDTH), "b": array(WIDTH, 2)}),
        norm(),
        ("maxout", {}, {"W": array(WIDTH, 2, 3 * WIDTH), "b": array(WIDTH, 2)}),
        norm(),
    ])


def scorer():
    return network([
        ("precomputable_affine", {}, {"W": array(SLOTS, WIDTH, PIECES, WIDTH), "b": array(WIDTH, PIECES),
                                      "pad": array(1, SLOTS, WIDTH, PIECES)}),
        ("linear", {}, {"W": array(CLASSES, WIDTH), "b": array(CLASSES)}),
        ("linear", {}, {"W": array(WIDTH, WIDTH), "b": array(WIDTH)}),
    ])


def model_seeds(model):
    read = lambda name: (model / name).read_bytes()
    tokenizer, _ = unpack(read("tokenizer"))
    tokenizer["exceptions"] = few(tokenizer["exceptions"], 12)
    lookups, _ = unpack(read("lemmatizer/lookups/lookups.bin"))
    norms, _ = unpack(read("vocab/lookups.bin"))
    patterns, _ = unpack(read("attribute_ruler/patterns"))
    seeds = [
        ("msgpack", pack(few(norms, 3))), ("msgpack", read("parser/moves")),
        ("tok2vec", tok2vec()), ("tok2vec", read("tagger/model")[:2000]),
        ("scorer", scorer()),
        ("moves", read("parser/moves")), ("moves", read("ner/moves")),
        ("tokenizer", pack(tokenizer)),
        ("tokenizer", pack({**tokenizer, "prefix_search": r"^\(|^\"", "suffix_search": r"\.$|(?<=[0-9])km$|\)$",
                            "infix_finditer": r"\.\.\.|(?<=[a-z])/", "url_match": r"^\S+@\S+$"})),
        ("ruler", read("attribute_ruler/patterns")), ("ruler", pack(patterns[-30:])), ("ruler", pack(patterns[:5])),
        ("lemmatizer", pack(few(lookups, 20))), ("lemmatizer", pack(few(lookups, 4))),
        ("norms", pack(few(norms["lexeme_norm"], 30))),
        ("config", read("config.cfg")), ("config", b'[nlp]\nlang = "en"\nwidth = ${a:b}\n[a]\nb = ${nlp:width}\n'),
    ]
    return [bytes([LOADERS.index(loader)]) + data for loader, data in seeds]


def text_seeds(examples):
    odd = ["don't can't we're", "e.g.,x word:) x/a.m. 10km/h", "U.S.-led (\"quoted\") …… ....", "http://a.example/b?c=d a@b.c 10.10.10.10",
           "  leading \n\n\t spaces  ", "İSTANBUL ΟΔΟΣ' ΟΔΟΣ", "日本語 한국어 עברית العربية", "😀😀👩‍👩‍👧 :-) :'( <3", "5тб тбكم a㎏.B", "a:b:c:d:e:", "\u00a0\u2028\u3000x"]
    reports = [path.read_bytes() for path in sorted(examples.rglob("*.jsonl"))]
    return [text.encode() for text in odd] + [line for report in reports for line in report.splitlines()]


def line_seeds(examples):
    odd = [b'{"id": "a", "text": "Five soldiers were killed."}\n', b'\xef\xbb\xbf{"id": 1, "text": "\\ud83d\\ude00"}\r\n\r\n{"text": ""}\n', b'{"text": "x"\n[]\nnull\n\xff\xfe', b"Title\n\n- one [12]\n- two\n\n| a | b |\n", b'{"id":"a","published":"2022-09-13","text":"YEREVAN, 13 September \xe2\x80\x93 Five died.\\n\\n* one\\n* two"}']
    return odd + [path.read_bytes()[:4000] for path in sorted(examples.rglob("*")) if path.suffix in (".jsonl", ".md", ".txt")]


def report_seeds(examples, resources):
    """Reports, and the examples of each resource file as one report."""
    odd = ['"' * 40 + "said" + '"' * 40, "12 " * 200, "“He said “she said ‘they said’””", "May, March, Sunday, 12 May 12 12", "the the of of by by in in and and"]
    texts = [json.loads(line).get("text", "") for path in sorted(examples.rglob("*.jsonl")) for line in path.read_text().splitlines()]
    for path in sorted(resources.rglob("*.toml")):
        entries = [entry for entries in tomllib.loads(path.read_text()).values() for entry in entries]
        texts.append("\n\n".join(example["text"] for entry in entries for example in entry.get("examples", [])))
    return [text.encode() for text in odd + texts]


def gazetteer_seeds():
    """As gazetteer_fuzzer.cpp picks them: a table of places, a country file, names. It makes gazetteers of the first two."""
    table = ("id,name,kind,latitude,longitude,population,country,within,names,claimed_by\n"
             "a:1,Villarosa,locality,-12.5,-75.25,900,PE,a:2,\"Rosa; Villa\",\na:2,Alta,area,-12,-75,,PE,,,Chile;Peru\n")
    row = "{0}\tVilla\tVilla\tRosa,Wayra\t-12.5\t-75\t{1}\tPE\t\t08\t{2}\t\t\t900\t\t0\tAmerica/Lima\t2020-01-01\n"
    rows = row.format(1, "P\tPPL", "0801") + row.format(2, "A\tADM1", "") + row.format(3, "A\tADM2", "0801")
    names = ["Ste-Foy l’Église", "al-Sharqiyyah", "U.S.", "ﬁ İ ẞ ʻ\u0301 東京"]
    text = b"\1a\1b" + bytes(256)
    place = struct.pack("<iiIIIII2sBB", 0, 0, 5, 5, 0xFFFFFFFF, 0, 0, b"PE", 2, 0)
    sections = [place * 2, struct.pack("<I", 2), b"", struct.pack("<II", 0, 1), struct.pack("<Q", 7), struct.pack("<II", 0, 1),
                struct.pack("<I", 0), text]
    sections[0] = place + place[:24] + struct.pack("<I", 1) + place[28:]
    at, directory, content = 80 + 16 * len(sections), b"", b""
    for section, size in zip(sections, [32, 4, 8, 4, 8, 4, 4, 1]):
        content += bytes(-len(content) % 8)
        directory += struct.pack("<QQ", at + len(content), len(section) // size)
        content += section
    gazetteer = b"ccplace\n" + struct.pack("<II", 1, 0) + b"0" * 64 + directory + content
    return [b"\0" + gazetteer, b"\1" + table.encode(), b"\2" + rows.encode()] + [b"\3" + name.encode() for name in names]


def main():
    model, examples, resources, corpus = map(pathlib.Path, sys.argv[1:])
    targets = {"model_loader_fuzzer": model_seeds(model), "tokenizer_fuzzer": text_seeds(examples), "json_lines_fuzzer": line_seeds(examples),
               "extractor_fuzzer": report_seeds(examples, resources), "gazetteer_fuzzer": gazetteer_seeds()}
    for target, seeds in targets.items():
        (corpus / target).mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds):
            (corpus / target / f"seed-{number:02}").write_bytes(seed)


if __name__ == "__main__":
    main()
