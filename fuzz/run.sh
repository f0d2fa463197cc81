#!/bin/bash
# Builds the fuzz targets, seeds their corpora and runs each for a while.
#
#   fuzz/run.sh [SECONDS] [TARGET...]      60 seconds; all targets
#
# Corpora grow under build/fuzz/corpus. What makes a target fail is kept under build/fuzz/findings/TARGET; run the target
# with that file as its argument to see it again. Exit status 1 if anything was found. Needs clang 19 (scripts/setup --ci).
set -euo pipefail
cd "$(dirname "$(dirname "$(realpath "$0")")")"
seconds=${1:-60}
shift || true
targets=("$@")
if [ ${#targets[@]} = 0 ]; then targets=(tokenizer_fuzzer model_loader_fuzzer json_lines_fuzzer extractor_fuzzer gazetteer_fuzzer); fi
model=build/model/en_core_web_sm-3.8.0

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target "${targets[@]}"
python3 fuzz/make_seeds.py "$model" examples resources build/fuzz/corpus

found=0
for target in "${targets[@]}"; do
  findings=build/fuzz/findings/$target
  log=build/fuzz/$target.log
  mkdir -p "$findings"
  printf '%s: %s seconds\n' "$target" "$seconds"
  # An input may take 10 seconds and 2 GB, a single allocation 1 GB. Halting on the first finding keeps the rest simple.
  if ! nice "build/fuzz/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=1024 \
      -max_len=40000 -print_final_stats=1 -artifact_prefix="$findings/" "build/fuzz/corpus/$target" >"$log" 2>&1; then
    found=$((found + 1))
    grep -m 1 -E 'ERROR: |runtime error: |broken promise: ' "$log" || tail -n 5 "$log"
    grep -E 'Test unit written to' "$log" || true
  fi
  grep -E '^stat::(number_of_executed_units|peak_rss_mb)' "$log" || true
  grep -E '^#[0-9]+.*cov: ' "$log" | tail -n 1 || true
done
printf '%s of %s targets found something\n' "$found" "${#targets[@]}"
[ "$found" = 0 ]
