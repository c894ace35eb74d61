// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "counters.h"
#include "record_ring.h"
#include "wakeup.h"

namespace roadcase {

/// What came in and waits for rc_midi_wait. put_* belong to one thread at a time, the driver's.
class Inbox {
  public:
    explicit Inbox(Counters& counters) : counters_(counters), ring_(RC_MIDI_INBOX_BYTES) {}

    /// false where there is no room; counted. The reader is told at publish(). [lock-free]
    bool put_short(int64_t time, int32_t port, int32_t packed) noexcept;
    bool put_long(int64_t time, int32_t port, const uint8_t* bytes, uint32_t length) noexcept;

    /// false where there is no room: try again later. [lock-free]
    bool put_skipped(int64_t time, int32_t port) noexcept;

    /// Wakes the reader if something was put since the last time. [lock-free]
    void publish() noexcept;

    void ports_changed() noexcept;  ///< [any-thread, lock-free]
    void wake() noexcept;           ///< [any-thread, lock-free]

    /// As rc_midi_wait. [conductor-thread]
    int32_t wait(int64_t deadline, void* buffer, size_t capacity) noexcept;

  private:
    size_t drain(void* buffer, size_t capacity) noexcept;

    Counters& counters_;
    RecordRing ring_;
    Signal signal_;
    bool unpublished_ = false;
    std::atomic<bool> ports_changed_{false};
    std::atomic<bool> woken_{false};
};

}  // namespace roadcase
