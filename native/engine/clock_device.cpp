// SPDX-License-Identifier: GPL-3.0-or-later
//
// "none": blocks are due as on a sound card, and nobody hears them.
#include <atomic>
#include <cerrno>
#include <thread>
#include <vector>

#include "clock.h"
#include "device.h"
#include "roadcase/thread.h"

namespace roadcase {

namespace {

class ClockDevice final : public Device {
  public:
    explicit ClockDevice(const DeviceWish& wish)
        : rate_(wish.rate > 0 ? wish.rate : 48000), block_(wish.block > 0 ? wish.block : 256) {}

    ~ClockDevice() override {
        stop_ = true;
        if (thread_.joinable()) thread_.join();
    }

    std::string name() const override { return "none"; }
    double rate() const override { return rate_; }
    int32_t block() const override { return block_; }
    int32_t latency() const override { return block_; }

    void start(Player& player) override {
        thread_ = std::thread([this, &player] { run(player); });
    }

  private:
    void run(Player& player) noexcept {
        rc_thread_realtime(60);
        std::vector<float> left(static_cast<size_t>(block_)), right(left);
        int64_t begin = now();
        int64_t blocks = 0;
        while (!stop_) {
            // Counted from the beginning, so that it does not drift.
            const int64_t time = begin + static_cast<int64_t>(static_cast<double>(blocks) * block_ * 1e9 / rate_);
            sleep_until(time);
            const auto length = static_cast<int64_t>(block_ * 1e9 / rate_);
            if (now() > time + 2 * length) {
                player.overrun();
                begin = now();
                blocks = 0;
                continue;
            }
            player.render(left.data(), right.data(), block_, time, block_);
            blocks++;
        }
    }

    void sleep_until(int64_t time) noexcept {
#if defined(__linux__)
        const timespec until{time / 1'000'000'000, time % 1'000'000'000};
        while (!stop_ && clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) == EINTR) {}
#else
        std::this_thread::sleep_for(std::chrono::nanoseconds(time - now()));
#endif
    }

    const double rate_;
    const int32_t block_;
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace

std::unique_ptr<Device> open_clock(const DeviceWish& wish) { return std::make_unique<ClockDevice>(wish); }

}  // namespace roadcase
