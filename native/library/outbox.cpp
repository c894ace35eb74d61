// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox.h"

#include <algorithm>

#include "clock.h"
#include "decoder.h"

namespace roadcase {

namespace {

bool later(const Send& a, const Send& b) noexcept {
    return a.time != b.time ? a.time > b.time : a.order > b.order;
}

}  // namespace

Outbox::Outbox(Counters& counters) : counters_(counters) {
    // All the room that the bounds allow: the driver's thread must not allocate.
    future_.reserve(RC_MIDI_MAX_FUTURE + kClockMost);
    due_.reserve(RC_MIDI_MAX_QUEUED + RC_MIDI_MAX_FUTURE + kClockMost);
}

bool Outbox::pack(Send& send, int32_t port, int32_t packed) noexcept {
    const int length = (packed & 0x80) == 0 ? -1 : message_length(static_cast<uint8_t>(packed));
    if (length < 1) return false;
    send.port = port;
    send.length = static_cast<uint32_t>(length);
    send.block = Blocks::kNone;
    for (int i = 0; i < 3; i++) send.bytes[i] = static_cast<uint8_t>(packed >> (8 * i));
    send.bytes[1] &= 0x7F;
    send.bytes[2] &= 0x7F;
    return true;
}

bool Outbox::post_short(int32_t port, int64_t time, int32_t packed) noexcept {
    Send send{};
    return pack(send, port, packed) && post(send, time);
}

bool Outbox::post_clock(int32_t port, int64_t time, int32_t packed) noexcept {
    Send send{};
    if (!pack(send, port, packed) || clock_waiting_.load(std::memory_order_relaxed) >= kClockMost) return false;
    send.clock = true;
    send.time = time;
    clock_waiting_.fetch_add(1, std::memory_order_relaxed);
    // Cannot be full: it has room for the bound.
    clock_posted_.push(send);
    return true;
}

bool Outbox::post_long(int32_t port, int64_t time, const uint8_t* bytes, uint32_t length) noexcept {
    if (length <= 3 && bytes[0] != 0xF0) {
        if (message_length(bytes[0]) != static_cast<int>(length)) return false;
        int32_t packed = 0;
        for (uint32_t i = 0; i < length; i++) packed |= bytes[i] << (8 * i);
        return post_short(port, time, packed);
    }
    if (bytes[0] != 0xF0 || length < 2 || bytes[length - 1] != 0xF7) return false;
    if (std::any_of(bytes + 1, bytes + length - 1, [](uint8_t byte) { return byte >= 0x80; })) return false;
    Send send{};
    send.port = port;
    send.length = length;
    send.block = blocks_.store(bytes, length);
    if (send.block == Blocks::kNone) return false;
    if (post(send, time)) return true;
    blocks_.take_back(send.block);
    return false;
}

bool Outbox::post(Send& send, int64_t time) noexcept {
    send.timed = time > now();
    send.time = send.timed ? std::min(time, INT64_MAX - 1) : INT64_MIN;
    std::atomic<uint32_t>& count = send.timed ? waiting_ : queued_;
    const uint32_t bound = send.timed ? RC_MIDI_MAX_FUTURE : RC_MIDI_MAX_QUEUED;
    if (count.load(std::memory_order_relaxed) >= bound) return false;
    count.fetch_add(1, std::memory_order_relaxed);
    auto& due = due_count_[static_cast<size_t>(slot_of(send.port))];
    if (!send.timed) due.fetch_add(1, std::memory_order_relaxed);
    // Cannot be full: it has room for both bounds together.
    posted_.push(send);
    return true;
}

void Outbox::collect(int64_t begin, int64_t end) noexcept {
    move_due(begin);
    Send send;
    while (posted_.pop(send)) keep(send, begin);
    while (clock_posted_.pop(send)) keep(send, begin);
    move_due(end);
}

void Outbox::keep(Send& send, int64_t begin) noexcept {
    send.order = arrivals_++;
    if (send.time < begin) {
        due_.push_back(send);
    } else {
        future_.push_back(send);
        std::push_heap(future_.begin(), future_.end(), later);
    }
}

void Outbox::move_due(int64_t before) noexcept {
    while (!future_.empty() && future_.front().time < before) {
        std::pop_heap(future_.begin(), future_.end(), later);
        due_.push_back(future_.back());
        future_.pop_back();
    }
}

void Outbox::leave(const Send& send, bool sent) noexcept {
    if (send.block != Blocks::kNone) blocks_.release(send.block);
    Counters::add(sent ? counters_.sent : counters_.dropped_out);
    if (send.clock) {
        clock_waiting_.fetch_sub(1, std::memory_order_relaxed);
        return;
    }
    (send.timed ? waiting_ : queued_).fetch_sub(1, std::memory_order_relaxed);
    if (!send.timed) due_count_[static_cast<size_t>(slot_of(send.port))].fetch_sub(1, std::memory_order_release);
}

void Outbox::copy(const Send& send, uint8_t* to, uint32_t count) const noexcept {
    if (send.block == Blocks::kNone) std::copy_n(send.bytes + send.done, count, to);
    else blocks_.copy(send.block, send.done, to, count);
}

int64_t Outbox::next_due() const noexcept {
    if (!due_.empty()) return INT64_MIN;
    return future_.empty() ? INT64_MAX : future_.front().time;
}

void Outbox::drop_all() noexcept {
    collect(INT64_MAX, INT64_MAX);
    for (const Send& send : due_) leave(send, false);
    due_.clear();
}

}  // namespace roadcase
