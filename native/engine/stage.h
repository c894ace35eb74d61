// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

#include "events.h"
#include "held.h"
#include "processor.h"
#include "ramp.h"
#include "ring.h"
#include "shared.h"

namespace roadcase {

/// What the audio thread has to tell.
struct Told {
    enum Kind { kRetired, kSilenced } kind;
    Processor* processor;
    int32_t slot, position;
};
using TellRing = Ring<Told, 1024>;

/// What the stages of a rack share while a block is played.
struct Play {
    Shared& shared;
    TellRing& told;
    Moment moment;
    double rate = 48000;
    int32_t slot = 0;
    int32_t position = 0;
    // Room for a block each.
    float *in_left, *in_right, *sum_left, *sum_right;
    EventList& spare;

    int32_t milliseconds(int32_t n) const noexcept { return static_cast<int32_t>(rate * n / 1000); }
};

/// A place for a processor. What is put into it fades in, what was in it rings out. [audio-thread]
class Stage {
  public:
    static constexpr size_t kLayers = 6;

    /// instrument: makes sound from events; else an effect that changes what comes in, and while empty lets it through
    void become(bool instrument) noexcept;

    /// Puts a processor here; nullptr to empty it. Returns false where too many still ring out: try again next block.
    bool install(Processor* processor, int32_t latency, const Play& play) noexcept;

    void latency(const Processor* processor, int32_t frames) noexcept;
    int32_t latency() const noexcept { return layers_[current_].latency; }
    Processor* processor() const noexcept { return layers_[current_].processor; }

    /// Whether there is anything to do here.
    bool idle() const noexcept;

    /// Whether a processor is here, ringing ones counted.
    bool sounding() const noexcept;

    void parameter(int32_t number, float value) noexcept;

    /// Before the messages of a block: what ends the notes that are to be ended.
    void begin(EventList& events) noexcept;

    /// Changes two channels in place; an instrument adds to them. `events` are for the current processor.
    void process(float* left, float* right, int32_t frames, EventList& events, Play& play) noexcept;

    /// Ends every note of every layer with the next block, before what comes in with it.
    void release_all(bool panic) noexcept;

    /// Adds every processor that is here; the audio thread is over.
    void abandon(std::vector<Processor*>& all);

  private:
    struct Layer {
        Processor* processor = nullptr;
        bool used = false;
        bool dying = false;
        bool release = false;  // its notes are to be ended
        bool panic = false;
        Ramp level{0};         // an effect's way in, an instrument's way out
        Held held;
        int32_t latency = 0;
        int32_t silent = 0;    // frames since it was last heard
        int32_t age = 0;       // frames since it began to die
        int32_t sick = 0;      // frames for which it stays silenced
    };

    void process_effect(float* left, float* right, int32_t frames, EventList& events, Play& play) noexcept;
    void process_instrument(float* left, float* right, int32_t frames, EventList& events, Play& play) noexcept;
    void run(Layer& layer, float* left, float* right, int32_t frames, EventList& events, Play& play) noexcept;
    void end_notes(Layer& layer, EventList& events) noexcept;
    void age(Layer& layer, const float* left, const float* right, int32_t frames, Play& play) noexcept;

    std::array<Layer, kLayers> layers_;
    size_t current_ = 0;
    bool instrument_ = false;
};

}  // namespace roadcase
