// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "roadcase/engine.h"
#include "roadcase/slot.h"

namespace roadcase {

/// The memory that the engine and its client share. The client makes it once and it outlives every engine, so that a
/// new one finds levels, parameters and counters as the last one had them. Zero is a good beginning for all of it.
///
/// Neither side trusts the other: what is read here is checked before it is used as an index or a length.

constexpr uint32_t kSharedMagic = 0x52434531;  // "RCE1"; another layout, another number
constexpr int kPlaces = RC_ENGINE_SLOTS + 1;   // the master and the slots
constexpr int kPositions = RC_ENGINE_INSERTS + 1;
constexpr int kKeptParameters = 4096;  // of one plugin; what is numbered higher is not given back after a restart

static_assert(std::atomic<float>::is_always_lock_free && std::atomic<int64_t>::is_always_lock_free &&
              std::atomic<double>::is_always_lock_free, "atomics in shared memory must not need a lock beside them");

/// What the client asks the audio thread to do. In the ring, a long message's bytes follow, padded to 8.
struct Move {
    enum Kind : uint8_t { kFiller = 0, kMidi = 1, kMidiLong = 2, kParameter = 3, kGain = 4, kMute = 5, kSolo = 6 };

    int64_t time;      // ns, 0 for at once
    uint8_t kind;
    uint8_t slot;      // 0 the master
    uint8_t position;
    uint8_t unused;
    uint32_t number;   // kMidi: packed; kMidiLong: bytes; kParameter: which
    float value;
    uint32_t size;     // bytes in the ring, this head included, a multiple of 8
};
static_assert(sizeof(Move) == 24);

constexpr uint64_t kRingBytes = 1 << 20;

/// From one thread of the client to the audio thread.
struct MoveRing {
    alignas(64) std::atomic<uint64_t> tail;
    alignas(64) std::atomic<uint64_t> head;
    alignas(64) std::byte bytes[kRingBytes];
};

/// One writer, any readers: odd while it is written.
struct TimelineCell {
    std::atomic<uint32_t> sequence;
    std::atomic<int32_t> playing;
    std::atomic<double> tempo, beat, quantum;
    std::atomic<int64_t> time;
};

/// Levels and switches as the client wants them; a new engine begins with them.
struct KeptLevels {
    std::atomic<uint32_t> gain_plus;  // 0: never moved, 0 dB; else the float's bits + 1
    std::atomic<uint32_t> mute;
    std::atomic<uint32_t> solo;
};

/// Parameters moved since a plugin was loaded.
struct KeptParameters {
    std::atomic<uint32_t> loading;  // 1: moves are for the plugin that comes, not for the one that is there
    std::atomic<uint32_t> touched;  // 1 + the greatest number moved, so that few are looked at
    std::array<std::atomic<uint32_t>, kKeptParameters> value_plus;  // 0: not moved; else the float's bits + 1
};

struct StatusCell {
    std::atomic<uint32_t> device, rate, block, latency, compensation;
    std::atomic<float> load, load_max;
    std::atomic<uint64_t> blocks, xruns, late, dropped, not_a_number, clipped, device_losses;
    std::atomic<int64_t> block_time;
};

constexpr int kWindows = 1024;  // of at least 5 ms
constexpr int kScopeFrames = 4096;

/// Some milliseconds of sound, measured.
struct MeterWindow {
    std::atomic<float> peak[2];
    std::atomic<float> square[2];  // mean of the squares
    std::atomic<int64_t> begin;    // ns
    std::atomic<uint32_t> frames;
};

struct MeterCells {
    std::atomic<uint64_t> written;  // windows; the newest is (written - 1) % kWindows
    std::array<MeterWindow, kWindows> windows;
    std::atomic<uint64_t> scope_written;  // frames
    std::array<std::atomic<float>, kScopeFrames> scope;  // left and right together, halved
};

struct Shared {
    std::atomic<uint32_t> magic;
    std::atomic<uint32_t> panics;  // rises at each
    MoveRing ring;
    TimelineCell timeline;
    std::array<KeptLevels, kPlaces> levels;
    std::array<std::array<KeptParameters, kPositions>, kPlaces> parameters;

    StatusCell status;
    std::array<MeterCells, kPlaces> meters;
    /// Who is in a plugin's code now: the audio thread, the main thread (load, state, windows). 0: nobody.
    std::atomic<uint32_t> playing_place;  // place_number()
    std::atomic<uint32_t> loading_place;
    std::atomic<uint32_t> blamed_place;   // who was, in the thread that crashed or hung
};

constexpr uint32_t place_number(int slot, int position) {
    return 1 + static_cast<uint32_t>(slot * kPositions + position);
}

}  // namespace roadcase
