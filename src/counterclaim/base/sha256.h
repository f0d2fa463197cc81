// SHA-256 (FIPS 180-4).
//
//   sha256_hex("abc")  ->  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
//
// Layer: base. Pure. Cost: linear, some 250 MB a second.
#pragma once

#include <string>
#include <string_view>

namespace counterclaim {

// The digest of the bytes as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace counterclaim
