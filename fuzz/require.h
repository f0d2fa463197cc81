// What the targets hold the code to.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "counterclaim/base/error.h"

namespace counterclaim::fuzz {

// Ends the run, so that libFuzzer keeps the input, unless the promise is kept.
inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

// For what a target cannot run without.
template <class T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "fuzz: %s\n", result.error().message.c_str());
  std::exit(2);
}

}  // namespace counterclaim::fuzz
