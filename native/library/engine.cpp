// SPDX-License-Identifier: GPL-3.0-or-later
//
// The C ABI of engine.h over EngineClient. Exceptions end here.
#include <sys/stat.h>

#include <cerrno>
#include <cmath>
#include <cstring>

#include "engine_abi.h"
#include "moves.h"

using roadcase::Ask;
using roadcase::guarded;
using roadcase::Refused;
using roadcase::text_or_empty;
using roadcase::WireReader;
using roadcase::WireWriter;

namespace {

constexpr int64_t kGrace = 10'000'000'000;

/// Makes a folder and those above it.
void make_folder(const std::string& folder) {
    for (size_t slash = folder.find('/', 1); !folder.empty(); slash = folder.find('/', slash + 1)) {
        const std::string part = folder.substr(0, slash);
        if (mkdir(part.c_str(), 0755) != 0 && errno != EEXIST)
            throw Refused("the engine's folder " + part + " cannot be made: " + std::strerror(errno));
        if (slash == std::string::npos) return;
    }
}

}  // namespace

rc_engine* rc_engine_open(const char* program, const char* folder, int64_t grace, char* error,
                          int32_t error_capacity) {
    return guarded<rc_engine*>(nullptr, error, error_capacity, [&] {
        make_folder(text_or_empty(folder));
        return new rc_engine{{text_or_empty(program), text_or_empty(folder), grace < 0 ? kGrace : grace}};
    });
}

void rc_engine_close(rc_engine* engine) {
    guarded(0, nullptr, 0, [&] {
        delete engine;
        return 0;
    });
}

void rc_engine_status_get(rc_engine* engine, rc_engine_status* status) {
    const roadcase::StatusCell& cell = engine->client.shared().status;
    rc_engine_status all{};
    all.engine = engine->client.state();
    all.device = cell.device;
    all.rate = cell.rate;
    all.block = cell.block;
    all.latency = cell.latency;
    all.compensation = cell.compensation;
    all.load = cell.load;
    all.load_max = cell.load_max;
    all.process = engine->client.process();
    all.blocks = cell.blocks;
    all.xruns = cell.xruns;
    all.restarts = engine->client.restarts();
    all.late = cell.late;
    all.refused = engine->client.refused();
    all.dropped = cell.dropped;
    all.not_a_number = cell.not_a_number;
    all.clipped = cell.clipped;
    all.device_losses = cell.device_losses;
    all.block_time = cell.block_time;
    const uint32_t size = std::min<uint32_t>(status->size, sizeof all);
    all.size = size;
    std::memcpy(status, &all, size);
}

int32_t rc_engine_device(rc_engine* engine, const char* type, const char* name, int32_t rate, int32_t block,
                         char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        engine->client.device(text_or_empty(type), text_or_empty(name), rate, block);
        return 0;
    });
}

int32_t rc_engine_devices(rc_engine* engine, char* text, int32_t capacity, char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        const auto answer = engine->client.ask(Ask::kDevices, {}, 5000);
        return roadcase::give(WireReader(answer).text(), text, capacity);
    });
}

int32_t rc_engine_wait(rc_engine* engine, int64_t deadline, void* buffer, int32_t capacity) {
    if (buffer == nullptr || capacity < 4096 || reinterpret_cast<uintptr_t>(buffer) % 8 != 0) return -1;
    return engine->client.wait(deadline, buffer, static_cast<size_t>(capacity));
}

void rc_engine_wake(rc_engine* engine) { engine->client.wake(); }

int32_t rc_engine_scan(rc_engine* engine, const char* folders, int32_t again, char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        std::vector<std::string> all;
        for (const char* at = folders; at != nullptr && *at != '\0'; at += std::strlen(at) + 1) all.emplace_back(at);
        WireWriter payload;
        payload.i32(again).u32(static_cast<uint32_t>(all.size()));
        for (const std::string& folder : all) payload.text(folder);
        engine->client.ask(Ask::kScan, payload, 2000);
        return 0;
    });
}

int32_t rc_engine_plugins(rc_engine* engine, const char* part, char* text, int32_t capacity, char* error,
                          int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        const auto answer = engine->client.ask(Ask::kPlugins, WireWriter().text(text_or_empty(part)), 5000);
        return roadcase::give(WireReader(answer).text(), text, capacity);
    });
}

void rc_engine_panic(rc_engine* engine) { engine->client.shared().panics.fetch_add(1, std::memory_order_release); }

int32_t rc_engine_timeline(rc_engine* engine, const rc_timeline* timeline) {
    const bool sane = timeline != nullptr && timeline->tempo >= 10 && timeline->tempo <= 1000 &&
                      std::isfinite(timeline->beat) && timeline->quantum > 0 && timeline->quantum <= 1024;
    if (!sane) return 0;
    roadcase::write(engine->client.shared().timeline, *timeline);
    return 1;
}

int32_t rc_engine_render(rc_engine* engine, float* to, int32_t frames, char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        if (to == nullptr) throw Refused("there is no room for what is rendered");
        const auto answer = engine->client.ask(Ask::kRender, WireWriter().i32(frames), 60'000);
        const std::vector<char> bytes = WireReader(answer).bytes();
        if (bytes.size() != static_cast<size_t>(frames) * 2 * sizeof(float)) throw roadcase::Malformed();
        std::memcpy(to, bytes.data(), bytes.size());
        return 0;
    });
}

int32_t rc_engine_restart(rc_engine* engine, char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        engine->client.restart();
        return 0;
    });
}
