// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "processor.h"

namespace roadcase {

/// The messages of one block for one instrument. [audio-thread]
class EventList {
  public:
    static constexpr int32_t kMost = 2048;

    bool full() const noexcept { return count_ == kMost; }
    void clear() noexcept { count_ = 0; }
    int32_t count() const noexcept { return count_; }
    const Event* begin() const noexcept { return events_.data(); }

    bool add(int32_t frame, uint8_t status, uint8_t data1, uint8_t data2) noexcept {
        if (full()) return false;
        auto& bytes = bytes_[static_cast<size_t>(count_)];
        bytes = {status, data1, data2};
        const bool two = (status & 0xE0) == 0xC0;  // program change and channel pressure
        return add_long(frame, bytes.data(), two ? 2 : 3);
    }

    /// The bytes must stay until the block is played.
    bool add_long(int32_t frame, const uint8_t* bytes, uint32_t length) noexcept {
        if (full()) return false;
        events_[static_cast<size_t>(count_++)] = {frame, length, bytes};
        return true;
    }

  private:
    std::array<Event, kMost> events_;
    std::array<std::array<uint8_t, 3>, kMost> bytes_;
    int32_t count_ = 0;
};

}  // namespace roadcase
