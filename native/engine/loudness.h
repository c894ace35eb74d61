// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "shared.h"

namespace roadcase {

/// Measures two channels and writes windows into shared memory. [audio-thread]
class Loudness {
  public:
    explicit Loudness(MeterCells& cells) : cells_(cells) {}

    /// time: ns, of the first frame; window: frames that a window has at least
    void measure(const float* left, const float* right, int32_t frames, int64_t time, int32_t window) noexcept {
        if (count_ == 0) begin_ = time;
        scan(left, frames, 0);
        scan(right, frames, 1);
        count_ += frames;
        look(left, right, frames);
        if (count_ >= window) publish();
    }

  private:
    void scan(const float* from, int32_t frames, size_t channel) noexcept {
        // In lanes, so that the compiler may take several at a time; the order of a sum of floats is not its to change.
        constexpr int32_t kLanes = 8;
        float peak[kLanes] = {}, square[kLanes] = {};
        int32_t i = 0;
        for (; i + kLanes <= frames; i += kLanes) {
            for (int32_t lane = 0; lane < kLanes; lane++) {
                const float x = std::fabs(from[i + lane]);
                peak[lane] = x > peak[lane] ? x : peak[lane];
                square[lane] += x * x;
            }
        }
        for (; i < frames; i++) {
            peak[0] = std::max(peak[0], std::fabs(from[i]));
            square[0] += from[i] * from[i];
        }
        for (int32_t lane = 0; lane < kLanes; lane++) {
            peak_[channel] = std::max(peak_[channel], peak[lane]);
            square_[channel] += static_cast<double>(square[lane]);
        }
    }

    void look(const float* left, const float* right, int32_t frames) noexcept {
        const uint64_t written = cells_.scope_written.load(std::memory_order_relaxed);
        for (int32_t i = 0; i < frames; i++)
            cells_.scope[(written + static_cast<uint64_t>(i)) % kScopeFrames].store((left[i] + right[i]) / 2,
                                                                                  std::memory_order_relaxed);
        cells_.scope_written.store(written + static_cast<uint64_t>(frames), std::memory_order_release);
    }

    void publish() noexcept {
        const uint64_t written = cells_.written.load(std::memory_order_relaxed);
        MeterWindow& to = cells_.windows[written % kWindows];
        for (size_t c = 0; c < 2; c++) {
            to.peak[c].store(peak_[c], std::memory_order_relaxed);
            to.square[c].store(static_cast<float>(square_[c] / count_), std::memory_order_relaxed);
            peak_[c] = 0;
            square_[c] = 0;
        }
        to.begin.store(begin_, std::memory_order_relaxed);
        to.frames.store(static_cast<uint32_t>(count_), std::memory_order_relaxed);
        cells_.written.store(written + 1, std::memory_order_release);
        count_ = 0;
    }

    MeterCells& cells_;
    float peak_[2] = {};
    double square_[2] = {};
    int32_t count_ = 0;
    int64_t begin_ = 0;
};

}  // namespace roadcase
