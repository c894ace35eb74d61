// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#if defined(_WIN32)
#include <windows.h>
#else
#include <time.h>
#endif

namespace roadcase {

/// Nanoseconds of the clock that Java's System.nanoTime() reads. [any-thread, lock-free]
inline int64_t now() noexcept {
#if defined(_WIN32)
    LARGE_INTEGER ticks, per_second;
    QueryPerformanceCounter(&ticks);
    QueryPerformanceFrequency(&per_second);
    const int64_t whole = ticks.QuadPart / per_second.QuadPart, rest = ticks.QuadPart % per_second.QuadPart;
    return whole * 1'000'000'000 + rest * 1'000'000'000 / per_second.QuadPart;
#elif defined(__APPLE__)
    return static_cast<int64_t>(clock_gettime_nsec_np(CLOCK_UPTIME_RAW));
#else
    timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
#endif
}

constexpr int64_t milliseconds(int64_t n) { return n * 1'000'000; }

}  // namespace roadcase
