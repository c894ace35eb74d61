// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

#include "clock.h"

namespace roadcase {

/// Sees that a server stands still. One that was started on a machine with too much to do sometimes waits for a client
/// for ever, and says to everybody that all is well; a client that leaves and comes again gets it going. Whether it
/// helped shows at the next looks; where it did not, we say so more and more rarely. Looks are counted and not time, for
/// a process that was stopped (SIGSTOP, a lid that was shut) has missed nothing but its own.
/// One thread.
class Standstill {
  public:
    static constexpr int64_t kLook = milliseconds(1000);
    static constexpr int kLooksWithoutCycle = 3;
    static constexpr int kMostLooks = 30;

    /// cycle: how many the server has called; now: ns. Returns whether the client should leave and come again.
    bool look(uint64_t cycle, int64_t now) noexcept {
        const bool moved = cycle != seen_;
        if (moved) {
            without_ = 0;
            patience_ = kLooksWithoutCycle;
            seen_ = cycle;
        }
        if (now - last_look_ < kLook) return false;
        last_look_ = now;
        if (moved || ++without_ < patience_) return false;
        without_ = 0;
        patience_ = std::min(2 * patience_, kMostLooks);
        return true;
    }

  private:
    uint64_t seen_ = 0;
    int64_t last_look_ = 0;
    int without_ = 0;
    int patience_ = kLooksWithoutCycle;
};

}  // namespace roadcase
