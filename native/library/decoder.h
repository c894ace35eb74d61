// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include "counters.h"
#include "roadcase/midi.h"

namespace roadcase {

/// Bytes of a whole message with this status byte (80..FF); 0 for SysEx, -1 where MIDI defines none.
/// Source: MIDI 1.0 Detailed Specification, table of status bytes.
constexpr int message_length(uint8_t status) {
    if (status < 0xC0 || (status >= 0xE0 && status < 0xF0)) return 3;
    if (status < 0xE0) return 2;
    switch (status) {
        case 0xF0: return 0;
        case 0xF1: case 0xF3: return 2;
        case 0xF2: return 3;
        case 0xF4: case 0xF5: case 0xF7: case 0xF9: case 0xFD: return -1;
        default: return 1;
    }
}

/// Whole messages from bytes as they come: running status, real-time bytes anywhere, SysEx in parts.
/// One thread; allocates only when made. [lock-free]
class Decoder {
  public:
    /// A SysEx of which nothing came for so long is given up.
    static constexpr int64_t kPatience = 1'000'000'000;

    explicit Decoder(Counters& counters) : counters_(counters), long_(new uint8_t[RC_MIDI_MAX_MESSAGE]) {}

    /// Sink has short_message(int32_t packed) and long_message(const uint8_t*, uint32_t length).
    template <typename Sink>
    void feed(int64_t time, const uint8_t* bytes, size_t count, Sink&& sink) noexcept {
        if (long_length_ > 0 && time - last_ > kPatience) abandon();
        last_ = time;
        for (size_t i = 0; i < count; i++) take(bytes[i], sink);
    }

    /// Forgets a message in progress: bytes of it may have been lost.
    void abandon() noexcept {
        if (long_length_ > 0) Counters::add(counters_.sysex_unfinished);
        if (have_ > 0 || fresh_) Counters::add(counters_.stray, static_cast<uint64_t>(have_ + (fresh_ ? 1 : 0)));
        long_length_ = 0;
        too_long_ = false;
        status_ = 0;
        fresh_ = false;
        have_ = 0;
    }

  private:
    template <typename Sink>
    void take(uint8_t byte, Sink& sink) noexcept {
        if (byte >= 0xF8) {
            if (message_length(byte) < 0) Counters::add(counters_.stray);
            else sink.short_message(byte);
        } else if (byte >= 0x80) {
            take_status(byte, sink);
        } else if (long_length_ > 0) {
            // The last place is kept for F7.
            if (long_length_ < RC_MIDI_MAX_MESSAGE - 1) long_[long_length_++] = byte;
            else too_long_ = true;
        } else if (status_ != 0) {
            data_ |= static_cast<int32_t>(byte) << (8 * ++have_);
            if (have_ + 1 == message_length(status_)) finish(sink);
        } else {
            Counters::add(counters_.stray);
        }
    }

    template <typename Sink>
    void take_status(uint8_t byte, Sink& sink) noexcept {
        if (byte == 0xF7 && long_length_ > 0) {
            if (too_long_) {
                Counters::add(counters_.sysex_too_long);
            } else {
                long_[long_length_++] = byte;
                sink.long_message(long_.get(), long_length_);
            }
            long_length_ = 0;
            too_long_ = false;
            return;
        }
        abandon();
        const int length = message_length(byte);
        if (length < 0) {
            Counters::add(counters_.stray);
        } else if (length == 0) {
            long_[long_length_++] = byte;
        } else {
            status_ = byte;
            fresh_ = true;
            data_ = byte;
            if (length == 1) finish(sink);
        }
    }

    template <typename Sink>
    void finish(Sink& sink) noexcept {
        sink.short_message(data_);
        have_ = 0;
        fresh_ = false;
        if (status_ >= 0xF0) status_ = 0;  // system common has no running status
        data_ = status_;
    }

    Counters& counters_;
    std::unique_ptr<uint8_t[]> long_;
    uint32_t long_length_ = 0;
    bool too_long_ = false;
    uint8_t status_ = 0;
    bool fresh_ = false;  // no message has come of this status byte yet
    int have_ = 0;
    int32_t data_ = 0;
    int64_t last_ = 0;
};

}  // namespace roadcase
