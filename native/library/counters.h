// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

#include "roadcase/midi.h"

namespace roadcase {

/// The numbers behind rc_midi_count. [any-thread, lock-free]
struct Counters {
    using Count = std::atomic<uint64_t>;
    Count sent{0}, received{0}, refused{0}, dropped_out{0}, dropped_in{0}, skipped{0}, xruns{0}, reconnects{0},
        split{0}, sysex_unfinished{0}, sysex_too_long{0}, stray{0};

    static void add(Count& count, uint64_t n = 1) noexcept { count.fetch_add(n, std::memory_order_relaxed); }

    rc_midi_counters copy(bool alive) const noexcept {
        rc_midi_counters c{};
        c.size = sizeof c;
        c.alive = alive ? 1 : 0;
        c.sent = sent;
        c.received = received;
        c.refused = refused;
        c.dropped_out = dropped_out;
        c.dropped_in = dropped_in;
        c.skipped = skipped;
        c.xruns = xruns;
        c.reconnects = reconnects;
        c.split = split;
        c.sysex_unfinished = sysex_unfinished;
        c.sysex_too_long = sysex_too_long;
        c.stray = stray;
        return c;
    }
};

}  // namespace roadcase
