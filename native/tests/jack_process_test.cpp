// SPDX-License-Identifier: GPL-3.0-or-later
//
// The process callback against a JACK that the test plays, so that cycles can be skipped and buffers be small at will.
// While it runs, allocating or taking a lock ends the test.
#include "jack_process.h"

#include <dlfcn.h>
#include <pthread.h>

#include <vector>

#include "check.h"
#include "clock.h"

namespace {

thread_local bool in_callback = false;

void forbidden(const char* what) {
    in_callback = false;
    std::fprintf(stderr, "the process callback called %s\n", what);
    std::abort();
}

}  // namespace

#if defined(__GLIBC__)
extern "C" void* __libc_malloc(size_t);
extern "C" void __libc_free(void*);

extern "C" void* malloc(size_t size) {
    if (in_callback) forbidden("malloc");
    return __libc_malloc(size);
}
extern "C" void free(void* memory) {
    if (in_callback) forbidden("free");
    __libc_free(memory);
}
extern "C" int pthread_mutex_lock(pthread_mutex_t* mutex) {
    if (in_callback) forbidden("pthread_mutex_lock");
    using Lock = int(pthread_mutex_t*);
    static Lock* const lock = reinterpret_cast<Lock*>(dlsym(RTLD_NEXT, "pthread_mutex_lock"));
    return lock(mutex);
}
#endif

using namespace roadcase;

namespace {

constexpr jack_nframes_t kFrames = 64;
constexpr int64_t kPeriod = 1'333'000;  // ns
constexpr size_t kEvents = 4096;

/// A port's buffer: events, their bytes, and how much room there is.
struct FakePort {
    size_t room = 32'000;
    size_t used = 0;
    uint32_t lost = 0;
    std::vector<jack_midi_event_t> events;
    std::vector<std::vector<uint8_t>> bytes;
    size_t count = 0;

    FakePort() : events(kEvents), bytes(kEvents) {
        for (auto& one : bytes) one.reserve(1024);
    }
    void clear() { count = used = lost = 0; }
    void come(jack_nframes_t time, const std::vector<uint8_t>& data) {
        bytes[count] = data;
        events[count] = {time, data.size(), bytes[count].data()};
        count++;
    }
    const std::vector<uint8_t>& at(size_t i) const { return bytes[i]; }
};

struct Fake {
    jack_nframes_t frame = 1000;
    jack_time_t usecs = 0;
    int64_t drift = 0;  // us by which the server's estimate is wrong
};
Fake fake;

/// The callback begins a little after its cycle.
int64_t fake_now() noexcept { return static_cast<int64_t>(fake.usecs) * 1000 + 50'000; }

JackApi fake_jack() {
    JackApi api;
    api.port_get_buffer = [](jack_port_t* port, jack_nframes_t) { return static_cast<void*>(port); };
    api.get_cycle_times = [](const jack_client_t*, jack_nframes_t* frames, jack_time_t* begin, jack_time_t* end,
                             float* period) {
        *frames = fake.frame;
        *begin = static_cast<jack_time_t>(static_cast<int64_t>(fake.usecs) + fake.drift);
        *end = *begin + kPeriod / 1000;
        *period = kPeriod / 1000.0F;
        return 0;
    };
    api.get_time = []() -> jack_time_t { return static_cast<jack_time_t>(fake_now() / 1000); };
    api.midi_get_event_count = [](void* port) { return static_cast<uint32_t>(static_cast<FakePort*>(port)->count); };
    api.midi_get_lost_event_count = [](void* port) { return static_cast<FakePort*>(port)->lost; };
    api.midi_event_get = [](jack_midi_event_t* event, void* port, uint32_t i) {
        *event = static_cast<FakePort*>(port)->events[i];
        return 0;
    };
    api.midi_clear_buffer = [](void* port) { static_cast<FakePort*>(port)->clear(); };
    api.midi_max_event_size = [](void* port) {
        return static_cast<FakePort*>(port)->room - static_cast<FakePort*>(port)->used;
    };
    api.midi_event_reserve = [](void* arg, jack_nframes_t time, size_t size) -> jack_midi_data_t* {
        auto* port = static_cast<FakePort*>(arg);
        if (port->count == kEvents || port->used + size > port->room || time >= kFrames) return nullptr;
        if (port->count > 0 && port->events[port->count - 1].time > time) return nullptr;
        const bool was = in_callback;
        in_callback = false;  // the test's own memory
        port->bytes[port->count].assign(size, 0);
        in_callback = was;
        port->events[port->count] = {time, size, port->bytes[port->count].data()};
        port->used += size;
        return port->bytes[port->count++].data();
    };
    return api;
}

struct Heard {
    rc_midi_record head;
    std::vector<uint8_t> bytes;
};

struct Case {
    Counters counters;
    Inbox inbox{counters};
    Outbox outbox{counters};
    JackApi jack = fake_jack();
    JackProcess process{jack, inbox, outbox, counters, &fake_now};
    FakePort in, out;
    std::vector<uint64_t> buffer = std::vector<uint64_t>(32'768);
    static constexpr int32_t kIn = 256, kOut = 257;

    Case() {
        fake.frame = 1000;
        fake.drift = 0;
        // Far ahead of the real time, by which sending judges what is due: nothing becomes due by itself.
        fake.usecs = static_cast<jack_time_t>(now() / 1000 + 1'000'000'000);
        process.begin(nullptr);
        place(0, kIn, true, in);
        place(1, kOut, false, out);
        cycle();
    }

    void place(size_t i, int32_t handle, bool input, FakePort& port) {
        JackSlot& slot = process.slots()[i];
        slot.handle = handle;
        slot.input = input;
        if (input) slot.decoder = std::make_unique<Decoder>(counters);
        slot.port = reinterpret_cast<jack_port_t*>(&port);
    }

    /// One cycle; what was put into `in` before is what came.
    void cycle(jack_nframes_t skipped = 0) {
        fake.frame += skipped;
        if (skipped < 1'000'000) fake.usecs += skipped * kPeriod / 1000 / kFrames;
        in_callback = true;
        process.run(kFrames);
        in_callback = false;
        fake.frame += kFrames;
        fake.usecs += kPeriod / 1000;
        in.clear();
    }

    /// When the next cycle begins.
    int64_t next() const { return static_cast<int64_t>(fake.usecs) * 1000; }

    std::vector<Heard> heard() {
        const int32_t size = inbox.wait(0, buffer.data(), static_cast<int32_t>(buffer.size() * 8));
        std::vector<Heard> all;
        const auto* at = reinterpret_cast<const uint8_t*>(buffer.data());
        for (int32_t i = 0; i < size; i += static_cast<int32_t>(record_size(all.back().head.length))) {
            Heard one;
            std::memcpy(&one.head, at + i, sizeof one.head);
            one.bytes.assign(at + i + sizeof one.head, at + i + sizeof one.head + one.head.length);
            all.push_back(one);
        }
        return all;
    }
};

std::vector<uint8_t> sysex(size_t length) {
    std::vector<uint8_t> bytes(length);
    for (size_t i = 0; i < length; i++) bytes[i] = static_cast<uint8_t>(i * 31 % 127);
    bytes.front() = 0xF0;
    bytes.back() = 0xF7;
    return bytes;
}

void what_comes_in_carries_the_time_of_its_frame() {
    Case c;
    c.in.come(0, {0x90, 0x40, 0x7F});
    c.in.come(32, {0x80, 0x40, 0x00});
    const int64_t begin = c.next();
    c.cycle();
    const auto heard = c.heard();
    CHECK(heard.size() == 2);
    CHECK(heard[0].head.port == Case::kIn && heard[0].head.kind == RC_MIDI_SHORT);
    CHECK(heard[0].bytes[0] == 0x90 && heard[0].bytes[1] == 0x40 && heard[0].bytes[2] == 0x7F);
    CHECK(heard[0].head.time == begin - kPeriod);
    CHECK(heard[1].head.time == begin - kPeriod / 2);
}

void what_goes_out_leaves_at_the_frame_of_its_time() {
    Case c;
    CHECK(c.outbox.post_short(Case::kOut, c.next() + kPeriod + kPeriod / 2, 0x7F4091));
    CHECK(c.outbox.post_short(Case::kOut, c.next() + kPeriod / 4, 0x7F4090));
    CHECK(c.outbox.post_short(Case::kOut, 0, 0x7F4092));
    c.cycle();
    CHECK(c.out.count == 2);
    CHECK(c.out.events[0].time == 0 && c.out.at(0)[0] == 0x92);
    CHECK(c.out.events[1].time == 16 && c.out.at(1)[0] == 0x90);
    c.cycle();
    CHECK(c.out.count == 1 && c.out.events[0].time == 32 && c.out.at(0)[0] == 0x91);
}

void a_full_buffer_delays_and_loses_nothing() {
    Case c;
    c.out.room = 30;
    for (int i = 0; i < 25; i++) CHECK(c.outbox.post_short(Case::kOut, 0, 0x90 | i << 8));
    int next = 0;
    for (int cycle = 0; cycle < 3; cycle++) {
        c.cycle();
        for (size_t i = 0; i < c.out.count; i++) CHECK(c.out.at(i)[1] == next++);
    }
    CHECK(next == 25 && c.counters.sent == 25 && c.counters.dropped_out == 0);
}

void a_long_message_waits_for_a_buffer_that_holds_it_whole() {
    Case c;
    c.out.room = 1000;
    const auto bytes = sysex(990);
    CHECK(c.outbox.post_long(Case::kOut, 0, sysex(100).data(), 100));
    CHECK(c.outbox.post_long(Case::kOut, 0, bytes.data(), 990));
    c.cycle();
    CHECK(c.out.count == 1 && c.out.at(0).size() == 100);
    c.cycle();
    CHECK(c.out.count == 1 && c.out.at(0) == bytes);
    CHECK(c.counters.split == 0);
}

void a_message_longer_than_any_buffer_leaves_in_parts_with_nothing_in_between() {
    Case c;
    const auto bytes = sysex(RC_MIDI_MAX_MESSAGE);
    CHECK(c.outbox.post_long(Case::kOut, 0, bytes.data(), RC_MIDI_MAX_MESSAGE));
    CHECK(c.outbox.post_short(Case::kOut, 0, 0x7F4090));
    std::vector<uint8_t> all;
    for (int cycle = 0; cycle < 3; cycle++) {
        c.cycle();
        for (size_t i = 0; i < c.out.count; i++) all.insert(all.end(), c.out.at(i).begin(), c.out.at(i).end());
    }
    CHECK(all.size() == size_t{RC_MIDI_MAX_MESSAGE} + 3);
    CHECK(std::equal(bytes.begin(), bytes.end(), all.begin()));
    CHECK(c.counters.split == 1 && c.counters.sent == 2);
}

void sysex_that_came_in_parts_is_whole_again() {
    Case c;
    const auto bytes = sysex(RC_MIDI_MAX_MESSAGE);
    for (size_t at = 0; at < bytes.size(); at += 8192) {
        c.in.come(0, {bytes.begin() + static_cast<long>(at), bytes.begin() + static_cast<long>(at) + 8192});
        c.cycle();
    }
    const auto heard = c.heard();
    CHECK(heard.size() == 1 && heard[0].head.kind == RC_MIDI_LONG && heard[0].bytes == bytes);
}

void a_skipped_cycle_is_counted_told_and_never_joins_two_halves() {
    Case c;
    c.in.come(0, {0xF0, 0x01, 0x02});
    c.cycle();
    CHECK(c.counters.skipped == 0);
    c.in.come(0, {0x03, 0xF7});
    c.in.come(1, {0x90, 0x40, 0x7F});
    c.cycle(3 * kFrames);
    const auto heard = c.heard();
    CHECK(c.counters.skipped == 3 && c.counters.sysex_unfinished == 1);
    CHECK(heard.size() == 2);
    CHECK(heard[0].head.kind == RC_MIDI_SKIPPED && heard[0].head.port == Case::kIn);
    CHECK(heard[1].bytes[0] == 0x90);
}

void a_count_that_goes_back_is_one_skip() {
    Case c;
    c.cycle(static_cast<jack_nframes_t>(-20));
    CHECK(c.counters.skipped == 1);
    CHECK(c.heard().size() == 1);
}

void a_server_that_is_wrong_about_its_time_is_believed_within_a_period() {
    for (const int64_t drift : {20'000, -20'000}) {
        Case c;
        fake.drift = drift;
        CHECK(c.outbox.post_short(Case::kOut, c.next() + 2 * kPeriod + kPeriod / 2, 0x7F4090));
        c.in.come(0, {0x90, 0x40, 0x7F});
        const int64_t begin = c.next();
        c.cycle();
        const auto heard = c.heard();
        CHECK(heard.size() == 1);
        CHECK(heard[0].head.time <= begin && heard[0].head.time >= begin - 2 * kPeriod);
        int cycles = 1;
        for (; c.out.count == 0; cycles++) c.cycle();
        CHECK(cycles >= 2 && cycles <= 4);
    }
}

void an_overrun_and_lost_events_are_told_as_skipped() {
    Case c;
    c.process.overrun();
    c.cycle();
    CHECK(c.counters.xruns == 1);
    CHECK(c.heard().size() == 1);
    c.in.come(0, {0xF0, 0x01});
    c.cycle();
    c.process.overrun();
    c.in.come(0, {0xF7});
    c.cycle();
    CHECK(c.heard().size() == 2 && c.counters.sysex_unfinished == 0);
    c.in.lost = 5;
    c.cycle();
    CHECK(c.counters.dropped_in == 5);
    const auto heard = c.heard();
    CHECK(heard.size() == 1 && heard[0].head.kind == RC_MIDI_SKIPPED);
    c.cycle();
    CHECK(c.heard().empty());
}

void a_full_inbox_is_told_as_skipped_once_there_is_room() {
    Case c;
    for (int i = 0; i < 20; i++) {
        for (jack_nframes_t k = 0; k < 4000; k++) c.in.come(0, {0x90, 0x40, 0x7F});
        c.cycle();
    }
    CHECK(c.counters.dropped_in > 0);
    size_t messages = 0, skipped = 0;
    for (int i = 0; i < 10; i++) {
        for (const auto& one : c.heard()) (one.head.kind == RC_MIDI_SKIPPED ? skipped : messages)++;
        c.cycle();
    }
    CHECK(messages == c.counters.received);
    CHECK(messages + c.counters.dropped_in == 80'000);
    CHECK(skipped >= 1);
}

void messages_of_a_closed_port_are_dropped_and_counted() {
    Case c;
    CHECK(c.outbox.post_short(Case::kOut + 256, 0, 0x7F4090));
    CHECK(c.outbox.post_short(Case::kOut, 0, 0x7F4190));
    c.cycle();
    CHECK(c.out.count == 1 && c.out.at(0)[1] == 0x41 && c.counters.dropped_out == 1);
}

void when_the_server_is_gone_what_waited_is_dropped_and_inputs_are_told() {
    Case c;
    CHECK(c.outbox.post_short(Case::kOut, c.next() + 100 * kPeriod, 0x7F4090));
    c.process.end();
    CHECK(c.counters.dropped_out == 1);
    const auto heard = c.heard();
    CHECK(heard.size() == 1 && heard[0].head.kind == RC_MIDI_SKIPPED);
}

}  // namespace

int main() {
    what_comes_in_carries_the_time_of_its_frame();
    what_goes_out_leaves_at_the_frame_of_its_time();
    a_full_buffer_delays_and_loses_nothing();
    a_long_message_waits_for_a_buffer_that_holds_it_whole();
    a_message_longer_than_any_buffer_leaves_in_parts_with_nothing_in_between();
    sysex_that_came_in_parts_is_whole_again();
    a_skipped_cycle_is_counted_told_and_never_joins_two_halves();
    a_count_that_goes_back_is_one_skip();
    a_server_that_is_wrong_about_its_time_is_believed_within_a_period();
    an_overrun_and_lost_events_are_told_as_skipped();
    a_full_inbox_is_told_as_skipped_once_there_is_room();
    messages_of_a_closed_port_are_dropped_and_counted();
    when_the_server_is_gone_what_waited_is_dropped_and_inputs_are_told();
}
