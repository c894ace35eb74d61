// SPDX-License-Identifier: GPL-3.0-or-later
//
// The C ABI of slot.h over EngineClient. Exceptions end here.
#include "roadcase/slot.h"

#include <cmath>

#include "engine_abi.h"
#include "moves.h"

using roadcase::Ask;
using roadcase::guarded;
using roadcase::is_place;
using roadcase::is_slot;
using roadcase::Move;
using roadcase::Refused;
using roadcase::Shared;
using roadcase::text_or_empty;
using roadcase::WireReader;
using roadcase::WireWriter;

namespace {

Move move_of(Move::Kind kind, int32_t slot, int32_t position, int64_t time, uint32_t number, float value) {
    return {time, kind, static_cast<uint8_t>(slot), static_cast<uint8_t>(position), 0, number, value, 0};
}

int32_t refused(rc_engine* engine) {
    engine->client.refuse();
    return 0;
}

bool push(rc_engine* engine, const Move& move, const void* payload = nullptr, uint32_t length = 0) {
    return roadcase::push(engine->client.shared().ring, move, payload, length);
}

/// What the client keeps needs no engine; one that comes finds it.
int32_t push_kept(rc_engine* engine, const Move& move) {
    return push(engine, move) || !engine->client.running() ? 1 : refused(engine);
}

std::vector<char> bytes_of(const uint8_t* from, int32_t length) {
    if (length < 0 || length > RC_ENGINE_MAX_STATE || (from == nullptr && length > 0))
        throw Refused("a state of " + std::to_string(length) + " bytes is none");
    return {from, from + length};
}

roadcase::KeptLevels& levels(rc_engine* engine, int32_t slot) {
    return engine->client.shared().levels[static_cast<size_t>(slot)];
}

}  // namespace

int32_t rc_slot_load(rc_engine* engine, int32_t slot, int32_t position, const char* plugin, const uint8_t* state,
                     int32_t length, char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        roadcase::check_place(slot, position);
        if (text_or_empty(plugin).empty()) throw Refused("a plugin needs a name or a path");
        return engine->client.load(slot, position, plugin, bytes_of(state, length));
    });
}

int32_t rc_slot_remove(rc_engine* engine, int32_t slot, int32_t position, char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        roadcase::check_place(slot, position);
        engine->client.remove(slot, position);
        return 0;
    });
}

int32_t rc_slot_order(rc_engine* engine, int32_t slot, const int32_t* from, char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        roadcase::check_place(slot, 1);
        std::array<int32_t, RC_ENGINE_INSERTS> order{};
        uint32_t seen = 0;
        for (size_t i = 0; from != nullptr && i < order.size(); i++) {
            order[i] = from[i];
            if (from[i] >= 1 && from[i] <= RC_ENGINE_INSERTS) seen |= 1u << from[i];
        }
        if (seen != (1u << (RC_ENGINE_INSERTS + 1)) - 2)
            throw Refused("an order of inserts names each of 1 to 8 once");
        engine->client.order(slot, order);
        return 0;
    });
}

int32_t rc_slot_midi(rc_engine* engine, int32_t slot, int64_t time, int32_t packed) {
    const bool channel_message = (packed & 0x80) != 0 && (packed & 0xF0) != 0xF0;
    if (!is_slot(slot) || slot == RC_ENGINE_MASTER || !channel_message || !engine->client.running() ||
        !push(engine, move_of(Move::kMidi, slot, 0, time, static_cast<uint32_t>(packed), 0)))
        return refused(engine);
    return 1;
}

int32_t rc_slot_midi_long(rc_engine* engine, int32_t slot, int64_t time, const uint8_t* bytes, int32_t length) {
    if (!is_slot(slot) || slot == RC_ENGINE_MASTER || bytes == nullptr || length < 1 ||
        length > RC_SLOT_MAX_MESSAGE || (bytes[0] & 0x80) == 0 || !engine->client.running())
        return refused(engine);
    const auto size = static_cast<uint32_t>(length);
    return push(engine, move_of(Move::kMidiLong, slot, 0, time, size, 0), bytes, size) ? 1 : refused(engine);
}

int32_t rc_slot_parameter(rc_engine* engine, int32_t slot, int32_t position, int64_t time, int32_t number,
                          float value) {
    if (!is_place(slot, position) || number < 0 || std::isnan(value)) return refused(engine);
    const float inside = std::min(1.0f, std::max(0.0f, value));
    const auto which = static_cast<uint32_t>(number);
    Shared& shared = engine->client.shared();
    roadcase::keep(shared.parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)], which, inside);
    return push_kept(engine, move_of(Move::kParameter, slot, position, time, which, inside));
}

int32_t rc_slot_gain(rc_engine* engine, int32_t slot, int64_t time, float gain) {
    if (!is_slot(slot) || !(gain >= 0 && gain <= 4)) return refused(engine);
    roadcase::keep_gain(levels(engine, slot), gain);
    return push_kept(engine, move_of(Move::kGain, slot, 0, time, 0, gain));
}

int32_t rc_slot_mute(rc_engine* engine, int32_t slot, int64_t time, int32_t on) {
    if (!is_slot(slot)) return refused(engine);
    levels(engine, slot).mute = on != 0;
    return push_kept(engine, move_of(Move::kMute, slot, 0, time, on != 0, 0));
}

int32_t rc_slot_solo(rc_engine* engine, int32_t slot, int64_t time, int32_t on) {
    if (!is_slot(slot) || slot == RC_ENGINE_MASTER) return refused(engine);
    levels(engine, slot).solo = on != 0;
    return push_kept(engine, move_of(Move::kSolo, slot, 0, time, on != 0, 0));
}

int32_t rc_slot_parameters(rc_engine* engine, int32_t slot, int32_t position, char* text, int32_t capacity,
                           char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        roadcase::check_place(slot, position);
        const auto answer = engine->client.ask(Ask::kParameters, WireWriter().i32(slot).i32(position), 2000);
        return roadcase::give(WireReader(answer).text(), text, capacity);
    });
}

int32_t rc_slot_state(rc_engine* engine, int32_t slot, int32_t position, uint8_t* to, int32_t capacity, char* error,
                      int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        roadcase::check_place(slot, position);
        return roadcase::give(engine->client.state(slot, position), to, capacity);
    });
}

int32_t rc_slot_state_set(rc_engine* engine, int32_t slot, int32_t position, const uint8_t* state, int32_t length,
                          char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        roadcase::check_place(slot, position);
        engine->client.state(slot, position, bytes_of(state, length));
        return 0;
    });
}

int32_t rc_slot_sounds(rc_engine* engine, int32_t slot, int32_t position, char* text, int32_t capacity, char* error,
                       int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        roadcase::check_place(slot, position);
        const auto answer = engine->client.ask(Ask::kSounds, WireWriter().i32(slot).i32(position), 5000);
        return roadcase::give(WireReader(answer).text(), text, capacity);
    });
}

int32_t rc_slot_sound(rc_engine* engine, int32_t slot, int32_t position, const char* name, char* error,
                      int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        roadcase::check_place(slot, position);
        engine->client.sound(slot, position, text_or_empty(name));
        return 0;
    });
}

int32_t rc_slot_window(rc_engine* engine, int32_t slot, int32_t position, int32_t show, char* error,
                       int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        roadcase::check_place(slot, position);
        engine->client.ask(Ask::kWindow, WireWriter().i32(slot).i32(position).i32(show), 5000);
        return 0;
    });
}

int32_t rc_slot_contents(rc_engine* engine, int32_t slot, int32_t position, char* text, int32_t capacity) {
    return guarded(-1, nullptr, 0, [&] {
        roadcase::check_place(slot, position);
        return roadcase::give(engine->client.contents(slot, position).all, text, capacity);
    });
}
