// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace roadcase {

/// Why something could not be done: a sentence for the player.
struct Refusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A message within a block.
struct Event {
    int32_t frame;
    uint32_t length;
    const uint8_t* bytes;
};

/// Where the music is when the first frame of a block is heard.
struct Moment {
    double rate = 48000;
    double tempo = 120;
    double beat = 0;
    double quantum = 4;
    bool playing = false;
    bool offline = false;
    int64_t frame = 0;  // counted since the device began
    int64_t time = 0;   // ns
};

/// A parameter as it stands.
struct Parameter {
    int32_t number;
    std::string name;
    float value;
    float start;
    int32_t steps;
    std::string shown;
    std::string unit;
};

struct SoundName {
    std::string name;
    std::string path;
};

/// What makes or changes sound: the seam behind which a plugin runs, in this process or, one day, in one of its own.
/// Everything that crosses it is a value, so that a proxy can carry it to another process.
///
/// [audio-thread] functions neither lock nor allocate on our side; what a plugin does inside is its own affair.
/// All others are called from the main thread, one at a time.
class Processor {
  public:
    virtual ~Processor() = default;

    virtual const std::string& name() const = 0;

    /// Before the first process, and whenever rate or the greatest block changes; process is not under way.
    virtual void prepare(double rate, int32_t most_frames) = 0;

    /// Changes two channels in place; for an instrument they come in silent. `frames` is never more than prepared.
    /// Events are in the order of their frames. [audio-thread]
    virtual void process(float* left, float* right, int32_t frames, const Event* events, int32_t count,
                         const Moment& moment) noexcept = 0;

    /// Moves a parameter from the next block on; 0 to 1, an unknown number does nothing. [audio-thread]
    virtual void parameter(int32_t number, float value) noexcept = 0;

    /// Forgets what sounds. [audio-thread]
    virtual void reset() noexcept {}

    /// Frames by which the sound comes later than it went in. [main thread]
    virtual int32_t latency() const noexcept { return 0; }

    virtual std::vector<Parameter> parameters() { return {}; }
    virtual std::vector<char> state() { return {}; }
    virtual void state(const std::vector<char>&) { throw Refusal(name() + " has no state that could be changed"); }
    virtual std::vector<SoundName> sounds() { return {}; }
    virtual void sound(const std::string& wanted) { throw Refusal(name() + " has no sound named '" + wanted + "'"); }
    virtual void window(bool show) {
        if (show) throw Refusal(name() + " has no window");
    }

    /// Moves that came from the plugin itself, and changes of its latency; called on the main thread.
    struct Told {
        std::function<void(int32_t number, float value, const std::string& shown)> moved;
        std::function<void()> latency;
    };
    virtual void listen(Told) {}
};

}  // namespace roadcase
