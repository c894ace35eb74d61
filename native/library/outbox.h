// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <vector>

#include "blocks.h"
#include "counters.h"
#include "ports.h"
#include "ring.h"

namespace roadcase {

/// A message on its way out.
struct Send {
    int64_t time;
    int64_t order;   // of arrival, settles equal times
    int32_t port;
    uint32_t length;
    uint32_t done;   // bytes that left already, where the driver's buffer is smaller than the message
    int32_t block;   // Blocks::kNone for short messages
    uint8_t bytes[3];
    bool timed;      // waited for a time to come
    bool clock;      // came from post_clock
};

/// What a writer did with a message.
enum class Written { whole, not_yet, never };

/// Messages that wait for the driver, each until its time, in order.
///
/// post_short and post_long belong to the conductor's thread, post_clock to a clock's, deliver and drop_all to the
/// driver's; all are [lock-free].
class Outbox {
  public:
    explicit Outbox(Counters& counters);

    /// As rc_midi_send_*, for a port that is known to be there. [conductor-thread]
    bool post_short(int32_t port, int64_t time, int32_t packed) noexcept;
    bool post_long(int32_t port, int64_t time, const uint8_t* bytes, uint32_t length) noexcept;

    /// The same from the thread that makes MIDI clock; at most kClockMost at a time. [clock's thread]
    bool post_clock(int32_t port, int64_t time, int32_t packed) noexcept;
    static constexpr uint32_t kClockMost = 1024;

    /// Hands to `write` what is due before `end`, in order; a port that takes no more keeps the rest for next time.
    /// Times before `begin` are late and leave at once, in the order in which they were sent.
    /// write: Written(Send&, int64_t time), time from `begin` to `end`, never falling. [driver thread]
    template <typename Write>
    void deliver(int64_t begin, int64_t end, Write&& write) noexcept {
        collect(begin, end);
        blocked_.fill(false);
        size_t kept = 0;
        for (size_t i = 0; i < due_.size(); i++) {
            Send& send = due_[i];
            const auto slot = static_cast<size_t>(slot_of(send.port));
            const Written written = blocked_[slot] ? Written::not_yet : write(send, std::max(send.time, begin));
            if (written == Written::not_yet) {
                blocked_[slot] = true;
                due_[kept++] = send;
            } else {
                leave(send, written == Written::whole);
            }
        }
        due_.resize(kept);
    }

    /// Copies the next bytes of a message. [driver thread]
    void copy(const Send& send, uint8_t* to, uint32_t count) const noexcept;

    /// When the next message is due, INT64_MAX for none, as far as deliver() has seen. [driver thread]
    int64_t next_due() const noexcept;

    /// Whether something was posted that deliver() has not seen. [any-thread]
    bool posted() const noexcept { return !posted_.empty() || !clock_posted_.empty(); }

    /// Forgets everything: the driver is gone. [driver thread]
    void drop_all() noexcept;

    /// Messages for this port that are due now and have not left. [any-thread]
    uint32_t due(int32_t port) const noexcept { return due_count_[static_cast<size_t>(slot_of(port))]; }

  private:
    static bool pack(Send& send, int32_t port, int32_t packed) noexcept;
    void keep(Send& send, int64_t begin) noexcept;
    bool post(Send& send, int64_t time) noexcept;
    void collect(int64_t begin, int64_t end) noexcept;
    void leave(const Send& send, bool sent) noexcept;
    void move_due(int64_t before) noexcept;

    Counters& counters_;
    Blocks blocks_;
    Ring<Send, 16384> posted_;
    Ring<Send, kClockMost> clock_posted_;
    std::vector<Send> future_;  // a heap, the earliest first
    std::vector<Send> due_;
    int64_t arrivals_ = 0;
    std::array<bool, RC_MIDI_MAX_PORTS> blocked_{};
    std::array<std::atomic<uint32_t>, RC_MIDI_MAX_PORTS> due_count_{};
    std::atomic<uint32_t> queued_{0};
    std::atomic<uint32_t> waiting_{0};
    std::atomic<uint32_t> clock_waiting_{0};
};

}  // namespace roadcase
