// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <vector>

#include "delay.h"
#include "loudness.h"
#include "schedule.h"
#include "shared.h"
#include "stage.h"

namespace roadcase {

/// Eight slots and a master: everything that sounds, without a device and without a plugin format.
///
/// One thread renders; another changes what is in the places, by commands that the next block takes. No lock between
/// them, and no allocation in render().
class Rack {
  public:
    explicit Rack(Shared& shared);

    /// Says how blocks will be. Render is not under way.
    void prepare(double rate, int32_t most_frames);
    double rate() const { return play_.rate; }
    int32_t most() const { return most_; }

    /// Renders two channels. [audio-thread]
    /// time: ns, of the first frame; lead: ns by which moves sound later than their time; latency: ns from a frame's
    /// time to the ear
    void render(float* left, float* right, int32_t frames, int64_t time, int64_t lead, int64_t latency,
                bool offline) noexcept;

    /// Puts a processor, prepared for rate() and most(), into a place; nullptr empties it. Returns false where the
    /// audio thread has not taken the commands before. From one thread, not the audio thread.
    bool install(int32_t slot, int32_t position, Processor* processor, int32_t latency);
    bool latency(int32_t slot, int32_t position, const Processor* processor, int32_t frames);
    bool order(int32_t slot, const std::array<int32_t, RC_ENGINE_INSERTS>& from);
    bool parameter(int32_t slot, int32_t position, const Processor* processor, int32_t number, float value);

    /// Everything away within 30 ms, or back. [any-thread]
    void fade(bool in) { fade_in_ = in; }

    /// Ends every note. [any-thread]
    void release() { releases_++; }

    /// Levels as the client keeps them; before the first block.
    void take_kept_levels();

    /// What the audio thread has told. One thread.
    TellRing& told() { return told_; }

    /// What is still installed or rings out, given back by no one else; render is over for good.
    std::vector<Processor*> abandon();

  private:
    struct Command {
        enum Kind { kInstall, kLatency, kOrder, kParameter } kind;
        int32_t slot, position;
        Processor* processor;
        int32_t number;
        float value;
        std::array<int8_t, RC_ENGINE_INSERTS> from;
    };

    struct Slot {
        std::array<std::unique_ptr<Stage>, kPositions> stages;
        Delay delay;
        Ramp level{1};
        Ramp dip{1};
        float gain = 1;
        bool mute = false;
        bool solo = false;
        bool reorders = false;
        std::array<int8_t, RC_ENGINE_INSERTS> from{};
        EventList events;
    };

    void take_commands() noexcept;
    bool execute(const Command& command) noexcept;
    void reorder(Slot& slot) noexcept;
    void take_moves(int64_t time, int64_t lead) noexcept;
    void look_at_timeline(int64_t time, int64_t latency) noexcept;
    void release_where_asked() noexcept;
    void play_chunk(float* left, float* right, int32_t frames, int64_t time) noexcept;
    void spread(int64_t begin, int64_t end, int32_t frames) noexcept;
    void apply(const Waiting& waiting, int32_t frame) noexcept;
    void set_levels() noexcept;
    void compensate() noexcept;
    void clip(float* left, float* right, int32_t frames) noexcept;
    bool valid_place(int32_t slot, int32_t position) const noexcept;

    Shared& shared_;
    std::array<Slot, kPlaces> slots_;
    std::vector<Loudness> loudness_;
    Schedule schedule_;
    Ring<Command, 2048> commands_;
    Command held_{};
    bool holds_ = false;
    TellRing told_;
    EventList spare_;
    std::vector<float> room_;
    float* slot_left_ = nullptr;
    float* slot_right_ = nullptr;
    Play play_;
    int32_t most_ = 0;
    rc_timeline timeline_{120, 0, 0, 4, 0, 0};
    std::array<int32_t, Schedule::kLong> blocks_{};
    int32_t block_count_ = 0;
    uint32_t panics_ = 0;
    std::atomic<uint32_t> releases_{0};
    uint32_t released_ = 0;
    std::atomic<bool> fade_in_{true};
    Ramp fade_{0};
};

}  // namespace roadcase
