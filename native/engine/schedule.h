// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "shared.h"

namespace roadcase {

/// A move that waits for its block.
struct Waiting {
    int64_t due;     // ns
    uint64_t order;  // of arrival, settles equal times
    Move move;
    int32_t block;   // of a long message, kNone for others
    static constexpr int32_t kNone = -1;
};

/// Moves in the order of their times; all room is there from the beginning. [audio-thread]
class Schedule {
  public:
    static constexpr int32_t kLong = 64;  // long messages at one time

    Schedule() {
        heap_.reserve(RC_SLOT_MAX_FUTURE);
        for (int32_t i = 0; i < kLong; i++) free_[static_cast<size_t>(i)] = i;
    }

    /// Returns false where a bound is reached.
    bool add(int64_t due, const Move& move, const std::byte* payload) noexcept {
        if (heap_.size() >= RC_SLOT_MAX_FUTURE) return false;
        Waiting waiting{due, arrivals_++, move, Waiting::kNone};
        if (move.kind == Move::kMidiLong) {
            if (free_count_ == 0 || move.number > RC_SLOT_MAX_MESSAGE) return false;
            waiting.block = free_[static_cast<size_t>(--free_count_)];
            std::memcpy(bytes(waiting), payload, move.number);
        }
        heap_.push_back(waiting);
        std::push_heap(heap_.begin(), heap_.end(), later);
        return true;
    }

    /// The next one that is due before `end`, or nullptr.
    const Waiting* peek(int64_t end) const noexcept {
        return heap_.empty() || heap_.front().due >= end ? nullptr : &heap_.front();
    }

    /// Takes what peek() showed; a long message's bytes stay until release().
    void pop() noexcept {
        std::pop_heap(heap_.begin(), heap_.end(), later);
        heap_.pop_back();
    }

    void release(int32_t block) noexcept {
        if (block != Waiting::kNone) free_[static_cast<size_t>(free_count_++)] = block;
    }

    uint8_t* bytes(const Waiting& waiting) noexcept {
        return long_.get() + static_cast<size_t>(waiting.block) * RC_SLOT_MAX_MESSAGE;
    }

    /// Forgets the messages that wait; levels and parameters stay.
    void forget_notes() noexcept {
        size_t kept = 0;
        for (const Waiting& waiting : heap_) {
            if (waiting.move.kind == Move::kMidi || waiting.move.kind == Move::kMidiLong) release(waiting.block);
            else heap_[kept++] = waiting;
        }
        heap_.resize(kept);
        std::make_heap(heap_.begin(), heap_.end(), later);
    }

  private:
    static bool later(const Waiting& a, const Waiting& b) noexcept {
        return a.due != b.due ? a.due > b.due : a.order > b.order;
    }

    std::vector<Waiting> heap_;
    uint64_t arrivals_ = 0;
    std::unique_ptr<uint8_t[]> long_{new uint8_t[static_cast<size_t>(kLong) * RC_SLOT_MAX_MESSAGE]};
    std::array<int32_t, kLong> free_{};
    int32_t free_count_ = kLong;
};

}  // namespace roadcase
