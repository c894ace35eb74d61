// SPDX-License-Identifier: GPL-3.0-or-later
#include "poly.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <sstream>

namespace roadcase {

namespace {

constexpr float kPi = 3.14159265358979f;
constexpr int32_t kPiece = 32;  // frames between two looks at envelopes and filter: 0.7 ms
constexpr float kHeadroom = 0.22f;

struct KnobFacts {
    const char* name;
    float start;
    const char* unit;
};
constexpr KnobFacts kFacts[Poly::kKnobs] = {
    {"Shape", 0.0f, ""},      {"Detune", 0.3f, "cent"}, {"Cutoff", 0.5f, "Hz"}, {"Resonance", 0.2f, "%"},
    {"Sweep", 0.4f, "oct"},   {"Attack", 0.1f, "ms"},   {"Decay", 0.45f, "ms"}, {"Sustain", 0.7f, "%"},
    {"Release", 0.35f, "ms"}, {"Volume", 0.7f, "%"},
};

struct Program {
    const char* name;
    float knobs[Poly::kKnobs];
};
constexpr Program kPrograms[] = {
    {"Warm pad", {0.0f, 0.4f, 0.42f, 0.15f, 0.25f, 0.5f, 0.6f, 0.85f, 0.6f, 0.7f}},
    {"Brass", {0.0f, 0.3f, 0.45f, 0.2f, 0.5f, 0.2f, 0.45f, 0.75f, 0.3f, 0.7f}},
    {"Pluck", {0.0f, 0.2f, 0.35f, 0.3f, 0.7f, 0.0f, 0.35f, 0.0f, 0.35f, 0.8f}},
    {"Soft keys", {1.0f, 0.15f, 0.45f, 0.1f, 0.45f, 0.02f, 0.6f, 0.3f, 0.35f, 0.85f}},
    {"Bass", {0.15f, 0.1f, 0.3f, 0.35f, 0.5f, 0.0f, 0.4f, 0.55f, 0.2f, 0.9f}},
};

/// 1 ms to 8 s, most of the way for the short ones.
float seconds(float knob) { return 0.001f * std::pow(8000.0f, knob); }
float hertz(float knob) { return 30.0f * std::pow(600.0f, knob); }

/// What takes the edge off a step in a wave, so that it does not alias (polynomial band-limited step).
float smooth_step(float phase, float step) noexcept {
    if (phase < step) {
        const float t = phase / step;
        return t + t - t * t - 1;
    }
    if (phase > 1 - step) {
        const float t = (phase - 1) / step;
        return t * t + t + t + 1;
    }
    return 0;
}

}  // namespace

Poly::Poly() {
    for (size_t i = 0; i < kKnobs; i++) knobs_[i] = kFacts[i].start;
}

void Poly::prepare(double rate, int32_t) {
    rate_ = static_cast<float>(rate);
    reset();
}

void Poly::reset() noexcept {
    for (Voice& voice : voices_) voice = Voice{};
    pedal_.fill(false);
    bend_.fill(0);
    wheel_.fill(0);
    bright_.fill(0);
    vibrato_ = 0;
}

void Poly::parameter(int32_t number, float value) noexcept {
    if (number >= 0 && number < kKnobs) knobs_[static_cast<size_t>(number)].store(value, std::memory_order_relaxed);
}

void Poly::process(float* left, float* right, int32_t frames, const Event* events, int32_t count,
                   const Moment&) noexcept {
    int32_t done = 0;
    for (int32_t i = 0; i < count; i++) {
        render(left + done, right + done, events[i].frame - done);
        done = std::max(done, events[i].frame);
        take(events[i]);
    }
    render(left + done, right + done, frames - done);
}

void Poly::take(const Event& event) noexcept {
    if (event.length < 2 || event.length > 3) return;
    const uint8_t channel = event.bytes[0] & 0x0F;
    const uint8_t data1 = event.bytes[1];
    const uint8_t data2 = event.length > 2 ? event.bytes[2] : 0;
    switch (event.bytes[0] & 0xF0) {
        case 0x90:
            if (data2 > 0) note_on(channel, data1, static_cast<float>(data2) / 127);
            else note_off(channel, data1);
            break;
        case 0x80: note_off(channel, data1); break;
        case 0xE0: bend_[channel] = (static_cast<float>(data1 | data2 << 7) - 8192) / 8192 * 2; break;
        case 0xB0:
            if (data1 == 1) wheel_[channel] = static_cast<float>(data2) / 127;
            else if (data1 == 64) pedal(channel, data2 >= 64);
            else if (data1 == 74) bright_[channel] = (static_cast<float>(data2) - 64) / 16;
            else if (data1 == 120 || data1 == 123)
                for (Voice& voice : voices_)
                    if (voice.channel == channel) {
                        voice.key = voice.pedal = false;
                        voice.ends = voice.ends || data1 == 120;
                    }
            break;
        default: break;
    }
}

void Poly::note_on(uint8_t channel, uint8_t note, float velocity) noexcept {
    note_off(channel, note);
    // A free voice, else the oldest whose key is up, else the oldest.
    const auto rank = [](const Voice& voice) { return (voice.on ? 2 : 0) + (voice.key || voice.pedal ? 1 : 0); };
    Voice& voice = *std::min_element(voices_.begin(), voices_.end(), [&](const Voice& a, const Voice& b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.age < b.age;
    });
    const float level = voice.on ? voice.level : 0;  // a voice that is taken away goes on from where it was: no click
    const float low[2] = {voice.low[0], voice.low[1]}, band[2] = {voice.band[0], voice.band[1]};
    const bool taken = voice.on;
    voice = Voice{};
    if (taken) {
        std::copy_n(low, 2, voice.low);
        std::copy_n(band, 2, voice.band);
    }
    voice.on = voice.key = voice.rising = true;
    voice.channel = channel;
    voice.note = note;
    voice.velocity = velocity;
    voice.level = level;
    voice.age = ++notes_;
    voice.phase[1] = 0.37f;
    voice.step = 440 * std::exp2((static_cast<float>(note) - 69) / 12) / rate_;
}

void Poly::note_off(uint8_t channel, uint8_t note) noexcept {
    for (Voice& voice : voices_) {
        if (!voice.key || voice.channel != channel || voice.note != note) continue;
        voice.key = false;
        voice.pedal = pedal_[channel];
    }
}

void Poly::pedal(uint8_t channel, bool down) noexcept {
    pedal_[channel] = down;
    if (down) return;
    for (Voice& voice : voices_)
        if (voice.channel == channel) voice.pedal = false;
}

float Poly::coefficient(float time) const noexcept {
    return 1 - std::exp(-static_cast<float>(kPiece) / (std::max(0.001f, time) * rate_ / 3));
}

Poly::Settings Poly::settings() const noexcept {
    const auto knob = [this](Knob which) { return knobs_[which].load(std::memory_order_relaxed); };
    return {knob(kShape),
            knob(kDetune) * 0.015f,
            hertz(knob(kCutoff)),
            2 - 1.9f * knob(kResonance),
            knob(kSweep) * 6,
            coefficient(seconds(knob(kAttack))),
            coefficient(seconds(knob(kDecay))),
            knob(kSustain),
            coefficient(seconds(knob(kRelease))),
            knob(kVolume) * knob(kVolume) * kHeadroom};
}

void Poly::render(float* left, float* right, int32_t frames) noexcept {
    if (frames <= 0) return;
    const Settings now = settings();
    for (int32_t done = 0; done < frames; done += kPiece) {
        const int32_t part = std::min(kPiece, frames - done);
        vibrato_ += 5.5f * static_cast<float>(part) / rate_;
        vibrato_ -= std::floor(vibrato_);
        for (Voice& voice : voices_)
            if (voice.on) render(voice, now, left + done, right + done, part);
    }
}

void Poly::render(Voice& voice, const Settings& now, float* left, float* right, int32_t frames) noexcept {
    const float piece = static_cast<float>(frames) / static_cast<float>(kPiece);
    const bool held = voice.key || voice.pedal;
    const float before = voice.level;
    // Loudness: towards a little more than full, then to the sustain level, then to nothing.
    if (held && voice.rising) {
        voice.level += (1.2f - voice.level) * now.attack * piece;
        if (voice.level >= 1) {
            voice.level = 1;
            voice.rising = false;
        }
        voice.sweep = std::max(voice.sweep, voice.level);
    } else if (held) {
        voice.level += (now.sustain - voice.level) * now.decay * piece;
    } else {
        voice.level -= voice.level * (voice.ends ? 0.3f : now.release) * piece;
    }
    if (!voice.rising) voice.sweep -= voice.sweep * now.decay * piece;
    if (!held && voice.level < 1e-5f) {
        voice.on = false;
        return;
    }
    const float wobble = wheel_[voice.channel] * 0.4f * std::sin(2 * kPi * vibrato_);
    const float bend = std::exp2((bend_[voice.channel] + wobble) / 12);
    const float octaves = now.sweep * voice.sweep * (0.4f + 0.6f * voice.velocity) + bright_[voice.channel];
    const float follow = std::exp2((static_cast<float>(voice.note) - 60) / 24);
    const float cutoff = std::clamp(now.cutoff * follow * std::exp2(octaves), 20.0f, rate_ * 0.45f);
    const float g = std::tan(kPi * cutoff / rate_);
    const float k = now.resonance;
    const float a = 1 / (1 + g * (g + k));
    const float loud = now.volume * (0.25f + 0.75f * voice.velocity);
    const float rise = (voice.level - before) / static_cast<float>(frames);
    const float step[2] = {std::min(0.45f, voice.step * bend * (1 - now.detune)),
                           std::min(0.45f, voice.step * bend * (1 + now.detune))};
    float level = before;
    for (int32_t i = 0; i < frames; i++) {
        float wave[2];
        for (int w = 0; w < 2; w++) {
            float& phase = voice.phase[w];
            const float saw = 2 * phase - 1 - smooth_step(phase, step[w]);
            const float triangle = 4 * std::fabs(phase - 0.5f) - 1;
            wave[w] = saw + (triangle * 1.4f - saw) * now.shape;
            phase += step[w];
            if (phase >= 1) phase -= 1;
        }
        level += rise;
        const float in[2] = {wave[0] * 0.7f + wave[1] * 0.3f, wave[0] * 0.3f + wave[1] * 0.7f};
        float out[2];
        for (int c = 0; c < 2; c++) {
            // State-variable filter, trapezoidal.
            const float high = (in[c] - voice.low[c] - (g + k) * voice.band[c]) * a;
            const float band = voice.band[c] + g * high;
            const float low = voice.low[c] + g * band;
            voice.band[c] = band + g * high;
            voice.low[c] = low + g * band;
            out[c] = low * level * loud;
        }
        left[i] += out[0];
        right[i] += out[1];
    }
}

std::vector<Parameter> Poly::parameters() {
    std::vector<Parameter> all;
    for (int32_t i = 0; i < kKnobs; i++) {
        const float value = knobs_[static_cast<size_t>(i)];
        float shown = value * 100;
        if (i == kDetune) shown = value * 26;
        else if (i == kCutoff) shown = hertz(value);
        else if (i == kSweep) shown = value * 6;
        else if (i >= kAttack && i <= kRelease && i != kSustain) shown = seconds(value) * 1000;
        char text[32];
        std::snprintf(text, sizeof text, shown < 10 ? "%.1f" : "%.0f", static_cast<double>(shown));
        all.push_back({i, kFacts[i].name, value, kFacts[i].start, 0,
                       i == kShape ? (value < 0.5f ? "saw" : "triangle") : text, kFacts[i].unit});
    }
    return all;
}

std::vector<char> Poly::state() {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << "poly 1";
    for (const auto& knob : knobs_) text << ' ' << knob.load();
    const std::string all = text.str();
    return {all.begin(), all.end()};
}

void Poly::state(const std::vector<char>& bytes) {
    std::istringstream text(std::string(bytes.begin(), bytes.end()));
    text.imbue(std::locale::classic());
    std::string word;
    int version = 0;
    std::array<float, kKnobs> read{};
    bool fits = static_cast<bool>(text >> word >> version) && word == "poly" && version == 1;
    for (float& knob : read) fits = fits && text >> knob && knob >= 0 && knob <= 1;
    if (!fits) throw Refusal("this state is none of the built-in instrument's");
    for (size_t i = 0; i < kKnobs; i++) knobs_[i] = read[i];
}

std::vector<SoundName> Poly::sounds() {
    std::vector<SoundName> all;
    for (const Program& program : kPrograms) all.push_back({program.name, ""});
    return all;
}

void Poly::sound(const std::string& wanted) {
    const auto lower = [](std::string text) {
        for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        return text;
    };
    for (const Program& program : kPrograms) {
        if (lower(program.name) != lower(wanted)) continue;
        for (size_t i = 0; i < kKnobs; i++) knobs_[i] = program.knobs[i];
        return;
    }
    Processor::sound(wanted);
}

}  // namespace roadcase
