// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <cstring>
#include <string>
#include <vector>

#include "check.h"
#include "clock.h"
#include "roadcase/engine.h"
#include "roadcase/meter.h"
#include "roadcase/slot.h"

using roadcase::milliseconds;
using roadcase::now;

inline char error[RC_ENGINE_MAX_TEXT];
inline const char* program;
inline std::string folder;

struct News {
    rc_engine_news head;
    std::string text;
};

inline std::vector<News> waiting;  // that came and that nobody asked for yet

struct Engine {
    rc_engine* handle;
    explicit Engine(int64_t grace = -1) : handle(rc_engine_open(program, folder.c_str(), grace, error, sizeof error)) {
        if (handle == nullptr) std::fprintf(stderr, "%s\n", error);
        CHECK(handle != nullptr);
        waiting.clear();
    }
    ~Engine() { rc_engine_close(handle); }
    operator rc_engine*() const { return handle; }
};

inline rc_engine_status status(rc_engine* engine) {
    rc_engine_status all{};
    all.size = sizeof all;
    rc_engine_status_get(engine, &all);
    return all;
}

/// Looks again and again, with a deadline.
template <typename Holds>
bool soon(Holds&& holds, int64_t most = milliseconds(8000)) {
    for (const int64_t until = now() + most; now() < until; usleep(2000))
        if (holds()) return true;
    return false;
}

/// Waits for one piece of news of a kind, and passes over others.
inline News news(rc_engine* engine, int32_t kind, int64_t most = milliseconds(8000)) {
    alignas(8) static char buffer[65536];
    for (const int64_t until = now() + most; now() < until;) {
        for (size_t i = 0; i < waiting.size(); i++) {
            if (waiting[i].head.kind != kind) continue;
            const News found = waiting[i];
            waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            return found;
        }
        const int32_t length = rc_engine_wait(engine, until, buffer, sizeof buffer);
        for (int32_t at = 0; at < length;) {
            rc_engine_news head;
            std::memcpy(&head, buffer + at, sizeof head);
            waiting.push_back({head, buffer + at + sizeof head});
            at += static_cast<int32_t>((sizeof head + static_cast<size_t>(head.length) + 7) & ~size_t{7});
        }
    }
    std::fprintf(stderr, "no news of kind %d came\n", kind);
    std::exit(1);
}

inline float peak(rc_engine* engine, int32_t slot) {
    rc_meter meter;
    rc_meter_read(engine, slot, milliseconds(50), &meter);
    return std::max(meter.peak[0], meter.peak[1]);
}

/// Loads, and waits until it plays.
inline void load(rc_engine* engine, int32_t slot, int32_t position, const std::string& plugin) {
    const int32_t number = rc_slot_load(engine, slot, position, plugin.c_str(), nullptr, 0, error, sizeof error);
    CHECK(number >= 1);
    for (;;) {
        const News end = news(engine, RC_NEWS_LOADED, milliseconds(20'000));
        if (end.head.number == number) return;
    }
}
