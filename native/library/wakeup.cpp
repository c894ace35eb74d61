// SPDX-License-Identifier: GPL-3.0-or-later
#include "wakeup.h"

#include "clock.h"

#if defined(__linux__)
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#else
#include <chrono>
#endif

namespace roadcase {

#if defined(__linux__)

Signal::Signal() : fd_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    if (fd_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

Signal::~Signal() { close(fd_); }

void Signal::wake_sleeper() noexcept {
    const uint64_t one = 1;
    // Fails only where the counter is full, and then the sleeper is awake already.
    [[maybe_unused]] const ssize_t written = write(fd_, &one, sizeof one);
}

void Signal::sleep_until(int64_t deadline) noexcept {
    // Threads without real-time priority are woken up to 50 us late unless they ask for less.
    thread_local const int slack = prctl(PR_SET_TIMERSLACK, 1UL);
    (void)slack;
    pollfd watched{fd_, POLLIN, 0};
    timespec rest{};
    const timespec* until = nullptr;
    if (deadline != INT64_MAX) {
        const int64_t left = deadline - now();
        if (left <= 0) return;
        rest.tv_sec = left / 1'000'000'000;
        rest.tv_nsec = left % 1'000'000'000;
        until = &rest;
    }
    if (ppoll(&watched, 1, until, nullptr) > 0) {
        uint64_t count;
        [[maybe_unused]] const ssize_t taken = read(fd_, &count, sizeof count);
    }
}

#else

Signal::Signal() = default;
Signal::~Signal() = default;

void Signal::wake_sleeper() noexcept {
    {
        std::lock_guard lock(mutex_);
        notified_ = true;
    }
    changed_.notify_one();
}

void Signal::sleep_until(int64_t deadline) noexcept {
    std::unique_lock lock(mutex_);
    const auto told = [this] { return notified_; };
    if (deadline == INT64_MAX) changed_.wait(lock, told);
    else changed_.wait_for(lock, std::chrono::nanoseconds(deadline - now()), told);
    notified_ = false;
}

#endif

}  // namespace roadcase
