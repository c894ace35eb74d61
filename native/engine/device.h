// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace roadcase {

/// Whom a device plays.
class Player {
  public:
    virtual ~Player() = default;

    /// Fills two channels. time: ns of the first frame; latency: frames from that time to the ear. [audio-thread]
    virtual void render(float* left, float* right, int32_t frames, int64_t time, int32_t latency) noexcept = 0;

    /// Blocks were missed. [any-thread, lock-free]
    virtual void overrun() noexcept = 0;

    /// The device is gone and calls no more. [any-thread, lock-free]
    virtual void lost() noexcept = 0;
};

/// What makes blocks due: a sound card, a server, or a clock. Its destructor returns when no call is under way.
class Device {
  public:
    virtual ~Device() = default;
    virtual std::string name() const = 0;
    virtual double rate() const = 0;
    virtual int32_t block() const = 0;
    virtual int32_t latency() const = 0;  // frames

    /// Whether Player::lost() is called when it goes; else it is known by its silence.
    virtual bool tells_when_lost() const { return true; }

    /// Throws Refusal where the device does not begin.
    virtual void start(Player& player) = 0;
};

/// What was asked for.
struct DeviceWish {
    std::string type = "none";
    std::string name;
    int32_t rate = 0;
    int32_t block = 0;
};

std::unique_ptr<Device> open_clock(const DeviceWish& wish);  // "none"
std::unique_ptr<Device> open_jack(const DeviceWish& wish);

}  // namespace roadcase
