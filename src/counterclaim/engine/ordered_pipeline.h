// Works on a stream of items with several threads; results come out in the order in which the items went in.
//
//   run_ordered(threads, [&] { return reader.next(); }, [&](Item item) { return work(item); },
//               [&](Output output) { return write(output); });
//
// Layer: engine. `read` and `write` are called by the calling thread, never at once; `work` by many threads. At most
// 3 x threads items are in flight, so memory does not grow with the stream.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace counterclaim::engine {

namespace internal {

template <class Item, class Output>
struct Ticket {
  std::optional<Item> item;
  std::optional<Output> output;  // set when the work is done
};

// What the calling thread and the workers share.
template <class Item, class Output>
struct Exchange {
  std::mutex mutex;
  std::condition_variable work_there, work_done;
  std::deque<Ticket<Item, Output>*> waiting;
  bool closed = false;
};

template <class Item, class Output, class Work>
void serve(Exchange<Item, Output>& exchange, Work& work) {
  std::unique_lock lock(exchange.mutex);
  while (true) {
    exchange.work_there.wait(lock, [&] { return exchange.closed || !exchange.waiting.empty(); });
    if (exchange.waiting.empty()) return;
    Ticket<Item, Output>* ticket = exchange.waiting.front();
    exchange.waiting.pop_front();
    lock.unlock();
    Output output = work(std::move(*ticket->item));
    lock.lock();
    ticket->output = std::move(output);
    exchange.work_done.notify_one();
  }
}

}  // namespace internal

// read() -> std::optional<Item>; work(Item) -> Output; write(Output) -> bool, false to stop early.
// With one thread everything happens in the calling thread. Returns false if write() stopped the run.
template <class Read, class Work, class Write>
bool run_ordered(unsigned threads, Read read, Work work, Write write) {
  using Item = typename decltype(read())::value_type;
  using Output = decltype(work(std::declval<Item>()));
  if (threads <= 1) {
    while (auto item = read()) {
      if (!write(work(std::move(*item)))) return false;
    }
    return true;
  }
  internal::Exchange<Item, Output> exchange;
  std::deque<std::unique_ptr<internal::Ticket<Item, Output>>> in_flight;
  std::vector<std::thread> workers;
  workers.reserve(threads);
  for (unsigned n = 0; n < threads; ++n) workers.emplace_back([&] { internal::serve(exchange, work); });

  const std::size_t most = std::size_t{3} * threads;
  bool more = true;
  bool go_on = true;
  while (go_on && (more || !in_flight.empty())) {
    if (more && in_flight.size() < most) {
      auto item = read();
      if (!item) {
        more = false;
        continue;
      }
      in_flight.push_back(std::make_unique<internal::Ticket<Item, Output>>());
      in_flight.back()->item = std::move(item);
      const std::lock_guard lock(exchange.mutex);
      exchange.waiting.push_back(in_flight.back().get());
      exchange.work_there.notify_one();
      continue;
    }
    {
      std::unique_lock lock(exchange.mutex);
      exchange.work_done.wait(lock, [&] { return in_flight.front()->output.has_value(); });
    }
    go_on = write(std::move(*in_flight.front()->output));
    in_flight.pop_front();
  }
  {
    const std::lock_guard lock(exchange.mutex);
    exchange.closed = true;
    // After an early stop, work that nobody has begun is not begun any more.
    exchange.waiting.clear();
    exchange.work_there.notify_all();
  }
  for (std::thread& worker : workers) worker.join();
  return go_on;
}

}  // namespace counterclaim::engine
