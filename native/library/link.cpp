// SPDX-License-Identifier: GPL-3.0-or-later
//
// The C ABI of link.h over Ableton Link. Exceptions end here.
#include "roadcase/link.h"

#include <ableton/Link.hpp>

#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

#include "abi.h"
#include "backend.h"
#include "clock.h"
#include "link_peer.h"

namespace {

using std::chrono::microseconds;

/// Our clock in Link's place: its own one, CLOCK_MONOTONIC_RAW on Linux, runs apart from Java's nanoTime().
struct OurClock {
    microseconds micros() const { return microseconds(roadcase::now() / 1000); }
};

constexpr auto kShareEvery = std::chrono::milliseconds(10);

microseconds micros_of(int64_t time) { return microseconds((time == 0 ? roadcase::now() : time) / 1000); }

bool is_tempo(double tempo) { return tempo >= 20 && tempo <= 999; }
bool is_quantum(double quantum) { return quantum >= 1 && quantum <= 64; }

}  // namespace

struct rc_link {
    ableton::BasicLink<OurClock> link;
    std::atomic<double> quantum;
    std::atomic<uint64_t> changes{1};
    bool woken = false;  // under mutex
    std::mutex mutex;
    std::condition_variable changed;
    std::thread sharer;
    bool sharing = false;  // under mutex

    rc_link(double tempo, double bar) : link(tempo), quantum(bar) {
        link.setNumPeersCallback([this](std::size_t) { change(); });
        link.setTempoCallback([this](double) { change(); });
        link.setStartStopCallback([this](bool) { change(); });
    }
    ~rc_link() { share(nullptr); }

    void change() {
        changes++;
        std::lock_guard lock(mutex);
        changed.notify_all();
    }

    void share(rc_engine* engine) {
        {
            std::lock_guard lock(mutex);
            sharing = false;
            changed.notify_all();
        }
        if (sharer.joinable()) sharer.join();
        if (engine == nullptr) return;
        sharing = true;
        sharer = std::thread([this, engine] {
            std::unique_lock lock(mutex);
            while (sharing) {
                lock.unlock();
                tell(engine);
                lock.lock();
                changed.wait_for(lock, kShareEvery, [this] { return !sharing; });
            }
        });
    }

    void tell(rc_engine* engine) {
        const auto state = link.captureAppSessionState();
        const int64_t time = roadcase::now();
        const rc_timeline timeline{state.tempo(), state.beatAtTime(microseconds(time / 1000), quantum), time, quantum,
                                   state.isPlaying() ? 1 : 0, 0};
        rc_engine_timeline(engine, &timeline);
    }
};

namespace roadcase {

BeatLine line_of(rc_link* link, int64_t time) {
    const auto state = link->link.captureAppSessionState();
    return {state.tempo(), state.beatAtTime(micros_of(time), link->quantum), time, link->quantum};
}

}  // namespace roadcase

rc_link* rc_link_open(double tempo, double quantum, char* error, int32_t error_capacity) {
    return roadcase::guarded<rc_link*>(nullptr, error, error_capacity, [&] {
        if (!is_tempo(tempo)) throw roadcase::Refused("Link takes 20 to 999 beats a minute");
        if (!is_quantum(quantum)) throw roadcase::Refused("a bar has 1 to 64 beats");
        return new rc_link(tempo, quantum);
    });
}

void rc_link_close(rc_link* link) {
    roadcase::guarded(0, nullptr, 0, [&] {
        delete link;
        return 0;
    });
}

void rc_link_enable(rc_link* link, int32_t on, int32_t start_stop) {
    link->link.enableStartStopSync(start_stop != 0);
    link->link.enable(on != 0);
    link->change();
}

void rc_link_read(rc_link* link, int64_t time, rc_link_state* state) {
    const int64_t at = time == 0 ? roadcase::now() : time;
    const auto session = link->link.captureAppSessionState();
    const double quantum = link->quantum;
    rc_link_state all{};
    all.enabled = link->link.isEnabled();
    all.peers = static_cast<int32_t>(link->link.numPeers());
    all.start_stop = link->link.isStartStopSyncEnabled();
    all.playing = session.isPlaying();
    all.tempo = session.tempo();
    all.quantum = quantum;
    all.beat = session.beatAtTime(micros_of(at), quantum);
    all.phase = session.phaseAtTime(micros_of(at), quantum);
    all.time = at;
    all.play_time = session.timeForIsPlaying().count() * 1000;
    all.changes = link->changes;
    const uint32_t size = std::min<uint32_t>(state->size, sizeof all);
    all.size = size;
    std::memcpy(state, &all, size);
}

int64_t rc_link_time_of(rc_link* link, double beat) {
    return link->link.captureAppSessionState().timeAtBeat(beat, link->quantum).count() * 1000;
}

int32_t rc_link_tempo(rc_link* link, double tempo) {
    if (!is_tempo(tempo)) return 0;
    auto state = link->link.captureAppSessionState();
    state.setTempo(tempo, micros_of(0));
    link->link.commitAppSessionState(state);
    link->change();
    return 1;
}

int32_t rc_link_quantum(rc_link* link, double quantum) {
    if (!is_quantum(quantum)) return 0;
    link->quantum = quantum;
    return 1;
}

void rc_link_play(rc_link* link, int32_t on, int64_t time, double beat) {
    auto state = link->link.captureAppSessionState();
    state.setIsPlaying(on != 0, micros_of(time));
    if (on != 0) state.requestBeatAtStartPlayingTime(beat, link->quantum);
    link->link.commitAppSessionState(state);
    link->change();
}

void rc_link_beat(rc_link* link, double beat, int64_t time, int32_t force) {
    auto state = link->link.captureAppSessionState();
    if (force != 0) state.forceBeatAtTime(beat, micros_of(time), link->quantum);
    else state.requestBeatAtTime(beat, micros_of(time), link->quantum);
    link->link.commitAppSessionState(state);
    link->change();
}

uint64_t rc_link_wait(rc_link* link, uint64_t seen, int64_t deadline) {
    std::unique_lock lock(link->mutex);
    const auto rest = std::chrono::nanoseconds(std::max<int64_t>(0, std::min<int64_t>(deadline - roadcase::now(),
                                                                                 3'600'000'000'000)));
    link->changed.wait_for(lock, rest, [&] { return link->woken || link->changes != seen; });
    link->woken = false;
    return link->changes;
}

void rc_link_wake(rc_link* link) {
    std::lock_guard lock(link->mutex);
    link->woken = true;
    link->changed.notify_all();
}

void rc_link_share(rc_link* link, rc_engine* engine) {
    roadcase::guarded(0, nullptr, 0, [&] {
        link->share(engine);
        return 0;
    });
}
