// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>
#include <vector>

#include "check.h"
#include "clock.h"
#include "inbox.h"
#include "ring.h"

using namespace roadcase;

namespace {

struct Read {
    rc_midi_record head;
    std::vector<uint8_t> payload;
};

std::vector<Read> records(const std::vector<uint64_t>& buffer, size_t bytes) {
    std::vector<Read> all;
    const auto* at = reinterpret_cast<const uint8_t*>(buffer.data());
    for (size_t i = 0; i < bytes; i += record_size(all.back().head.length)) {
        Read one;
        std::memcpy(&one.head, at + i, sizeof one.head);
        const uint8_t* payload = at + i + sizeof one.head;
        one.payload.assign(payload, payload + one.head.length);
        all.push_back(one);
    }
    return all;
}

void values_come_out_in_order_and_a_full_ring_refuses() {
    Ring<int, 4> ring;
    int value = 0;
    CHECK(ring.empty() && !ring.pop(value));
    for (int round = 0; round < 10; round++) {
        for (int i = 0; i < 4; i++) CHECK(ring.push(round * 4 + i));
        CHECK(!ring.push(99));
        for (int i = 0; i < 4; i++) CHECK(ring.pop(value) && value == round * 4 + i);
        CHECK(!ring.pop(value));
    }
}

void records_of_any_length_survive_the_end_of_the_memory() {
    RecordRing ring(1024);
    std::vector<uint64_t> buffer(256);
    uint32_t written = 0, read = 0;
    for (uint32_t round = 0; round < 5000; round++) {
        for (int i = 0; i < 3; i++) {
            rc_midi_record head{};
            head.time = written;
            head.length = written * 7 % 200;
            const std::vector<uint8_t> payload(head.length, static_cast<uint8_t>(written));
            if (ring.push(head, payload.data())) written++;
        }
        for (const Read& one : records(buffer, ring.drain(buffer.data(), 600))) {
            CHECK(one.head.time == read && one.head.length == read * 7 % 200);
            for (const uint8_t byte : one.payload) CHECK(byte == static_cast<uint8_t>(read));
            read++;
        }
    }
    CHECK(read > 5000);
    CHECK(written - read < 60);
}

void two_threads_lose_nothing() {
    Counters counters;
    Inbox inbox(counters);
    constexpr int kMessages = 2'000'000;
    std::thread writer([&] {
        for (int i = 0; i < kMessages;) {
            if (inbox.put_short(i, 3, i)) i++;
            else std::this_thread::yield();
            inbox.publish();
        }
    });
    std::vector<uint64_t> buffer(RC_MIDI_MIN_BUFFER / 8);
    int expected = 0;
    const int64_t deadline = now() + milliseconds(30'000);
    while (expected < kMessages) {
        const int32_t bytes = inbox.wait(deadline, buffer.data(), RC_MIDI_MIN_BUFFER);
        CHECK(bytes > 0);  // 0 would be the deadline: a wake was missed
        for (const Read& one : records(buffer, static_cast<size_t>(bytes))) {
            int32_t packed;
            std::memcpy(&packed, one.payload.data(), sizeof packed);
            CHECK(one.head.time == expected && packed == expected && one.head.port == 3);
            expected++;
        }
    }
    writer.join();
    CHECK(counters.received == kMessages);
}

void waiting_ends_at_the_deadline_by_a_wake_and_with_news_of_ports() {
    Counters counters;
    Inbox inbox(counters);
    std::vector<uint64_t> buffer(RC_MIDI_MIN_BUFFER / 8);
    const int64_t deadline = now() + milliseconds(20);
    CHECK(inbox.wait(deadline, buffer.data(), RC_MIDI_MIN_BUFFER) == 0);
    CHECK(now() >= deadline);
    inbox.wake();
    CHECK(inbox.wait(INT64_MAX, buffer.data(), RC_MIDI_MIN_BUFFER) == 0);
    inbox.ports_changed();
    inbox.ports_changed();
    const auto news = records(buffer, static_cast<size_t>(inbox.wait(INT64_MAX, buffer.data(), RC_MIDI_MIN_BUFFER)));
    CHECK(news.size() == 1 && news[0].head.kind == RC_MIDI_PORTS_CHANGED && news[0].head.port == -1);
}

void a_full_inbox_counts_what_it_cannot_take() {
    Counters counters;
    Inbox inbox(counters);
    const std::vector<uint8_t> sysex(RC_MIDI_MAX_MESSAGE, 0);
    int taken = 0;
    while (inbox.put_long(0, 0, sysex.data(), RC_MIDI_MAX_MESSAGE)) taken++;
    CHECK(taken == 15);
    CHECK(counters.received == 15 && counters.dropped_in == 1);
    std::vector<uint64_t> buffer(RC_MIDI_MIN_BUFFER / 8);
    CHECK(inbox.wait(0, buffer.data(), RC_MIDI_MIN_BUFFER) > RC_MIDI_MAX_MESSAGE);
    CHECK(inbox.put_long(0, 0, sysex.data(), RC_MIDI_MAX_MESSAGE));
}

}  // namespace

int main() {
    values_come_out_in_order_and_a_full_ring_refuses();
    records_of_any_length_survive_the_end_of_the_memory();
    two_threads_lose_nothing();
    waiting_ends_at_the_deadline_by_a_wake_and_with_news_of_ports();
    a_full_inbox_counts_what_it_cannot_take();
}
