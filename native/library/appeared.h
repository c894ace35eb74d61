// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace roadcase {

/// Numbers of ports that were registered, from JACK's notification thread to whoever looks. The oldest of more than
/// kRoom are forgotten: the look after a second finds them by their names.
/// add: one thread, lock-free. take: one thread at a time.
class Appeared {
  public:
    static constexpr uint32_t kRoom = 256;

    void add(uint32_t id) noexcept {
        const uint32_t at = count_.load(std::memory_order_relaxed);
        ids_[at % kRoom].store(id, std::memory_order_relaxed);
        count_.store(at + 1, std::memory_order_release);
    }

    template <typename Action>
    void take(Action&& action) {
        const uint32_t end = count_.load(std::memory_order_acquire);
        if (end - seen_ > kRoom) seen_ = end - kRoom;
        for (; seen_ != end; seen_++) action(ids_[seen_ % kRoom].load(std::memory_order_relaxed));
    }

  private:
    std::array<std::atomic<uint32_t>, kRoom> ids_{};
    std::atomic<uint32_t> count_{0};
    uint32_t seen_ = 0;
};

}  // namespace roadcase
