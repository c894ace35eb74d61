// SPDX-License-Identifier: GPL-3.0-or-later
#include "jack_process.h"

#include <algorithm>

#include "clock.h"

namespace roadcase {

namespace {

// JACK tells its time in whole microseconds, and the two clocks are not read at one moment.
constexpr int64_t kClockNoise = 100'000;

struct ToInbox {
    Inbox& inbox;
    JackSlot& slot;
    int64_t time;

    void short_message(int32_t packed) noexcept {
        if (!inbox.put_short(time, slot.handle, packed)) slot.lost = true;
    }
    void long_message(const uint8_t* bytes, uint32_t length) noexcept {
        if (!inbox.put_long(time, slot.handle, bytes, length)) slot.lost = true;
    }
};

}  // namespace

void JackProcess::begin(jack_client_t* client) noexcept {
    client_ = client;
    expects_ = false;
    overrun_ = false;
    outbox_.drop_all();
}

void JackProcess::end() noexcept {
    outbox_.drop_all();
    for (JackSlot& slot : slots_) {
        if (slot.handle == kNoPort || !slot.input) continue;
        slot.decoder->abandon();
        slot.lost = !inbox_.put_skipped(now(), slot.handle);
    }
    inbox_.publish();
}

void JackProcess::overrun() noexcept {
    Counters::add(counters_.xruns);
    overrun_ = true;
}

void JackProcess::run(jack_nframes_t frames) noexcept {
    cycle_.fetch_add(1);
    const Cycle cycle = look_at_time(frames);
    for (JackSlot& slot : slots_) {
        jack_port_t* port = slot.port.load(std::memory_order_acquire);
        slot.buffer = port == nullptr ? nullptr : jack_.port_get_buffer(port, frames);
        if (slot.buffer == nullptr) continue;
        if (slot.input) {
            read(slot, cycle);
        } else {
            jack_.midi_clear_buffer(slot.buffer);
            slot.capacity = jack_.midi_max_event_size(slot.buffer);
        }
    }
    inbox_.publish();
    outbox_.deliver(cycle.begin, cycle.end, [&](Send& send, int64_t time) { return write(send, time, cycle); });
    cycle_.fetch_add(1);
}

JackProcess::Cycle JackProcess::look_at_time(jack_nframes_t frames) noexcept {
    jack_nframes_t first;
    jack_time_t begin, end;
    float period;
    const bool lost = overrun_.load(std::memory_order_relaxed) && overrun_.exchange(false);
    // Told, for some client may have lost messages; what we are reading goes on, for our own count shows no gap.
    if (lost) lose_all(false);
    const int64_t at = clock_();
    if (jack_.get_cycle_times(client_, &first, &begin, &end, &period) != 0) {
        // Only where the server has not started to count yet.
        return {frames, at, at};
    }
    notice_gap(first, frames);
    // JACK counts on a clock of its own choice; ours is that of System.nanoTime().
    const int64_t offset = at - static_cast<int64_t>(jack_.get_time()) * 1000;
    if (std::abs(offset - clock_offset_) > kClockNoise) clock_offset_ = offset;
    const int64_t length = std::max<int64_t>(1000, static_cast<int64_t>(end - begin) * 1000);
    // The server smooths its estimate, and after overruns that is milliseconds off for a while. But the cycle has
    // begun, and less than a period ago, or it would be an overrun itself.
    const int64_t from = std::clamp(static_cast<int64_t>(begin) * 1000 + clock_offset_, at - length, at);
    return {frames, from, from + length};
}

void JackProcess::notice_gap(jack_nframes_t first, jack_nframes_t frames) noexcept {
    if (expects_ && first != expected_) {
        // Signed: after an overrun the server may also set its count back a little.
        const auto missing = static_cast<int32_t>(first - expected_);
        const auto cycles = missing / static_cast<int32_t>(std::max<jack_nframes_t>(1, frames));
        Counters::add(counters_.skipped, static_cast<uint64_t>(std::max(1, cycles)));
        lose_all(true);
    }
    expects_ = true;
    expected_ = first + frames;
}

void JackProcess::lose_all(bool ours) noexcept {
    for (JackSlot& slot : slots_) {
        if (slot.port.load(std::memory_order_acquire) == nullptr || !slot.input) continue;
        slot.lost = true;
        // The middle of a SysEx may be what was lost: better none than a wrong one.
        if (ours) slot.decoder->abandon();
    }
}

void JackProcess::read(JackSlot& slot, const Cycle& cycle) noexcept {
    const int64_t period = cycle.end - cycle.begin;
    if (const uint32_t lost = jack_.midi_get_lost_event_count(slot.buffer)) {
        Counters::add(counters_.dropped_in, lost);
        slot.lost = true;
        slot.decoder->abandon();
    }
    // The driver hands over what came in during the period before this cycle.
    if (slot.lost && inbox_.put_skipped(cycle.begin - period, slot.handle)) slot.lost = false;
    const uint32_t count = jack_.midi_get_event_count(slot.buffer);
    for (uint32_t i = 0; i < count; i++) {
        jack_midi_event_t event;
        if (jack_.midi_event_get(&event, slot.buffer, i) != 0) continue;
        const int64_t into = period * static_cast<int64_t>(event.time) / std::max<int64_t>(1, cycle.frames);
        const int64_t time = cycle.begin - period + into;
        slot.decoder->feed(time, event.buffer, event.size, ToInbox{inbox_, slot, time});
    }
}

Written JackProcess::write(Send& send, int64_t time, const Cycle& cycle) noexcept {
    JackSlot& slot = slots_[static_cast<size_t>(slot_of(send.port))];
    if (slot.buffer == nullptr || slot.input || slot.handle != send.port) return Written::never;
    const size_t room = jack_.midi_max_event_size(slot.buffer);
    const uint32_t left = send.length - send.done;
    const bool fits_alone = send.done == 0 && left <= slot.capacity;
    if (room == 0 || (left > room && fits_alone)) return Written::not_yet;
    const uint32_t part = static_cast<uint32_t>(std::min<size_t>(left, room));
    const int64_t period = std::max<int64_t>(1, cycle.end - cycle.begin);
    const int64_t frame = (time - cycle.begin) * static_cast<int64_t>(cycle.frames) / period;
    const int64_t last = static_cast<int64_t>(cycle.frames) - 1;
    const auto at = static_cast<jack_nframes_t>(std::clamp<int64_t>(frame, 0, last));
    uint8_t* to = jack_.midi_event_reserve(slot.buffer, at, part);
    if (to == nullptr) return Written::not_yet;
    outbox_.copy(send, to, part);
    if (part < left && send.done == 0) Counters::add(counters_.split);
    send.done += part;
    return send.done == send.length ? Written::whole : Written::not_yet;
}

}  // namespace roadcase
