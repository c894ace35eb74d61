// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iterator>

#include "blame.h"
#include "moves.h"

namespace roadcase {

namespace {

constexpr int32_t kFadeMs = 20;
constexpr int32_t kRingMost = 30'000;   // ms that something may ring out
constexpr int32_t kQuietFor = 3'000;    // ms of silence after which nothing more is expected: echoes come late
constexpr int32_t kSickFor = 1'000;     // ms without fault until something is heard again
constexpr float kQuiet = 1e-5f;         // -100 dB
constexpr float kInsane = 1e4f;         // +80 dB
constexpr uint8_t kAllOff[] = {64, 66, 67, 123, 120};

/// Bits of the greatest magnitude: above those of any number are infinity and NaN.
uint32_t greatest(const float* from, int32_t frames) noexcept {
    uint32_t most = 0;
    for (int32_t i = 0; i < frames; i++) {
        uint32_t bits;
        std::memcpy(&bits, from + i, sizeof bits);
        most = std::max(most, bits & 0x7FFFFFFFu);
    }
    return most;
}

void clear(float* left, float* right, int32_t frames) noexcept {
    std::fill_n(left, frames, 0.0f);
    std::fill_n(right, frames, 0.0f);
}

}  // namespace

void Stage::become(bool instrument) noexcept {
    instrument_ = instrument;
    layers_[0].used = true;
    layers_[0].level.jump(1);
}

bool Stage::install(Processor* processor, int32_t latency, const Play& play) noexcept {
    size_t free = 0;
    while (free < kLayers && layers_[free].used) free++;
    if (free == kLayers) return false;
    Layer& old = layers_[current_];
    old.dying = true;
    old.release = true;
    old.age = 0;
    old.silent = 0;
    if (!instrument_) old.level.to(0, play.milliseconds(kFadeMs));
    if (old.processor == nullptr && instrument_) old = Layer{};
    Layer& fresh = layers_[free];
    fresh = Layer{};
    fresh.used = true;
    fresh.processor = processor;
    fresh.latency = latency;
    fresh.level.to(1, play.milliseconds(kFadeMs));
    current_ = free;
    return true;
}

void Stage::latency(const Processor* processor, int32_t frames) noexcept {
    for (Layer& layer : layers_)
        if (layer.used && layer.processor == processor) layer.latency = frames;
}

bool Stage::sounding() const noexcept {
    return std::any_of(layers_.begin(), layers_.end(), [](const Layer& layer) { return layer.processor != nullptr; });
}

bool Stage::idle() const noexcept {
    const Layer& current = layers_[current_];
    if (current.processor != nullptr || (!instrument_ && current.level.moving())) return false;
    for (size_t i = 0; i < kLayers; i++)
        if (i != current_ && layers_[i].used) return false;
    return true;
}

void Stage::parameter(int32_t number, float value) noexcept {
    if (Processor* processor = layers_[current_].processor) processor->parameter(number, value);
}

void Stage::abandon(std::vector<Processor*>& all) {
    for (Layer& layer : layers_)
        if (layer.processor != nullptr) all.push_back(layer.processor);
}

void Stage::release_all(bool panic) noexcept {
    for (Layer& layer : layers_) {
        if (!layer.used) continue;
        layer.release = true;
        layer.panic = layer.panic || panic;
    }
}

void Stage::process(float* left, float* right, int32_t frames, EventList& events, Play& play) noexcept {
    if (instrument_) process_instrument(left, right, frames, events, play);
    else if (!idle()) process_effect(left, right, frames, events, play);
}

void Stage::process_instrument(float* left, float* right, int32_t frames, EventList& events, Play& play) noexcept {
    for (Layer& layer : layers_) {
        if (!layer.used || layer.processor == nullptr) continue;
        EventList* list = &events;
        if (&layer != &layers_[current_]) {
            play.spare.clear();
            list = &play.spare;
            if (layer.release) end_notes(layer, play.spare);
        }
        clear(play.in_left, play.in_right, frames);
        run(layer, play.in_left, play.in_right, frames, *list, play);
        age(layer, play.in_left, play.in_right, frames, play);
        layer.level.add(play.in_left, play.in_right, left, right, frames);
        if (layer.dying && layer.level.target() == 0 && !layer.level.moving()) {
            if (play.told.push({Told::kRetired, layer.processor, play.slot, play.position})) layer = Layer{};
        }
    }
}

void Stage::process_effect(float* left, float* right, int32_t frames, EventList& events, Play& play) noexcept {
    size_t used = 0;
    for (const Layer& layer : layers_) used += layer.used ? 1 : 0;
    Layer& current = layers_[current_];
    if (used == 1 && !current.level.moving()) {
        run(current, left, right, frames, events, play);
        return;
    }
    clear(play.sum_left, play.sum_right, frames);
    for (Layer& layer : layers_) {
        if (!layer.used) continue;
        std::copy_n(left, frames, play.in_left);
        std::copy_n(right, frames, play.in_right);
        layer.level.apply(play.in_left, play.in_right, frames);
        if (layer.processor != nullptr) {
            run(layer, play.in_left, play.in_right, frames, events, play);
            age(layer, play.in_left, play.in_right, frames, play);
        }
        for (int32_t i = 0; i < frames; i++) {
            play.sum_left[i] += play.in_left[i];
            play.sum_right[i] += play.in_right[i];
        }
        const bool over = layer.age < 0 || (layer.dying && layer.processor == nullptr && !layer.level.moving());
        if (over && (layer.processor == nullptr ||
                     play.told.push({Told::kRetired, layer.processor, play.slot, play.position})))
            layer = Layer{};
    }
    std::copy_n(play.sum_left, frames, left);
    std::copy_n(play.sum_right, frames, right);
}

void Stage::run(Layer& layer, float* left, float* right, int32_t frames, EventList& events, Play& play) noexcept {
    if (layer.processor == nullptr) return;
    if (instrument_) {
        for (int32_t i = 0; i < events.count(); i++) layer.held.see(events.begin()[i].bytes, events.begin()[i].length);
    }
    const int32_t count = instrument_ ? events.count() : 0;
    const uint32_t place = place_number(play.slot, play.position);
    play.shared.playing_place.store(place, std::memory_order_relaxed);
    place_of_this_thread() = place;
    layer.processor->process(left, right, frames, events.begin(), count, play.moment);
    place_of_this_thread() = 0;
    play.shared.playing_place.store(0, std::memory_order_relaxed);
    const uint32_t most = std::max(greatest(left, frames), greatest(right, frames));
    if (most >= bits_of(kInsane)) {
        play.shared.status.not_a_number.fetch_add(1, std::memory_order_relaxed);
        if (layer.sick == 0) play.told.push({Told::kSilenced, layer.processor, play.slot, play.position});
        if (layer.sick == 0 || layer.sick < play.milliseconds(kSickFor) / 2) layer.processor->reset();
        layer.sick = play.milliseconds(kSickFor);
    }
    if (layer.sick > 0) {
        clear(left, right, frames);
        layer.sick = std::max(0, layer.sick - frames);
    }
}

void Stage::begin(EventList& events) noexcept {
    Layer& current = layers_[current_];
    if (current.processor != nullptr && current.release) end_notes(current, events);
}

void Stage::end_notes(Layer& layer, EventList& events) noexcept {
    layer.held.release([&](uint8_t status, uint8_t data1, uint8_t data2) {
        return events.add(0, status, data1, data2);
    });
    if (layer.held.any()) return;
    if (layer.panic) {
        if (events.count() + 16 * (static_cast<int32_t>(std::size(kAllOff)) + 1) > EventList::kMost) return;
        for (uint8_t channel = 0; channel < 16; channel++) {
            for (const uint8_t controller : kAllOff)
                events.add(0, static_cast<uint8_t>(0xB0 | channel), controller, 0);
            events.add(0, static_cast<uint8_t>(0xE0 | channel), 0, 64);
        }
        layer.panic = false;
    }
    layer.release = false;
}

/// A layer that dies is done when it has been silent for long, or when its time is over. An effect is done with an age
/// below zero, an instrument with a level of zero.
void Stage::age(Layer& layer, const float* left, const float* right, int32_t frames, Play& play) noexcept {
    if (!layer.dying) return;
    const uint32_t most = std::max(greatest(left, frames), greatest(right, frames));
    layer.silent = most > bits_of(kQuiet) || layer.release ? 0 : layer.silent + frames;
    layer.age += frames;
    const int32_t quiet = instrument_ ? kQuietFor / 3 : kQuietFor;
    const bool done = layer.silent > play.milliseconds(quiet) + layer.latency ||
                      layer.age > play.milliseconds(kRingMost);
    if (!done) return;
    if (instrument_) layer.level.to(0, play.milliseconds(kFadeMs));
    else layer.age = -1;
}

}  // namespace roadcase
