// SPDX-License-Identifier: GPL-3.0-or-later
//
// The C ABI of roadcase/clock.h: the thread that sends what ClockMaker makes.
#include "roadcase/clock.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>
#include <vector>

#include "abi.h"
#include "backend.h"
#include "clock.h"
#include "clock_maker.h"
#include "link_peer.h"
#include "midi_handle.h"
#include "roadcase/thread.h"

using roadcase::ClockMaker;
using roadcase::milliseconds;
using roadcase::now;

namespace {

constexpr int64_t kAhead = milliseconds(30);
constexpr auto kEvery = std::chrono::milliseconds(5);
constexpr int64_t kLatencyMost = milliseconds(100);
constexpr int kPriority = 65;

}  // namespace

struct rc_clock {
    struct Output {
        int32_t port;
        int64_t latency;
        bool in_step;  // was told of start, or of its place since
    };

    roadcase::Backend& backend;
    rc_link* const link;
    std::mutex mutex;  // of all that follows
    std::condition_variable changed;
    ClockMaker maker;
    roadcase::BeatLine line;
    std::vector<Output> outputs;
    bool follows = true;
    bool link_played = false;
    bool ends = false;
    uint64_t refused = 0;
    int64_t late_max = 0;
    int64_t looked = 0;
    std::thread thread;

    rc_clock(roadcase::Backend& to, rc_link* by) : backend(to), link(by) {
        line.time = now();
        thread = std::thread([this] { run(); });
    }

    ~rc_clock() {
        {
            std::lock_guard lock(mutex);
            ends = true;
            changed.notify_all();
        }
        thread.join();
        maker.stop(now(), [this](const ClockMaker::Out& out) { send(out); });
        backend.posted();
    }

    void run() {
        rc_thread_realtime(kPriority);
        std::unique_lock lock(mutex);
        while (!ends) {
            look();
            changed.wait_for(lock, kEvery, [this] { return ends; });
        }
    }

    void look() {
        const int64_t at = now();
        if (looked != 0) late_max = std::max(late_max, at - looked - std::chrono::nanoseconds(kEvery).count());
        looked = at;
        if (link != nullptr) look_at_link(at);
        maker.make(line, at, at + kAhead, [this](const ClockMaker::Out& out) { send(out); });
        if (!outputs.empty()) backend.posted();
    }

    void look_at_link(int64_t at) {
        line = roadcase::line_of(link, at);
        rc_link_state state{};
        state.size = sizeof state;
        rc_link_read(link, at, &state);
        // Start is for a time to come, and its bar with it.
        const bool plays = state.playing != 0 && state.play_time <= at + kAhead;
        if (follows && plays != link_played) {
            if (plays) maker.start();
            else maker.stop(at, [this](const ClockMaker::Out& out) { send(out); });
        }
        link_played = plays;
    }

    void send(const ClockMaker::Out& out) {
        for (Output& output : outputs) {
            const bool tick = out.packed == ClockMaker::kTick;
            const bool begins = out.packed == ClockMaker::kStart || out.packed == ClockMaker::kContinue;
            if (tick && out.bar && maker.playing() && !output.in_step) {
                // It came while the others played: now it is told where they are.
                output.in_step = post(output, out.time, maker.position()) &&
                                 post(output, out.time, ClockMaker::kContinue);
            }
            if (!tick && !begins && !output.in_step && out.packed == ClockMaker::kStop) continue;
            const bool sent = post(output, out.time, out.packed);
            if (begins) output.in_step = sent;
            else if (!sent) output.in_step = false;
        }
    }

    bool post(const Output& output, int64_t time, int32_t packed) {
        if (backend.ready(output.port)) {
            // The ring knows one thread that writes; several clocks take turns.
            std::lock_guard turn(backend.clocks());
            if (backend.outbox().post_clock(output.port, time - output.latency, packed)) return true;
        }
        refused++;
        return false;
    }
};

rc_clock* rc_clock_open(rc_midi* midi, rc_link* link, char* error, int32_t error_capacity) {
    return roadcase::guarded<rc_clock*>(nullptr, error, error_capacity, [&] {
        if (midi == nullptr) throw roadcase::Refused("a clock needs MIDI ports to send on");
        return new rc_clock(*midi->backend, link);
    });
}

void rc_clock_close(rc_clock* clock) {
    roadcase::guarded(0, nullptr, 0, [&] {
        delete clock;
        return 0;
    });
}

int32_t rc_clock_output(rc_clock* clock, int32_t port, int32_t on, int64_t latency) {
    if (latency < -kLatencyMost || latency > kLatencyMost) return 0;
    std::lock_guard lock(clock->mutex);
    auto& outputs = clock->outputs;
    const auto found = std::find_if(outputs.begin(), outputs.end(), [&](const auto& o) { return o.port == port; });
    if (on == 0) {
        if (found == outputs.end()) return 1;
        if (found->in_step && clock->maker.playing()) clock->post(*found, now(), ClockMaker::kStop);
        clock->backend.posted();
        outputs.erase(found);
        return 1;
    }
    if (found != outputs.end()) {
        found->latency = latency;
        return 1;
    }
    if (outputs.size() >= RC_CLOCK_MAX_OUTPUTS) return 0;
    outputs.push_back({port, latency, false});
    return 1;
}

int32_t rc_clock_timeline(rc_clock* clock, const rc_timeline* timeline) {
    const bool sane = timeline != nullptr && timeline->tempo >= 10 && timeline->tempo <= 1000 &&
                      std::isfinite(timeline->beat) && timeline->quantum >= 1 && timeline->quantum <= 1024;
    if (!sane || clock->link != nullptr) return 0;
    std::lock_guard lock(clock->mutex);
    clock->line = {timeline->tempo, timeline->beat, timeline->time, timeline->quantum};
    return 1;
}

int32_t rc_clock_do(rc_clock* clock, int32_t what, int32_t sixteenths) {
    std::lock_guard lock(clock->mutex);
    const auto emit = [clock](const ClockMaker::Out& out) { clock->send(out); };
    switch (what) {
        case RC_CLOCK_STOP: clock->maker.stop(now(), emit); break;
        case RC_CLOCK_START: clock->maker.start(); break;
        case RC_CLOCK_CONTINUE: clock->maker.resume(); break;
        case RC_CLOCK_POSITION:
            if (sixteenths < 0 || sixteenths > 16383) return 0;
            clock->maker.place(sixteenths, now(), emit);
            break;
        case RC_CLOCK_JOIN: clock->maker.join(); break;
        default: return 0;
    }
    clock->backend.posted();
    return 1;
}

void rc_clock_follow(rc_clock* clock, int32_t on) {
    std::lock_guard lock(clock->mutex);
    clock->follows = on != 0;
}

void rc_clock_count(rc_clock* clock, rc_clock_status* status) {
    std::lock_guard lock(clock->mutex);
    rc_clock_status all{};
    all.playing = clock->maker.playing();
    all.waiting = clock->maker.waiting();
    all.sixteenths = clock->maker.sixteenths();
    all.ticks = clock->maker.ticks();
    all.replaced = clock->maker.replaced();
    all.refused = clock->refused;
    all.late_max = clock->late_max;
    const uint32_t size = std::min<uint32_t>(status->size, sizeof all);
    all.size = size;
    std::memcpy(status, &all, size);
}
