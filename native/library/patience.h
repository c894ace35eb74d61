// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace roadcase {

/// Does what may never come back, on a thread of its own, and waits for it for `limit` ns at most.
/// Returns whether it was done by then. Else it is left alone and may be done later: `action` must own what it needs.
/// Not for a real-time thread.
template <typename Action>
bool within(int64_t limit, Action action) {
    struct Wait {
        std::mutex lock;
        std::condition_variable changed;
        bool done = false;
    };
    auto wait = std::make_shared<Wait>();
    std::thread([wait, action = std::move(action)]() mutable {
        action();
        std::lock_guard guard(wait->lock);
        wait->done = true;
        wait->changed.notify_all();
    }).detach();
    std::unique_lock guard(wait->lock);
    return wait->changed.wait_for(guard, std::chrono::nanoseconds(limit), [&] { return wait->done; });
}

}  // namespace roadcase
