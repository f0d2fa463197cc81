#!/usr/bin/env python3
"""Writes src/counterclaim/language/unicode_tables.inc from what Python itself says of each character.

  python3.11 tools/unicode/make_tables.py

The models were trained with Python's str methods, so these are the truth, not the files of the Unicode consortium. The
version is fixed (14.0, Python 3.11): another one would change what the models read.
"""
import os
import unicodedata

BLOCK = 128             # code points of a block of the two-stage table
CODE_POINTS = 0x110000
OUTPUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..",
                      "src", "counterclaim", "language", "unicode_tables.inc")

# Bits of a class, the same as in unicode.cpp.
WHITE_SPACE, LETTER, UPPERCASE_LETTER, DIGIT, CASED, CASE_IGNORABLE = (1 << n for n in range(6))


def is_final_sigma(text):
    return text.lower().endswith("ς")


def sigma_bits(char):
    """Cased and Case_Ignorable as str.lower() uses them, read off its treatment of a capital sigma behind `char`."""
    if is_final_sigma(char + "Σ"):
        return CASED
    return CASE_IGNORABLE if is_final_sigma("A" + char + "Σ") else 0


def bits(code_point):
    char = chr(code_point)
    category = unicodedata.category(char)
    assert char.isalpha() == (category in {"Lu", "Ll", "Lt", "Lm", "Lo"})
    assert not char.isalpha() or char.isupper() == (category == "Lu")
    return (WHITE_SPACE * char.isspace() | LETTER * char.isalpha() | UPPERCASE_LETTER * (category == "Lu")
            | DIGIT * char.isdigit() | sigma_bits(char))


def letter_of(number):
    return chr(ord("a") + number)


def two_stage(values):
    """Distinct blocks, and [repeats, block] runs that cover all code points."""
    numbers, runs = {}, []
    for begin in range(0, len(values), BLOCK):
        number = numbers.setdefault(tuple(values[begin:begin + BLOCK]), len(numbers))
        if runs and runs[-1][1] == number:
            runs[-1][0] += 1
        else:
            runs.append([1, number])
    return list(numbers), runs


def lowercase_runs():
    """[first, last, step, difference] of the characters that lower() changes into another single one."""
    runs = []
    for code_point in range(CODE_POINTS):
        lower = chr(code_point).lower()
        if len(lower) > 1:
            assert code_point == 0x130 and lower == "i\u0307"      # written in unicode.cpp
        elif lower != chr(code_point):
            difference = ord(lower) - code_point
            last = runs[-1] if runs else [0, 0, 0, 0]
            step = code_point - last[1]
            if last[3] == difference and step in (1, 2) and last[2] in (0, step):
                last[1], last[2] = code_point, step
            else:
                runs.append([code_point, code_point, 0, difference])
    return [[first, last, step or 1, difference] for first, last, step, difference in runs]


def array(out, type_and_name, items, width):
    print("constexpr %s[] = {" % type_and_name, file=out)
    line = ""
    for item in items:
        if line and len(line) + len(item) > width:
            print(line, file=out)
            line = ""
        line += item + ","
    print(line + "\n};", file=out)


def main():
    assert unicodedata.unidata_version == "14.0.0", unicodedata.unidata_version
    values = [bits(code_point) for code_point in range(CODE_POINTS)]
    classes = sorted(set(values))
    assert len(classes) <= 26
    blocks, runs = two_stage([classes.index(value) for value in values])
    with open(OUTPUT, "w", encoding="ascii") as out:
        print("// Made by tools/unicode/make_tables.py from Python's str methods, Unicode %s. Do not edit."
              % unicodedata.unidata_version, file=out)
        print("// clang-format off", file=out)
        print("// Bits of each class of characters; blocks name the first class \"a\".", file=out)
        array(out, "std::uint8_t kClassBits", [str(value) for value in classes], 118)
        print("// Runs of equal blocks: how many, and which.", file=out)
        array(out, "BlockRun kBlockRuns", ["{%d,%d}" % tuple(run) for run in runs], 118)
        print("constexpr std::string_view kBlocks[] = {", file=out)
        for block in blocks:
            print('"%s",' % "".join(map(letter_of, block)), file=out)
        print("};", file=out)
        print("// Characters with a lower case of one character: first, last, step, difference.", file=out)
        array(out, "LowercaseRun kLowercaseRuns", ["{0x%X,0x%X,%d,%d}" % tuple(run) for run in lowercase_runs()], 118)
        print("// clang-format on", file=out)


if __name__ == "__main__":
    main()
