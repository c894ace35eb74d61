// SPDX-License-Identifier: GPL-3.0-or-later
//
// The C ABI of midi.h over a Backend. Exceptions end here.
#include "roadcase/midi.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include "abi.h"
#include "backend.h"
#include "clock.h"
#include "midi_handle.h"
#include "rtmidi_module.h"
#if ROADCASE_JACK
#include "jack_backend.h"
#endif

using roadcase::Backend;
using roadcase::guarded;
using roadcase::Refused;

namespace {

std::unique_ptr<Backend> open_backend(const std::string& api, const std::string& client, const std::string& server) {
    if (client.empty()) throw Refused("a MIDI client needs a name");
    if (api == "jack") {
#if ROADCASE_JACK
        return std::make_unique<roadcase::JackBackend>(roadcase::JackApi::of_this_machine(), client, server);
#else
        throw Refused("this build knows no JACK; build the native part again with JACK's headers");
#endif
    }
    if (api == "alsa" || api == "coremidi" || api == "winmm")
        return std::unique_ptr<Backend>(roadcase::open_rtmidi(api, client));
    throw Refused("'" + api + "' is no MIDI driver; there are jack, alsa, coremidi and winmm");
}

std::string text_of(const std::vector<roadcase::Offer>& offers) {
    std::string text;
    for (const auto& offer : offers) {
        (text += offer.input ? "i" : "o") += '\0';
        (text += offer.id) += '\0';
        for (const auto& alias : offer.aliases)
            if (!alias.empty() && alias != offer.id) (text += alias) += '\0';
        text += '\0';
    }
    return text;
}

bool refused(rc_midi* midi) noexcept {
    roadcase::Counters::add(midi->backend->counters().refused);
    return false;
}

}  // namespace

rc_midi* rc_midi_open(const char* api, const char* client, const char* server, char* error, int32_t error_capacity) {
    return guarded<rc_midi*>(nullptr, error, error_capacity, [&] {
        if (api == nullptr || client == nullptr) throw Refused("a MIDI driver and a client need names");
        auto midi = std::make_unique<rc_midi>();
        midi->backend = open_backend(api, client, server == nullptr ? "" : server);
        return midi.release();
    });
}

void rc_midi_close(rc_midi* midi) {
    guarded(0, nullptr, 0, [&] {
        delete midi;
        return 0;
    });
}

int32_t rc_midi_list(rc_midi* midi, char* text, int32_t capacity, char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        const std::string all = text_of(midi->backend->list());
        if (text != nullptr && all.size() <= static_cast<size_t>(std::max(0, capacity)))
            std::memcpy(text, all.data(), all.size());
        return static_cast<int32_t>(all.size());
    });
}

int32_t rc_midi_port_open(rc_midi* midi, int32_t direction, const char* name, int32_t owned, char* error,
                          int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        if (name == nullptr) throw Refused("a port needs a name");
        return midi->backend->open(direction == RC_MIDI_INPUT, name, owned != 0);
    });
}

int32_t rc_midi_port_connect(rc_midi* midi, int32_t port, const char* id, char* error, int32_t error_capacity) {
    return guarded(-1, error, error_capacity, [&] {
        if (id == nullptr) throw Refused("there is no name of a port to connect with");
        midi->backend->connect(port, id);
        return 0;
    });
}

void rc_midi_port_disconnect(rc_midi* midi, int32_t port) {
    guarded(0, nullptr, 0, [&] {
        midi->backend->disconnect(port);
        return 0;
    });
}

void rc_midi_port_close(rc_midi* midi, int32_t port) {
    guarded(0, nullptr, 0, [&] {
        midi->backend->close(port);
        return 0;
    });
}

int32_t rc_midi_send_short(rc_midi* midi, int32_t port, int64_t time, int32_t packed) {
    Backend& backend = *midi->backend;
    if (!backend.ready(port) || !backend.outbox().post_short(port, time, packed)) return refused(midi);
    backend.posted();
    return 1;
}

int32_t rc_midi_send_long(rc_midi* midi, int32_t port, int64_t time, const uint8_t* bytes, int32_t length) {
    Backend& backend = *midi->backend;
    if (bytes == nullptr || length < 1 || length > RC_MIDI_MAX_MESSAGE || !backend.ready(port) ||
        !backend.outbox().post_long(port, time, bytes, static_cast<uint32_t>(length)))
        return refused(midi);
    backend.posted();
    return 1;
}

int32_t rc_midi_wait(rc_midi* midi, int64_t deadline, void* buffer, int32_t capacity) {
    if (buffer == nullptr || capacity < RC_MIDI_MIN_BUFFER || reinterpret_cast<uintptr_t>(buffer) % 8 != 0) return -1;
    return midi->backend->inbox().wait(deadline, buffer, static_cast<size_t>(capacity));
}

void rc_midi_wake(rc_midi* midi) { midi->backend->inbox().wake(); }

void rc_midi_count(rc_midi* midi, rc_midi_counters* counters) {
    rc_midi_counters all = midi->backend->counters().copy(midi->backend->alive());
    const uint32_t size = std::min<uint32_t>(counters->size, sizeof all);
    all.size = size;
    std::memcpy(counters, &all, size);
}

int64_t rc_midi_now(void) { return roadcase::now(); }
