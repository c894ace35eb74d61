// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>

#include "ramp.h"

namespace roadcase {

/// Holds two channels back by so many frames; another length is faded to. [audio-thread], but for the constructor.
class Delay {
  public:
    static constexpr int32_t kMost = 65535;

    void set(int32_t frames, int32_t fade) noexcept {
        frames = std::clamp(frames, 0, kMost);
        if (frames == wanted_) return;
        wanted_ = frames;
        fade_ = fade;
        if (!blend_.moving()) begin();
    }

    int32_t wanted() const noexcept { return wanted_; }

    void apply(float* left, float* right, int32_t frames) noexcept {
        if (now_ == 0 && !blend_.moving()) {
            remember(left, right, frames);
            return;
        }
        for (int32_t i = 0; i < frames; i++) {
            const uint32_t at = at_++ & kMost;
            left_[at] = left[i];
            right_[at] = right[i];
            const uint32_t there = (at - static_cast<uint32_t>(now_)) & kMost;
            if (!blend_.moving()) {
                left[i] = left_[there];
                right[i] = right_[there];
                continue;
            }
            const uint32_t before = (at - static_cast<uint32_t>(before_)) & kMost;
            const float part = blend_.next();
            left[i] = left_[there] * part + left_[before] * (1 - part);
            right[i] = right_[there] * part + right_[before] * (1 - part);
            if (!blend_.moving() && now_ != wanted_) begin();
        }
    }

  private:
    /// Only for when it is wanted later.
    void remember(const float* left, const float* right, int32_t frames) noexcept {
        for (int32_t done = 0; done < frames;) {
            const uint32_t at = at_ & kMost;
            const int32_t part = std::min(frames - done, kMost + 1 - static_cast<int32_t>(at));
            std::copy_n(left + done, part, left_.get() + at);
            std::copy_n(right + done, part, right_.get() + at);
            at_ += static_cast<uint32_t>(part);
            done += part;
        }
    }

    void begin() noexcept {
        before_ = now_;
        now_ = wanted_;
        blend_.jump(0);
        blend_.to(1, fade_);
    }

    std::unique_ptr<float[]> left_{new float[kMost + 1]()}, right_{new float[kMost + 1]()};
    uint32_t at_ = 0;
    int32_t now_ = 0, before_ = 0, wanted_ = 0, fade_ = 1;
    Ramp blend_{1};
};

}  // namespace roadcase
