// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>

#include "processor.h"

namespace roadcase {

/// The instrument that is built in: sixteen voices, each two saws (or triangles) a little apart, a low-pass filter and
/// two envelopes. It knows velocity, bend, the modulation wheel, the sustain pedal and CC 74. The same notes give the
/// same bits.
class Poly final : public Processor {
  public:
    static constexpr const char* kId = "roadcase:poly";

    Poly();
    const std::string& name() const override { return name_; }
    void prepare(double rate, int32_t most_frames) override;
    void process(float* left, float* right, int32_t frames, const Event* events, int32_t count,
                 const Moment& moment) noexcept override;
    void parameter(int32_t number, float value) noexcept override;
    void reset() noexcept override;
    std::vector<Parameter> parameters() override;
    std::vector<char> state() override;
    void state(const std::vector<char>& bytes) override;
    std::vector<SoundName> sounds() override;
    void sound(const std::string& wanted) override;

    enum Knob { kShape, kDetune, kCutoff, kResonance, kSweep, kAttack, kDecay, kSustain, kRelease, kVolume, kKnobs };

  private:
    struct Voice {
        bool on = false;        // sounds
        bool key = false;       // its key is down
        bool pedal = false;     // its key is up, the pedal holds it
        bool ends = false;      // fades out quickly, for its voice is wanted
        uint8_t channel = 0, note = 0;
        float velocity = 0;
        float phase[2] = {};
        float step = 0;         // of the phase in a frame, without bend
        float level = 0;        // of the loudness envelope
        float sweep = 0;        // of the filter envelope
        bool rising = false;
        float low[2] = {}, band[2] = {};
        uint64_t age = 0;
    };

    /// What the knobs mean at this rate.
    struct Settings {
        float shape, detune, cutoff, resonance, sweep, attack, decay, sustain, release, volume;
    };

    void take(const Event& event) noexcept;
    void note_on(uint8_t channel, uint8_t note, float velocity) noexcept;
    void note_off(uint8_t channel, uint8_t note) noexcept;
    void pedal(uint8_t channel, bool down) noexcept;
    void render(float* left, float* right, int32_t frames) noexcept;
    void render(Voice& voice, const Settings& settings, float* left, float* right, int32_t frames) noexcept;
    Settings settings() const noexcept;
    float coefficient(float seconds) const noexcept;

    std::string name_ = "Poly";
    std::array<std::atomic<float>, kKnobs> knobs_;
    float rate_ = 48000;
    std::array<Voice, 16> voices_;
    std::array<float, 16> bend_{};      // semitones
    std::array<float, 16> wheel_{};     // 0 to 1
    std::array<float, 16> bright_{};    // octaves
    std::array<bool, 16> pedal_{};
    float vibrato_ = 0;
    uint64_t notes_ = 0;
};

}  // namespace roadcase
