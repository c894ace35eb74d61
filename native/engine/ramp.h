// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace roadcase {

/// A level that moves to where it should be in a straight line, so that no step is heard. [audio-thread]
class Ramp {
  public:
    explicit Ramp(float level = 0) : level_(level), target_(level) {}

    /// Towards `target`, to be there after `frames`.
    void to(float target, int32_t frames) noexcept {
        if (target == target_) return;
        target_ = target;
        left_ = frames > 0 ? frames : 1;
        step_ = (target - level_) / static_cast<float>(left_);
    }

    void jump(float level) noexcept {
        level_ = target_ = level;
        left_ = 0;
    }

    bool moving() const noexcept { return left_ > 0; }
    float level() const noexcept { return level_; }
    float target() const noexcept { return target_; }

    float next() noexcept {
        if (left_ > 0) level_ = --left_ == 0 ? target_ : level_ + step_;
        return level_;
    }

    /// Multiplies two channels by the level.
    void apply(float* left, float* right, int32_t frames) noexcept {
        int32_t i = 0;
        for (; i < frames && left_ > 0; i++) {
            const float level = next();
            left[i] *= level;
            right[i] *= level;
        }
        if (level_ == 1) return;
        for (; i < frames; i++) {
            left[i] *= level_;
            right[i] *= level_;
        }
    }

    /// Adds two channels, multiplied by the level, to two others.
    void add(const float* left, const float* right, float* to_left, float* to_right, int32_t frames) noexcept {
        int32_t i = 0;
        for (; i < frames && left_ > 0; i++) {
            const float level = next();
            to_left[i] += left[i] * level;
            to_right[i] += right[i] * level;
        }
        if (level_ == 0) return;
        for (; i < frames; i++) {
            to_left[i] += left[i] * level_;
            to_right[i] += right[i] * level_;
        }
    }

  private:
    float level_, target_;
    float step_ = 0;
    int32_t left_ = 0;
};

}  // namespace roadcase
