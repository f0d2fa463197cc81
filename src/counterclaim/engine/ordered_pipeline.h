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
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace counterclaim::engine {

namespace internal {

template <class Item, class Output>
struct Ticket {
  std::optional<Item> item;
  std::optional<Output> output;  // set when the work is done ...
  std::exception_ptr failure;    // ... or this, when it threw
  [[nodiscard]] bool is_done() const { return output.has_value() || failure != nullptr; }
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
    std::optional<Output> output;
    std::exception_ptr failure;
    try {
      output = work(std::move(*ticket->item));
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    ticket->output = std::move(output);
    ticket->failure = failure;
    exchange.work_done.notify_one();
  }
}

// The workers; ended and joined however the calling thread leaves. Work that nobody has begun is not begun any more.
template <class Item, class Output, class Work>
class Workers {
 public:
  // Goes on with fewer threads where the system gives no more; throws if it gives none.
  Workers(Exchange<Item, Output>& exchange, Work& work, unsigned threads) : exchange_(exchange) {
    threads_.reserve(threads);
    try {
      for (unsigned n = 0; n < threads; ++n) threads_.emplace_back([&] { serve(exchange, work); });
    } catch (const std::system_error&) {
      if (threads_.empty()) throw;
    }
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers() {
    {
      const std::lock_guard lock(exchange_.mutex);
      exchange_.closed = true;
      exchange_.waiting.clear();
      exchange_.work_there.notify_all();
    }
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  Exchange<Item, Output>& exchange_;
  std::vector<std::thread> threads_;
};

}  // namespace internal

// read() -> std::optional<Item>; work(Item) -> Output; write(Output) -> bool, false to stop early.
// With one thread everything happens in the calling thread. Returns false if write() stopped the run. What read() and
// write() throw, and what work() throws when its turn to be written comes, leaves run_ordered() after all threads
// ended.
template <class Read, class Work, class Write>
bool run_ordered(unsigned threads, Read read, Work work, Write write) {
  using Item = typename decltype(read())::value_type;
  using Output = decltype(work(std::declval<Item>()));
  using Ticket = internal::Ticket<Item, Output>;
  if (threads <= 1) {
    while (auto item = read()) {
      if (!write(work(std::move(*item)))) return false;
    }
    return true;
  }
  internal::Exchange<Item, Output> exchange;
  std::deque<std::unique_ptr<Ticket>> in_flight;
  const internal::Workers<Item, Output, Work> workers(exchange, work, threads);  // ends before the two above

  const std::size_t most = std::size_t{3} * threads;
  bool more = true;
  while (more || !in_flight.empty()) {
    if (more && in_flight.size() < most) {
      auto item = read();
      if (!item) {
        more = false;
        continue;
      }
      in_flight.push_back(std::make_unique<Ticket>());
      in_flight.back()->item = std::move(item);
      const std::lock_guard lock(exchange.mutex);
      exchange.waiting.push_back(in_flight.back().get());
      exchange.work_there.notify_one();
      continue;
    }
    {
      std::unique_lock lock(exchange.mutex);
      exchange.work_done.wait(lock, [&] { return in_flight.front()->is_done(); });
    }
    const std::unique_ptr<Ticket> first = std::move(in_flight.front());
    in_flight.pop_front();
    if (first->failure) std::rethrow_exception(first->failure);
    if (!write(std::move(*first->output))) return false;
  }
  return true;
}

}  // namespace counterclaim::engine
