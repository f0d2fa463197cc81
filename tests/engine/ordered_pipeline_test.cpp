#include "counterclaim/engine/ordered_pipeline.h"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

namespace counterclaim::engine {
namespace {

TEST_CASE("results come in the order of the items, whatever the threads") {
  for (const unsigned threads : {1U, 2U, 4U, 9U}) {
    int next = 0;
    std::vector<int> written;
    const bool done = run_ordered(
        threads, [&] { return next < 500 ? std::optional(next++) : std::nullopt; },
        [](int item) {
          // Some items take longer than those behind them.
          if (item % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
          return item * 2;
        },
        [&](int output) {
          written.push_back(output);
          return true;
        });
    CHECK(done);
    REQUIRE(written.size() == 500);
    for (int n = 0; n < 500; ++n) CHECK(written[static_cast<std::size_t>(n)] == 2 * n);
  }
}

TEST_CASE("no more than a few items are in flight") {
  std::atomic<int> read = 0;
  std::atomic<int> written = 0;
  int most = 0;
  run_ordered(
      3,
      [&] {
        most = std::max(most, read - written);
        return read < 200 ? std::optional(read++) : std::nullopt;
      },
      [](int item) { return item; },
      [&](int) {
        ++written;
        return true;
      });
  CHECK(most <= 9);
}

TEST_CASE("a writer that refuses stops the run") {
  for (const unsigned threads : {1U, 3U}) {
    int next = 0;
    int written = 0;
    const bool done = run_ordered(
        threads, [&] { return std::optional(next++); }, [](int item) { return item; },
        [&](int) { return ++written < 5; });
    CHECK_FALSE(done);
    CHECK(written == 5);
  }
}

// Throws in one of the three functions, at the tenth item.
void run_throwing(unsigned threads, int thrower) {
  int next = 0;
  const auto fail_in = [&](int function, int item) {
    if (function == thrower && item == 10) throw std::runtime_error("tenth");
  };
  run_ordered(
      threads,
      [&]() -> std::optional<int> {
        fail_in(0, next);
        return next < 50 ? std::optional(next++) : std::nullopt;
      },
      [&](int item) {
        fail_in(1, item);
        return item;
      },
      [&](int item) {
        fail_in(2, item);
        return true;
      });
}

TEST_CASE("what a function throws leaves the run, with all threads ended") {
  for (const unsigned threads : {1U, 3U}) {
    for (const int thrower : {0, 1, 2}) CHECK_THROWS_AS(run_throwing(threads, thrower), std::runtime_error);
  }
}

TEST_CASE("an empty stream") {
  const bool done =
      run_ordered(2, [] { return std::optional<int>(); }, [](int item) { return item; }, [](int) { return true; });
  CHECK(done);
}

}  // namespace
}  // namespace counterclaim::engine
