// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "device.h"
#include "news.h"
#include "rack.h"

namespace roadcase {

/// The rack on a device: changes devices, notices when one goes, takes it again when it returns.
class Sound final : public Player {
  public:
    /// Opens a device of a type that is not ours. Throws Refusal.
    using OpenOther = std::function<std::unique_ptr<Device>(const DeviceWish&)>;
    /// Makes all processors ready for another rate and block; render is not under way.
    using PrepareAll = std::function<void(double rate, int32_t most_frames)>;

    Sound(Shared& shared, OpenOther open_other, PrepareAll prepare_all, TellNews tell);
    ~Sound() override;

    Rack& rack() { return rack_; }

    /// Throws Refusal; then the one from before plays on. [one thread at a time]
    /// insist: where it is not there, look for it until it is, as if it had been lost
    void device(const DeviceWish& wish, bool insist);

    /// Looks after the device; ten times a second. [one thread]
    void look_after();

    /// On the device "offline". Throws Refusal on others. [one thread at a time, as device()]
    void render_offline(float* interleaved, int32_t frames);
    bool offline() {
        std::lock_guard lock(mutex_);
        return offline_;
    }

    /// Fades out and stops for good.
    void finish();

    void render(float* left, float* right, int32_t frames, int64_t time, int32_t latency) noexcept override;
    void overrun() noexcept override;
    void lost() noexcept override { lost_ = true; }

  private:
    std::unique_ptr<Device> open(const DeviceWish& wish);
    void begin(std::unique_ptr<Device> device, const DeviceWish& wish);
    void prepare(double rate, int32_t block);
    void stop_device();
    void measure(int64_t begun, int64_t ended, int32_t frames) noexcept;
    void state(uint32_t device, const std::string& text);
    bool stands_still();

    Shared& shared_;
    const OpenOther open_other_;
    const PrepareAll prepare_all_;
    const TellNews tell_;
    Rack rack_;
    std::mutex mutex_;  // of what follows
    std::unique_ptr<Device> device_;
    DeviceWish wish_;
    bool offline_ = false;
    bool healing_ = false;
    int64_t next_try_ = 0;
    uint64_t blocks_seen_ = 0;
    int looks_without_a_block_ = 0;
    int64_t offline_frames_ = 0;
    std::vector<float> offline_left_, offline_right_;
    std::atomic<bool> lost_{false};
    // Of the audio thread.
    float load_max_[2] = {};
    int64_t load_turn_ = 0;
};

}  // namespace roadcase
