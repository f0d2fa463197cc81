#!/bin/bash
# Runs spaCy and counterclaim side by side on the same documents and prints tokens a second and their ratios.
#
#   bench/compare_with_spacy.sh [--program build/release/counterclaim] [--documents N] [--runs 5] DOCUMENTS.jsonl
#
# DOCUMENTS.jsonl holds one {"id", "text"} a line. spaCy 3.8.11 is installed into build/spacy-peer, an environment for
# this script alone; needs python3-venv and the model (scripts/fetch-model). What is measured and how: bench/README.md.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
root=$(dirname "$here")
peer=$root/build/spacy-peer

if [ ! -x "$peer/bin/python" ] || ! "$peer/bin/python" -c 'import spacy; assert spacy.__version__ == "3.8.11"' 2>/dev/null; then
  printf 'compare: installing spaCy into %s\n' "$peer" >&2
  python3 -m venv "$peer"
  "$peer/bin/pip" install --quiet --disable-pip-version-check spacy==3.8.11 click >&2
fi
# They choose other code than what suits the processor, and slow spaCy down.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
exec "$peer/bin/python" "$here/compare_with_spacy.py" --root "$root" "$@"
