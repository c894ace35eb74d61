// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox.h"

#include "clock.h"

namespace roadcase {

namespace {

rc_midi_record head(int64_t time, int32_t port, uint8_t kind, uint32_t length) noexcept {
    rc_midi_record record{};
    record.time = time;
    record.port = port;
    record.kind = kind;
    record.length = length;
    return record;
}

}  // namespace

bool Inbox::put_short(int64_t time, int32_t port, int32_t packed) noexcept {
    const bool taken = ring_.push(head(time, port, RC_MIDI_SHORT, sizeof packed), &packed);
    Counters::add(taken ? counters_.received : counters_.dropped_in);
    unpublished_ = true;
    return taken;
}

bool Inbox::put_long(int64_t time, int32_t port, const uint8_t* bytes, uint32_t length) noexcept {
    const bool taken = ring_.push(head(time, port, RC_MIDI_LONG, length), bytes);
    Counters::add(taken ? counters_.received : counters_.dropped_in);
    unpublished_ = true;
    return taken;
}

bool Inbox::put_skipped(int64_t time, int32_t port) noexcept {
    const bool taken = ring_.push(head(time, port, RC_MIDI_SKIPPED, 0), nullptr);
    unpublished_ = true;
    return taken;
}

void Inbox::publish() noexcept {
    if (!unpublished_) return;
    unpublished_ = false;
    signal_.notify();
}

void Inbox::ports_changed() noexcept {
    ports_changed_ = true;
    signal_.notify();
}

void Inbox::wake() noexcept {
    woken_ = true;
    signal_.notify();
}

size_t Inbox::drain(void* buffer, size_t capacity) noexcept {
    size_t written = 0;
    if (ports_changed_.load(std::memory_order_relaxed) && ports_changed_.exchange(false)) {
        const rc_midi_record record = head(now(), -1, RC_MIDI_PORTS_CHANGED, 0);
        std::memcpy(buffer, &record, sizeof record);
        written = sizeof record;
    }
    return written + ring_.drain(static_cast<std::byte*>(buffer) + written, capacity - written);
}

int32_t Inbox::wait(int64_t deadline, void* buffer, size_t capacity) noexcept {
    for (;;) {
        const size_t written = drain(buffer, capacity);
        const bool woken = woken_.load(std::memory_order_relaxed) && woken_.exchange(false);
        if (written > 0 || woken || deadline <= now()) return static_cast<int32_t>(written);
        signal_.sleep(deadline, [this] { return !ring_.empty() || woken_ || ports_changed_; });
    }
}

}  // namespace roadcase
