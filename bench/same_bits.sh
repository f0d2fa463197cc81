#!/bin/bash
# Checks that `counterclaim parse` writes the same bytes whatever the kernel, the threads and the batches.
#
#   bench/same_bits.sh [--program build/release/counterclaim] [--portable-documents 20] DOCUMENTS.jsonl...
#
# The portable kernel takes some milliseconds a token: it runs on the first documents alone, on "all" if told so, and its
# bytes are compared with what the fastest kernel gives for the same ones. Prints a table; exit status 1 if anything
# differs. A kernel that the processor does not run is told and skipped.
set -euo pipefail
root=$(dirname "$(dirname "$(realpath "$0")")")
program=$root/build/release/counterclaim
portable_documents=20
while [ $# -gt 0 ]; do
  case $1 in
    --program) program=$2; shift 2 ;;
    --portable-documents) portable_documents=$2; shift 2 ;;
    -*) printf 'same_bits: unknown option %s\n' "$1" >&2; exit 2 ;;
    *) break ;;
  esac
done
if [ $# = 0 ]; then
  printf 'usage: bench/same_bits.sh [--program PROGRAM] [--portable-documents N|all] DOCUMENTS.jsonl...\n' >&2
  exit 2
fi
if [ ! -x "$program" ]; then
  printf "same_bits: no %s; 'cmake --workflow --preset release' builds it\n" "$program" >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat -- "$@" >"$work/all.jsonl"
if [ "$portable_documents" = all ]; then
  cp "$work/all.jsonl" "$work/few.jsonl"
else
  head -n "$portable_documents" "$work/all.jsonl" >"$work/few.jsonl"
fi

differing=0
# row LABEL FILE REFERENCE OPTION...: parses FILE and compares the hash of the output with REFERENCE ("" sets it: $hash).
row() {
  local label=$1 file=$2 reference=$3 began=$EPOCHREALTIME status=0 verdict
  shift 3
  "$program" parse --details "$@" "$file" >"$work/out" 2>"$work/err" || status=$?
  # 3: some lines were no documents, the same ones every time.
  if [ "$status" != 0 ] && [ "$status" != 3 ]; then
    hash=-
    if grep -q 'cannot run the kernel' "$work/err"; then
      verdict='not on this processor'
    else
      verdict="FAILED: $(head -n 1 "$work/err")"
      differing=$((differing + 1))
    fi
  else
    hash=$(sha256sum <"$work/out" | cut -c 1-64)
    if [ -z "$reference" ]; then verdict='reference'
    elif [ "$hash" = "$reference" ]; then verdict='same'
    else verdict='DIFFERENT'; differing=$((differing + 1)); fi
  fi
  local seconds
  seconds=$(awk -v a="$began" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }')
  printf '%-34s %9s %8s  %-16s  %s\n' "$label" "$(wc -l <"$file")" "$seconds" "${hash:0:16}" "$verdict"
}

printf '%-34s %9s %8s  %-16s  %s\n' run documents seconds sha256 verdict
row 'default, 1 thread' "$work/all.jsonl" '' --threads 1
all=$hash
row 'avx512' "$work/all.jsonl" "$all" --threads 1 --kernel avx512
row 'avx2' "$work/all.jsonl" "$all" --threads 1 --kernel avx2
for threads in 2 3 4; do row "$threads threads" "$work/all.jsonl" "$all" --threads "$threads"; done
for batch in 1 2 3 4 5 7 8 11 16 23 32 47 63 64; do
  row "batches of $batch" "$work/all.jsonl" "$all" --threads 1 --batch "$batch"
done
row 'avx2, 3 threads, batches of 13' "$work/all.jsonl" "$all" --threads 3 --kernel avx2 --batch 13
row 'default, first documents' "$work/few.jsonl" '' --threads 1
row 'portable, first documents' "$work/few.jsonl" "$hash" --threads "$(nproc)" --kernel portable
if [ "$differing" != 0 ]; then
  printf 'same_bits: %s runs differ\n' "$differing"
  exit 1
fi
