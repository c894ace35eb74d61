// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>

namespace roadcase {

/// Which notes and pedals an instrument was told of, so that they can be ended. [audio-thread]
class Held {
  public:
    void see(const uint8_t* bytes, uint32_t length) noexcept {
        if (length < 3) return;
        const size_t channel = bytes[0] & 0x0F;
        const size_t data = bytes[1] & 0x7F;
        switch (bytes[0] & 0xF0) {
            case 0x90: notes_[channel][data] = bytes[2] > 0; break;
            case 0x80: notes_[channel][data] = false; break;
            case 0xB0:
                if (data == 64 || data == 66 || data == 67) pedals_[channel][data - 64] = bytes[2] >= 64;
                break;
            default: break;
        }
    }

    bool any() const noexcept {
        for (size_t c = 0; c < 16; c++)
            if (notes_[c].any() || pedals_[c].any()) return true;
        return false;
    }

    /// emit(status, data1, data2) for everything that ends what is held; false from it stops, the rest is for later.
    template <typename Emit>
    void release(Emit&& emit) noexcept {
        for (size_t c = 0; c < 16; c++) {
            for (size_t n = 0; n < 128 && notes_[c].any(); n++) {
                if (!notes_[c][n]) continue;
                if (!emit(static_cast<uint8_t>(0x80 | c), static_cast<uint8_t>(n), uint8_t{64})) return;
                notes_[c][n] = false;
            }
            for (size_t p = 0; p < 4; p++) {
                if (!pedals_[c][p]) continue;
                if (!emit(static_cast<uint8_t>(0xB0 | c), static_cast<uint8_t>(64 + p), uint8_t{0})) return;
                pedals_[c][p] = false;
            }
        }
    }

  private:
    std::array<std::bitset<128>, 16> notes_;
    std::array<std::bitset<4>, 16> pedals_;
};

}  // namespace roadcase
