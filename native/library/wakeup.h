// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

#if !defined(__linux__)
#include <condition_variable>
#include <mutex>
#endif

namespace roadcase {

/// One thread sleeps here until another has something for it.
/// Publish first, then notify(); the sleeper's `ready` looks at what was published.
class Signal {
  public:
    Signal();
    ~Signal();
    Signal(const Signal&) = delete;
    Signal& operator=(const Signal&) = delete;

    /// Costs a fence while the other side is awake, a system call while it sleeps.
    /// [any-thread, lock-free on Linux; elsewhere it takes a lock for an instant]
    void notify() noexcept {
        std::atomic_thread_fence(std::memory_order_seq_cst);
        if (sleeping_.load(std::memory_order_relaxed) && sleeping_.exchange(false)) wake_sleeper();
    }

    /// Returns when ready() is true, after a notify(), or when `deadline` (ns, INT64_MAX for none) has passed.
    template <typename Ready>
    void sleep(int64_t deadline, Ready&& ready) noexcept {
        sleeping_.store(true, std::memory_order_relaxed);
        std::atomic_thread_fence(std::memory_order_seq_cst);
        if (!ready()) sleep_until(deadline);
        sleeping_.store(false, std::memory_order_relaxed);
    }

  private:
    void wake_sleeper() noexcept;
    void sleep_until(int64_t deadline) noexcept;

    std::atomic<bool> sleeping_{false};
#if defined(__linux__)
    int fd_;
#else
    std::mutex mutex_;
    std::condition_variable changed_;
    bool notified_ = false;
#endif
};

}  // namespace roadcase
