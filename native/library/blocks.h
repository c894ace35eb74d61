// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>

#include "ring.h"
#include "roadcase/midi.h"

namespace roadcase {

/// Room for the bytes of long messages: chains of blocks that one thread fills and another gives back, in any order.
class Blocks {
  public:
    static constexpr uint32_t kSize = 256;
    static constexpr int32_t kCount = RC_MIDI_LONG_BYTES / kSize;
    static constexpr int32_t kNone = -1;

    Blocks() : bytes_(new uint8_t[size_t{kSize} * kCount]()), next_(new int32_t[kCount]) {
        for (int32_t i = 0; i < kCount; i++) next_[i] = i + 1 < kCount ? i + 1 : kNone;
    }

    /// The first block of a copy of these bytes, or kNone where there is no room. [filling thread, lock-free]
    int32_t store(const uint8_t* bytes, uint32_t length) noexcept {
        reclaim();
        const int32_t needed = static_cast<int32_t>((length + kSize - 1) / kSize);
        if (needed > free_count_) return kNone;
        const int32_t first = free_;
        int32_t last = kNone;
        for (uint32_t done = 0; done < length; done += kSize) {
            std::memcpy(at(free_), bytes + done, std::min(kSize, length - done));
            last = free_;
            free_ = next_[free_];
        }
        next_[last] = kNone;
        free_count_ -= needed;
        return first;
    }

    /// Copies `count` bytes, beginning with number `from`. [emptying thread, lock-free]
    void copy(int32_t first, uint32_t from, uint8_t* to, uint32_t count) const noexcept {
        int32_t block = first;
        for (; from >= kSize; from -= kSize) block = next_[block];
        while (count > 0) {
            const uint32_t piece = std::min(kSize - from, count);
            std::memcpy(to, at(block) + from, piece);
            to += piece;
            count -= piece;
            from = 0;
            block = next_[block];
        }
    }

    /// Gives a chain back. [emptying thread, lock-free]
    void release(int32_t first) noexcept {
        // Cannot be full: there is a place for every block.
        returned_.push(first);
    }

    /// Gives a chain back that was never handed over. [filling thread, lock-free]
    void take_back(int32_t first) noexcept {
        int32_t last = first, count = 1;
        for (; next_[last] != kNone; count++) last = next_[last];
        next_[last] = free_;
        free_ = first;
        free_count_ += count;
    }

  private:
    void reclaim() noexcept {
        int32_t first;
        while (returned_.pop(first)) take_back(first);
    }

    uint8_t* at(int32_t block) const noexcept { return bytes_.get() + size_t{kSize} * static_cast<size_t>(block); }

    std::unique_ptr<uint8_t[]> bytes_;
    std::unique_ptr<int32_t[]> next_;
    int32_t free_ = 0;
    int32_t free_count_ = kCount;
    Ring<int32_t, kCount> returned_;
};

}  // namespace roadcase
