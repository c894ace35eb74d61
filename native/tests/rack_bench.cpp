// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rack costs over calling its processors one after another: eight instruments with a held chord each, eight
// inserts, two effects on the master, blocks of 64. Not in ctest; run it on a quiet machine.
#include <time.h>

#include <algorithm>
#include <vector>

#include "check.h"
#include "moves.h"
#include "poly.h"
#include "rack.h"

using namespace roadcase;

namespace {

constexpr int32_t kBlock = 64;
constexpr int kBlocks = 4000, kRounds = 9;

/// A filter that does about what an equaliser's band does.
class Band final : public Processor {
  public:
    const std::string& name() const override { return name_; }
    void prepare(double, int32_t) override {}
    void process(float* left, float* right, int32_t frames, const Event*, int32_t, const Moment&) noexcept override {
        for (int32_t i = 0; i < frames; i++) {
            left[i] = low_[0] += 0.3f * (left[i] - low_[0]);
            right[i] = low_[1] += 0.3f * (right[i] - low_[1]);
        }
    }
    void parameter(int32_t, float) noexcept override {}

  private:
    std::string name_ = "Band";
    float low_[2] = {};
};

struct Rig {
    std::vector<std::unique_ptr<Poly>> polys;
    std::vector<std::unique_ptr<Band>> bands;
    Rig() {
        for (int i = 0; i < 8; i++) {
            polys.push_back(std::make_unique<Poly>());
            polys.back()->prepare(48000, kBlock);
        }
        for (int i = 0; i < 10; i++) bands.push_back(std::make_unique<Band>());
    }
};

double median(std::vector<double> all) {
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

/// Of this thread alone: other programs do not count.
double microseconds() {
    timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_nsec) / 1e3;
}

/// Microseconds a block.
template <typename Block>
double measured(Block&& block) {
    const double begun = microseconds();
    for (int i = 0; i < kBlocks; i++) block();
    return (microseconds() - begun) / kBlocks;
}

}  // namespace

int main() {
    constexpr uint8_t kChord[] = {48, 55, 60, 64};
    Rig bare, racked;
    const auto shared = std::make_unique<Shared>();
    Rack rack(*shared);
    rack.prepare(48000, kBlock);
    rack.take_kept_levels();
    for (int32_t i = 0; i < 8; i++) {
        CHECK(rack.install(i + 1, 0, racked.polys[static_cast<size_t>(i)].get(), 0));
        CHECK(rack.install(i + 1, 1, racked.bands[static_cast<size_t>(i)].get(), 0));
    }
    for (int32_t i = 0; i < 2; i++) CHECK(rack.install(0, i + 1, racked.bands[static_cast<size_t>(8 + i)].get(), 0));
    float left[kBlock], right[kBlock], sum_left[kBlock], sum_right[kBlock];
    int64_t time = 0;
    const auto through_rack = [&] {
        rack.render(left, right, kBlock, time += 1'333'333, 0, 0, false);
    };
    for (int i = 0; i < 100; i++) through_rack();
    for (uint8_t slot = 1; slot <= 8; slot++)
        for (const uint8_t note : kChord)
            CHECK(push(shared->ring, {0, Move::kMidi, slot, 0, 0, 0x5A0090u | static_cast<uint32_t>(note) << 8, 0, 0}));
    for (auto& poly : bare.polys) {
        for (const uint8_t note : kChord) {
            const uint8_t bytes[] = {0x90, note, 90};
            const Event event{0, 3, bytes};
            poly->process(left, right, kBlock, &event, 1, {});
        }
    }
    const auto directly = [&] {
        std::fill_n(sum_left, kBlock, 0.0f);
        std::fill_n(sum_right, kBlock, 0.0f);
        for (size_t i = 0; i < 8; i++) {
            std::fill_n(left, kBlock, 0.0f);
            std::fill_n(right, kBlock, 0.0f);
            bare.polys[i]->process(left, right, kBlock, nullptr, 0, {});
            bare.bands[i]->process(left, right, kBlock, nullptr, 0, {});
            for (int32_t f = 0; f < kBlock; f++) {
                sum_left[f] += left[f];
                sum_right[f] += right[f];
            }
        }
        for (size_t i = 8; i < 10; i++) bare.bands[i]->process(sum_left, sum_right, kBlock, nullptr, 0, {});
    };
    std::vector<double> with, without, times;
    for (int round = 0; round < kRounds; round++) {
        without.push_back(measured(directly));
        with.push_back(measured(through_rack));
        times.push_back(with.back() / without.back());
    }
    std::printf("directly %.2f us, through the rack %.2f us a block of 64: %.3f times\n", median(without), median(with),
                median(times));
    return 0;
}
