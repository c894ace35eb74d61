// SPDX-License-Identifier: GPL-3.0-or-later
//
// The RtMidi backend on a machine without ALSA's sequencer: RtMidi speaks JACK too. Needs the server that
// JACK_DEFAULT_SERVER names; a Spec of the host starts one.
#include <set>
#include <vector>

#include "check.h"
#include "clock.h"
#include "record_ring.h"
#include "rtmidi_backend.h"

using namespace roadcase;

namespace {

struct Heard {
    rc_midi_record head;
    std::vector<uint8_t> bytes;
};

/// Listens until `count` messages came, five seconds at most.
std::vector<Heard> listen(Backend& backend, size_t count, bool* news = nullptr) {
    static std::vector<uint64_t> buffer(32'768);
    std::vector<Heard> all;
    const int64_t deadline = now() + milliseconds(5000);
    while (all.size() < count && now() < deadline && !(news != nullptr && *news)) {
        const int32_t size = backend.inbox().wait(deadline, buffer.data(), buffer.size() * 8);
        const auto* at = reinterpret_cast<const uint8_t*>(buffer.data());
        for (int32_t i = 0; i < size;) {
            Heard one;
            std::memcpy(&one.head, at + i, sizeof one.head);
            one.bytes.assign(at + i + sizeof one.head, at + i + sizeof one.head + one.head.length);
            i += static_cast<int32_t>(record_size(one.head.length));
            if (one.head.kind == RC_MIDI_PORTS_CHANGED && news != nullptr) *news = true;
            if (one.head.kind <= RC_MIDI_LONG) all.push_back(one);
        }
    }
    return all;
}

std::string offered(Backend& backend, bool input, const std::string& end) {
    for (const Offer& offer : backend.list())
        if (offer.input == input && offer.id.size() >= end.size() &&
            offer.id.compare(offer.id.size() - end.size(), end.size(), end) == 0)
            return offer.id;
    return "";
}

bool send(Backend& backend, int32_t port, int64_t time, int32_t packed) {
    const bool taken = backend.ready(port) && backend.outbox().post_short(port, time, packed);
    backend.posted();
    return taken;
}

}  // namespace

int main() {
    RtMidiBackend us(RtMidi::UNIX_JACK, "Us"), them(RtMidi::UNIX_JACK, "Them");
    const int32_t out = them.open(false, "their out", true);
    const int32_t in = us.open(true, "our in", false);

    // news of their port, found by name, not our own
    bool news = false;
    listen(us, 1, &news);
    const std::string id = offered(us, true, ":their out");
    CHECK(!id.empty());
    CHECK(offered(us, false, ":our in").empty());

    // connected, messages come in order and at their times
    us.connect(in, id);
    const int64_t later = now() + milliseconds(100);
    CHECK(send(them, out, later, 0x7F4190));
    CHECK(send(them, out, 0, 0x7F4090));
    CHECK(!send(them, in + 77, 0, 0x7F4090));
    auto heard = listen(us, 2);
    CHECK(heard.size() == 2);
    CHECK(heard[0].head.port == in && heard[0].bytes[1] == 0x40);
    CHECK(heard[1].bytes[1] == 0x41 && heard[1].head.time >= later);

    // SysEx whole
    std::vector<uint8_t> sysex(4096, 0x22);
    sysex.front() = 0xF0;
    sysex.back() = 0xF7;
    CHECK(them.outbox().post_long(out, 0, sysex.data(), 4096));
    them.posted();
    heard = listen(us, 1);
    CHECK(heard.size() == 1 && heard[0].bytes == sysex);

    // a port that is not there is a sentence
    bool refused = false;
    try {
        us.connect(in, "nobody:nothing");
    } catch (const Refused& fault) {
        refused = std::string(fault.what()).find("'nobody:nothing' is not there any more") == 0;
    }
    CHECK(refused);

    // an output of ours goes to the real port that it is connected with, and no longer once it is not
    const int32_t to = us.open(false, "our out", false);
    const int32_t their_in = them.open(true, "their in", true);
    us.connect(to, offered(us, false, ":their in"));
    CHECK(send(us, to, 0, 0x7F4290));
    heard = listen(them, 1);
    CHECK(heard.size() == 1 && heard[0].head.port == their_in && heard[0].bytes[1] == 0x42);

    // a handle is never given out again
    us.close(to);
    CHECK(!send(us, to, 0, 0x7F4290));
    CHECK(us.open(false, "our out", false) != to);
    std::puts("all of it holds");
}
