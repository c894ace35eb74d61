// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace roadcase {

/// A bounded queue of values from one writing thread to one reading thread.
/// push and pop are [lock-free]; each may move to another thread only with a happens-before in between.
template <typename T, size_t Capacity>
class Ring {
    static_assert((Capacity & (Capacity - 1)) == 0, "the capacity is a power of two");

  public:
    bool push(const T& value) noexcept {
        const size_t tail = tail_.load(std::memory_order_relaxed);
        if (tail - head_seen_ == Capacity) {
            head_seen_ = head_.load(std::memory_order_acquire);
            if (tail - head_seen_ == Capacity) return false;
        }
        values_[tail & (Capacity - 1)] = value;
        tail_.store(tail + 1, std::memory_order_release);
        return true;
    }

    bool pop(T& value) noexcept {
        const size_t head = head_.load(std::memory_order_relaxed);
        if (head == tail_seen_) {
            tail_seen_ = tail_.load(std::memory_order_acquire);
            if (head == tail_seen_) return false;
        }
        value = values_[head & (Capacity - 1)];
        head_.store(head + 1, std::memory_order_release);
        return true;
    }

    bool empty() const noexcept {
        return head_.load(std::memory_order_acquire) == tail_.load(std::memory_order_acquire);
    }

  private:
    std::unique_ptr<T[]> values_{new T[Capacity]()};
    // A cache line for each side, or every push would slow every pop.
    alignas(64) std::atomic<size_t> tail_{0};
    size_t head_seen_ = 0;
    alignas(64) std::atomic<size_t> head_{0};
    size_t tail_seen_ = 0;
};

}  // namespace roadcase
