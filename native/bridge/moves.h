// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstring>

#include "shared.h"

namespace roadcase {

/// Puts a move into the ring, with `length` bytes behind it. One thread of the client. [lock-free]
/// Returns false where there is no room.
inline bool push(MoveRing& ring, Move move, const void* payload = nullptr, uint32_t length = 0) noexcept {
    const uint64_t size = (sizeof(Move) + length + 7) & ~uint64_t{7};
    const uint64_t tail = ring.tail.load(std::memory_order_relaxed);
    const uint64_t at = tail % kRingBytes, to_end = kRingBytes - at;
    const uint64_t filler = to_end < size ? to_end : 0;
    if (tail + filler + size - ring.head.load(std::memory_order_acquire) > kRingBytes) return false;
    // Less than a head may be left before the end; a reader sees that by itself.
    if (filler >= sizeof(Move)) {
        Move skip{};
        skip.kind = Move::kFiller;
        skip.size = static_cast<uint32_t>(filler);
        std::memcpy(ring.bytes + at, &skip, sizeof skip);
    }
    move.size = static_cast<uint32_t>(size);
    std::byte* to = ring.bytes + (filler > 0 ? 0 : at);
    std::memcpy(to, &move, sizeof move);
    if (length > 0) std::memcpy(to + sizeof move, payload, length);
    ring.tail.store(tail + filler + size, std::memory_order_release);
    return true;
}

/// Takes what the ring holds, at most `most` moves; `take(const Move&, const std::byte* payload)`. [audio-thread]
/// A ring that a dying client left in disorder is emptied; returns false then.
template <typename Take>
bool drain(MoveRing& ring, int most, Take&& take) noexcept {
    uint64_t head = ring.head.load(std::memory_order_relaxed);
    const uint64_t tail = ring.tail.load(std::memory_order_acquire);
    bool sane = tail - head <= kRingBytes && head % 8 == 0 && tail % 8 == 0;
    while (sane && head != tail && most-- > 0) {
        const uint64_t at = head % kRingBytes, to_end = kRingBytes - at;
        if (to_end < sizeof(Move)) {
            sane = to_end <= tail - head;
            head += to_end;
            continue;
        }
        Move move;
        std::memcpy(&move, ring.bytes + at, sizeof move);
        sane = move.size >= sizeof(Move) && move.size % 8 == 0 && move.size <= to_end && move.size <= tail - head;
        if (!sane) break;
        const uint32_t payload = move.size - static_cast<uint32_t>(sizeof(Move));
        const bool fits = move.kind != Move::kMidiLong || (move.number <= payload && move.number > 0);
        if (move.kind != Move::kFiller && fits) take(move, ring.bytes + at + sizeof move);
        head += move.size;
    }
    ring.head.store(sane ? head : tail, std::memory_order_release);
    return sane;
}

inline void write(TimelineCell& cell, const rc_timeline& timeline) noexcept {
    const uint32_t sequence = cell.sequence.load(std::memory_order_relaxed);
    cell.sequence.store(sequence + 1, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);
    cell.playing.store(timeline.playing, std::memory_order_relaxed);
    cell.tempo.store(timeline.tempo, std::memory_order_relaxed);
    cell.beat.store(timeline.beat, std::memory_order_relaxed);
    cell.quantum.store(timeline.quantum, std::memory_order_relaxed);
    cell.time.store(timeline.time, std::memory_order_relaxed);
    cell.sequence.store(sequence + 2, std::memory_order_release);
}

/// False where it is just being written, or was never: the reader goes on with what it had.
inline bool read(const TimelineCell& cell, rc_timeline& timeline) noexcept {
    const uint32_t sequence = cell.sequence.load(std::memory_order_acquire);
    if (sequence == 0 || sequence % 2 != 0) return false;
    rc_timeline seen{};
    seen.playing = cell.playing.load(std::memory_order_relaxed);
    seen.tempo = cell.tempo.load(std::memory_order_relaxed);
    seen.beat = cell.beat.load(std::memory_order_relaxed);
    seen.quantum = cell.quantum.load(std::memory_order_relaxed);
    seen.time = cell.time.load(std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_acquire);
    if (cell.sequence.load(std::memory_order_relaxed) != sequence) return false;
    timeline = seen;
    return true;
}

inline uint32_t bits_of(float value) noexcept {
    uint32_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

inline float float_of(uint32_t bits) noexcept {
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

inline void keep_gain(KeptLevels& levels, float gain) noexcept { levels.gain_plus = bits_of(gain) + 1; }
inline float kept_gain(const KeptLevels& levels) noexcept {
    const uint32_t bits = levels.gain_plus;
    return bits == 0 ? 1.0f : float_of(bits - 1);
}

inline void keep(KeptParameters& kept, uint32_t number, float value) noexcept {
    if (number >= kKeptParameters) return;
    kept.value_plus[number].store(bits_of(value) + 1, std::memory_order_release);
    if (kept.touched.load(std::memory_order_relaxed) <= number) kept.touched.store(number + 1);
}

/// use(number, value) for each that was moved.
template <typename Use>
void each(const KeptParameters& kept, Use&& use) {
    const uint32_t touched = std::min<uint32_t>(kept.touched.load(), kKeptParameters);
    for (uint32_t i = 0; i < touched; i++)
        if (const uint32_t bits = kept.value_plus[i].load(std::memory_order_acquire)) use(i, float_of(bits - 1));
}

inline void forget(KeptParameters& kept) noexcept {
    const uint32_t touched = std::min<uint32_t>(kept.touched.load(), kKeptParameters);
    for (uint32_t i = 0; i < touched; i++) kept.value_plus[i] = 0;
    kept.touched = 0;
}

}  // namespace roadcase
