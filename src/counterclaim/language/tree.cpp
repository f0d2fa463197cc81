#include "counterclaim/language/tree.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>

namespace counterclaim::language {

namespace {

constexpr std::uint32_t kNoToken = 0xFFFFFFFF;
constexpr int kMostRounds = 12;

// spaCy's test, with its two oddities: the first token of the next sentence counts as inside, and the last token of the
// text is not looked at.
bool heads_within_sentences(std::span<const std::uint32_t> heads, std::span<const std::uint8_t> starts) {
  const std::size_t size = heads.size();
  std::size_t begin = 0;
  for (std::size_t token = 0; token < size; ++token) {
    if ((token == 0 || starts[token] == 0) && token + 1 != size) continue;
    for (std::size_t n = begin; n < token; ++n) {
      if (heads[n] < begin || heads[n] > token) return false;
    }
    begin = token;
  }
  return true;
}

}  // namespace

void subtree_edges(std::span<const std::uint32_t> heads, std::vector<std::uint32_t>& left,
                   std::vector<std::uint32_t>& right) {
  const std::size_t size = heads.size();
  left.resize(size);
  right.resize(size);
  std::iota(left.begin(), left.end(), 0U);
  std::iota(right.begin(), right.end(), 0U);
  const auto lift = [&](std::size_t child) {
    const std::uint32_t head = heads[child];
    left[head] = std::min(left[head], left[child]);
    right[head] = std::max(right[head], right[child]);
  };
  std::vector<std::uint8_t> starts;
  for (int round = 0; round < kMostRounds; ++round) {
    for (std::size_t child = 0; child < size; ++child) lift(child);
    for (std::size_t child = size; child-- > 0;) lift(child);
    sentence_starts(heads, left, starts);
    if (heads_within_sentences(heads, starts)) return;
  }
}

void sentence_starts(std::span<const std::uint32_t> heads, std::span<const std::uint32_t> left,
                     std::vector<std::uint8_t>& starts) {
  starts.assign(heads.size(), 0);
  for (std::size_t token = 0; token < heads.size(); ++token) {
    if (heads[token] == token) starts[left[token]] = 1;
  }
}

DecoratedLabels::DecoratedLabels(LabelTable& labels) {
  constexpr std::string_view kDelimiter = "||";
  const std::size_t count = labels.size();
  parts_.resize(count);
  for (std::size_t id = 0; id < count; ++id) {
    const std::string text(labels[static_cast<LabelId>(id)]);  // a copy: interning moves the table's strings
    const std::size_t at = text.find(kDelimiter);
    if (at == std::string::npos) continue;
    parts_[id] = {labels.intern(text.substr(0, at)), labels.intern(text.substr(at + kDelimiter.size())), true};
  }
}

namespace {

// The tree while labels are undone. The children of a token are those it has had from the start, save those that have
// moved away, and those that have moved to it; both kinds in ascending order, since tokens are treated in order and
// move once at most.
class ChangingTree {
 public:
  ChangingTree(std::span<std::uint32_t> heads, DeprojectivizeBuffers& buffers) : heads_(heads), b_(buffers) {
    subtree_edges(heads, b_.left, b_.right);
    group_children();
    b_.first_moved.assign(heads.size(), kNoToken);
    b_.last_moved.assign(heads.size(), kNoToken);
    b_.next_moved.assign(heads.size(), kNoToken);
  }

  void move(std::uint32_t token, std::uint32_t head) {
    if (heads_[token] == head) return;
    heads_[token] = head;
    // spaCy seeks children inside the edges of before the first change.
    if (token < b_.left[head] || token > b_.right[head]) return;
    (b_.first_moved[head] == kNoToken ? b_.first_moved[head] : b_.next_moved[b_.last_moved[head]]) = token;
    b_.last_moved[head] = token;
  }

  // Calls visit(child) for the children of `head` in ascending order until it returns true; returns whether it has.
  template <class Visit>
  bool any_child(std::uint32_t head, Visit visit) const {
    std::uint32_t moved = b_.first_moved[head];
    for (std::uint32_t n = b_.children_begin[head]; n < b_.children_begin[head + 1]; ++n) {
      const std::uint32_t child = b_.children[n];
      for (; moved < child; moved = b_.next_moved[moved]) {
        if (visit(moved)) return true;
      }
      if (heads_[child] == head && visit(child)) return true;
    }
    for (; moved != kNoToken; moved = b_.next_moved[moved]) {
      if (visit(moved)) return true;
    }
    return false;
  }

 private:
  void group_children() {
    const std::size_t size = heads_.size();
    b_.children_begin.assign(size + 1, 0);
    for (std::size_t token = 0; token < size; ++token) {
      if (heads_[token] != token) ++b_.children_begin[heads_[token]];
    }
    // Ends for now; filling from the back makes them begins.
    std::partial_sum(b_.children_begin.begin(), b_.children_begin.end(), b_.children_begin.begin());
    b_.children.resize(b_.children_begin[size]);
    for (std::size_t token = size; token-- > 0;) {
      if (heads_[token] != token) b_.children[--b_.children_begin[heads_[token]]] = static_cast<std::uint32_t>(token);
    }
  }

  std::span<std::uint32_t> heads_;
  DeprojectivizeBuffers& b_;
};

}  // namespace

bool deprojectivize(std::span<std::uint32_t> heads, std::span<LabelId> labels, std::span<const std::uint8_t> is_space,
                    const DecoratedLabels& decorated, DeprojectivizeBuffers& buffers) {
  const auto is_decorated = [&](LabelId label) { return decorated.contains(label); };
  if (std::none_of(labels.begin(), labels.end(), is_decorated)) return false;
  ChangingTree tree(heads, buffers);
  std::vector<std::uint32_t>& queue = buffers.queue;
  for (std::uint32_t token = 0; token < heads.size(); ++token) {
    if (!is_decorated(labels[token])) continue;
    const LabelId wanted = decorated.head_label(labels[token]);
    labels[token] = decorated.label(labels[token]);
    std::uint32_t found = heads[token];
    const auto visit = [&](std::uint32_t child) {
      if (child == token || is_space[child] != 0) return false;
      if (labels[child] == wanted) {
        found = child;
        return true;
      }
      queue.push_back(child);
      return false;
    };
    queue.assign(1, heads[token]);
    // A tree has no more tokens below a head than there are; the bound ends the search in what is none.
    for (std::size_t n = 0; n < queue.size() && n < heads.size(); ++n) {
      if (tree.any_child(queue[n], visit)) break;
    }
    tree.move(token, found);
  }
  return true;
}

}  // namespace counterclaim::language
