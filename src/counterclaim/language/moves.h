// The classes of a transition-based component: which output of its network is which move.
//
// Layer: language (internal).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/label_table.h"

namespace counterclaim::language {

struct MoveClass {
  std::uint8_t move;  // the component's own number
  LabelId label;      // 0 for none
};

// Reads the component's file `moves`. Classes come sorted by move; the labels of a move by how frequent they were in
// training, the most frequent first. Labels are added to `labels`; `move_count` moves are known.
// Errors: file_not_found, file_unreadable, model_malformed, model_unsupported (labels added after training).
[[nodiscard]] Result<std::vector<MoveClass>> read_moves(const std::filesystem::path& path, std::uint8_t move_count,
                                                        LabelTable& labels);

// The same from the file's bytes.
[[nodiscard]] Result<std::vector<MoveClass>> parse_moves(std::string_view bytes, std::uint8_t move_count,
                                                         LabelTable& labels);

// The classes of one move, [begin, end).
struct ClassRange {
  std::uint32_t begin = 0, end = 0;
};
[[nodiscard]] ClassRange classes_of(const std::vector<MoveClass>& classes, std::uint8_t move);

}  // namespace counterclaim::language
