// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtmidi_backend.h"

#include <chrono>
#include <utility>

#include "clock.h"
#include "port_ids.h"

namespace roadcase {

namespace {

constexpr int64_t kFlush = milliseconds(250);
constexpr int64_t kLookAgain = milliseconds(500);

/// What we call the ports that RtMidi counts just now, by its numbers.
std::vector<std::string> ids_of(RtMidi& probe, RtMidi::Api api) {
    std::vector<std::string> names;
    const unsigned count = probe.getPortCount();
    for (unsigned i = 0; i < count; i++) names.push_back(probe.getPortName(i));
    return port_ids(std::move(names), api == RtMidi::WINDOWS_MM);
}

/// The number that RtMidi calls a port by just now, or -1.
int index_of(RtMidi& probe, RtMidi::Api api, const std::string& id) {
    const std::vector<std::string> ids = ids_of(probe, api);
    for (size_t i = 0; i < ids.size(); i++)
        if (ids[i] == id) return static_cast<int>(i);
    return -1;
}

std::string remedy_for_busy(RtMidi::Api api) {
    if (api == RtMidi::WINDOWS_MM)
        return "Windows gives a port to one program only, so close the other one: a DAW, the maker's editor, a browser";
    return "close that one, or unplug it and plug it in again";
}

}  // namespace

RtMidiBackend::Input::Input(RtMidiBackend& backend_, int32_t handle_)
    : backend(backend_), handle(handle_), decoder(backend_.counters_), port(backend_.api_, backend_.client_) {
    port.ignoreTypes(false, false, false);
    port.setBufferSize(RC_MIDI_MAX_MESSAGE, 4);
    port.setCallback(&Input::came, this);
}

void RtMidiBackend::Input::came(double, std::vector<unsigned char>* bytes, void* arg) {
    struct ToInbox {
        RtMidiBackend& backend;
        int32_t handle;
        int64_t time;
        bool lost = false;
        void short_message(int32_t packed) noexcept { lost |= !backend.inbox_.put_short(time, handle, packed); }
        void long_message(const uint8_t* data, uint32_t length) noexcept {
            lost |= !backend.inbox_.put_long(time, handle, data, length);
        }
    };
    auto* self = static_cast<Input*>(arg);
    std::lock_guard lock(self->backend.input_);
    ToInbox sink{self->backend, self->handle, now()};
    self->decoder.feed(sink.time, bytes->data(), bytes->size(), sink);
    // Where not even this fits, the counter alone tells.
    if (sink.lost) self->backend.inbox_.put_skipped(sink.time, self->handle);
    self->backend.inbox_.publish();
}

RtMidiBackend::RtMidiBackend(RtMidi::Api api, std::string client)
    : api_(api), client_(std::move(client)), probe_in_(api, client_ + " looks"), probe_out_(api, client_ + " looks") {
    for (size_t i = 0; i < ports_.size(); i++) {
        ports_[i].next = static_cast<int32_t>(i);
        sends_as_[i] = kNoPort;
    }
    outgoing_.reserve(RC_MIDI_MAX_MESSAGE);
    sender_ = std::thread([this] { send_when_due(); });
    watcher_ = std::thread([this] { watch(); });
}

RtMidiBackend::~RtMidiBackend() {
    for (const Port& port : ports_)
        if (port.handle != kNoPort) close(port.handle);
    stop_ = true;
    sender_signal_.notify();
    watcher_signal_.notify();
    sender_.join();
    watcher_.join();
}

bool RtMidiBackend::ours(const std::string& id) const {
    if (id.rfind(client_ + ":", 0) == 0 || id.rfind(client_ + " looks:", 0) == 0) return true;
    if (api_ == RtMidi::LINUX_ALSA) return false;
    for (const Port& port : ports_)
        if (port.handle != kNoPort && (port.virtual_in || port.virtual_out) && port.name == id) return true;
    return false;
}

std::vector<Offer> RtMidiBackend::list() {
    std::lock_guard lock(control_);
    std::vector<Offer> offers;
    const auto add = [&](bool input, RtMidi& probe) {
        for (std::string& id : ids_of(probe, api_))
            if (!id.empty() && !ours(id)) offers.push_back({input, std::move(id), {}});
    };
    add(true, probe_in_);
    add(false, probe_out_);
    return offers;
}

int32_t RtMidiBackend::open(bool input, const std::string& name, bool owned) {
    std::lock_guard lock(control_);
    if (name.empty()) throw Refused("a port needs a name");
    for (size_t i = 0; i < ports_.size(); i++) {
        Port& port = ports_[i];
        if (port.handle != kNoPort) continue;
        Port made;
        made.handle = port.next;
        made.next = next_handle(port.next);
        made.input = input;
        made.name = name;
        if (has_virtual_ports()) open_virtual(made);
        else if (owned) open_real(made, name);
        std::lock_guard output(output_);
        port = std::move(made);
        sends_as_[i] = input ? kNoPort : port.handle;
        return port.handle;
    }
    throw Refused("there are " + std::to_string(RC_MIDI_MAX_PORTS) + " ports open; close one first");
}

void RtMidiBackend::open_virtual(Port& port) {
    if (port.input) {
        port.virtual_in = std::make_unique<Input>(*this, port.handle);
        port.virtual_in->port.openVirtualPort(port.name);
    } else {
        port.virtual_out = std::make_unique<RtMidiOut>(api_, client_);
        port.virtual_out->openVirtualPort(port.name);
    }
}

void RtMidiBackend::open_real(Port& port, const std::string& id) {
    const int index = port.input ? index_of(probe_in_, api_, id) : index_of(probe_out_, api_, id);
    if (index < 0 && !has_virtual_ports())
        throw Refused("this system has no virtual ports and no port named '" + id + "'; make one with loopMIDI");
    if (index < 0) throw Refused("'" + id + "' is not there any more; look at the list of ports again");
    if (port.input) {
        auto opened = std::make_unique<Input>(*this, port.handle);
        opened->port.openPort(static_cast<unsigned>(index), port.name);
        port.real_in = std::move(opened);
    } else {
        auto opened = std::make_unique<RtMidiOut>(api_, client_);
        opened->openPort(static_cast<unsigned>(index), port.name);
        std::lock_guard output(output_);
        port.real_out = std::move(opened);
    }
}

RtMidiBackend::Port* RtMidiBackend::find(int32_t handle) {
    if (handle < 0) return nullptr;
    Port& port = ports_[static_cast<size_t>(slot_of(handle))];
    return port.handle == handle ? &port : nullptr;
}

void RtMidiBackend::connect(int32_t handle, const std::string& id) {
    disconnect(handle);
    std::lock_guard lock(control_);
    Port* port = find(handle);
    if (port == nullptr) throw Refused("this port is closed");
    try {
        open_real(*port, id);
    } catch (const RtMidiError& error) {
        throw Refused("'" + id + "' cannot be opened, another program may hold it; " + remedy_for_busy(api_) + " (" +
                      error.getMessage() + ")");
    }
}

void RtMidiBackend::disconnect(int32_t handle) {
    std::lock_guard lock(control_);
    Port* port = find(handle);
    if (port == nullptr) return;
    port->real_in.reset();
    std::lock_guard output(output_);
    port->real_out.reset();
}

void RtMidiBackend::close(int32_t handle) {
    std::lock_guard lock(control_);
    Port* port = find(handle);
    if (port == nullptr) return;
    sends_as_[static_cast<size_t>(slot_of(handle))] = kNoPort;
    const int64_t deadline = now() + kFlush;
    while (outbox_.due(handle) > 0 && now() < deadline) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const int32_t next = port->next;
    port->virtual_in.reset();
    port->real_in.reset();
    std::lock_guard output(output_);
    *port = Port{};
    port->next = next;
}

bool RtMidiBackend::ready(int32_t port) const noexcept {
    return port >= 0 && sends_as_[static_cast<size_t>(slot_of(port))].load(std::memory_order_acquire) == port;
}

void RtMidiBackend::send_when_due() {
    while (!stop_) {
        const int64_t at = now();
        outbox_.deliver(at, at + 1, [this](Send& send, int64_t) { return write(send); });
        sender_signal_.sleep(outbox_.next_due(), [this] { return stop_ || outbox_.posted(); });
    }
    outbox_.drop_all();
}

Written RtMidiBackend::write(const Send& send) {
    std::lock_guard output(output_);
    Port* port = find(send.port);
    if (port == nullptr || port->input) return Written::never;
    outgoing_.resize(send.length);
    outbox_.copy(send, outgoing_.data(), send.length);
    try {
        if (port->virtual_out) port->virtual_out->sendMessage(&outgoing_);
        if (port->real_out) port->real_out->sendMessage(&outgoing_);
        return Written::whole;
    } catch (const RtMidiError&) {
        return Written::never;  // counted as dropped_out
    }
}

/// RtMidi tells nobody when gear comes and goes.
void RtMidiBackend::watch() {
    const auto ids = [this] {
        std::vector<std::string> all;
        for (const Offer& offer : list()) all.push_back((offer.input ? "i" : "o") + offer.id);
        return all;
    };
    std::vector<std::string> known;
    bool first = true;
    while (!stop_) {
        try {
            std::vector<std::string> seen = ids();
            if (!first && seen != known) inbox_.ports_changed();
            known = std::move(seen);
            first = false;
        } catch (const RtMidiError&) {
            // The list is being changed under our eyes; the next look sees it whole.
        }
        watcher_signal_.sleep(now() + kLookAgain, [this] { return stop_.load(); });
    }
}

}  // namespace roadcase
