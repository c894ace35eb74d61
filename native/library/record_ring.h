// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstring>
#include <memory>

#include "roadcase/midi.h"

namespace roadcase {

static_assert(sizeof(rc_midi_record) == 24, "Java reads these offsets");

/// Bytes of a record with its payload, rounded up so that the next one is aligned.
constexpr size_t record_size(uint32_t payload) {
    return (sizeof(rc_midi_record) + payload + 7) & ~size_t{7};
}

/// A bounded queue of records of any length, one writing and one reading thread, both [lock-free].
/// A record lies in one piece: where it does not fit before the end of the memory, filler takes up the rest.
class RecordRing {
  public:
    /// capacity: bytes, a power of two
    explicit RecordRing(size_t capacity) : capacity_(capacity), bytes_(new std::byte[capacity]()) {}

    /// payload: head.length bytes, or nullptr for none
    bool push(rc_midi_record head, const void* payload) noexcept {
        const size_t size = record_size(head.length);
        size_t tail = tail_.load(std::memory_order_relaxed);
        const size_t at = tail & (capacity_ - 1);
        const size_t to_end = capacity_ - at;
        const size_t filler = to_end < size ? to_end : 0;
        if (tail + filler + size - head_seen_ > capacity_) {
            head_seen_ = head_.load(std::memory_order_acquire);
            if (tail + filler + size - head_seen_ > capacity_) return false;
        }
        // The rest before the end is a multiple of 8 but may be too small for a head: its first 8 bytes say filler.
        if (filler > 0) std::memcpy(bytes_.get() + at, &kFiller, sizeof kFiller);
        std::byte* to = bytes_.get() + ((tail + filler) & (capacity_ - 1));
        std::memcpy(to, &head, sizeof head);
        if (payload != nullptr) std::memcpy(to + sizeof head, payload, head.length);
        tail_.store(tail + filler + size, std::memory_order_release);
        return true;
    }

    /// Moves whole records to `to`, as many as fit. Returns their bytes.
    size_t drain(void* to, size_t room) noexcept {
        size_t head = head_.load(std::memory_order_relaxed);
        const size_t tail = tail_.load(std::memory_order_acquire);
        size_t written = 0;
        while (head != tail) {
            const size_t at = head & (capacity_ - 1);
            int64_t first;
            std::memcpy(&first, bytes_.get() + at, sizeof first);
            if (first == kFiller) {
                head += capacity_ - at;
                continue;
            }
            rc_midi_record record;
            std::memcpy(&record, bytes_.get() + at, sizeof record);
            const size_t size = record_size(record.length);
            if (written + size > room) break;
            std::memcpy(static_cast<std::byte*>(to) + written, bytes_.get() + at, size);
            written += size;
            head += size;
        }
        head_.store(head, std::memory_order_release);
        return written;
    }

    bool empty() const noexcept {
        return head_.load(std::memory_order_acquire) == tail_.load(std::memory_order_acquire);
    }

  private:
    // No time of a record: the clock would have to run for 292 years backwards.
    static constexpr int64_t kFiller = INT64_MIN;

    const size_t capacity_;
    std::unique_ptr<std::byte[]> bytes_;
    alignas(64) std::atomic<size_t> tail_{0};
    size_t head_seen_ = 0;
    alignas(64) std::atomic<size_t> head_{0};
};

}  // namespace roadcase
