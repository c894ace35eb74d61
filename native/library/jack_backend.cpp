// SPDX-License-Identifier: GPL-3.0-or-later
#include "jack_backend.h"

#include <cerrno>
#include <chrono>
#include <utility>

#include "clock.h"

namespace roadcase {

namespace {

constexpr int64_t kFlush = milliseconds(250);
constexpr int64_t kSettle = milliseconds(250);

void pause() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

}  // namespace

JackBackend::JackBackend(const JackApi& jack, std::string client, std::string server)
    : jack_(jack), client_name_(std::move(client)), server_(std::move(server)),
      process_(jack, inbox_, outbox_, counters_) {
    for (size_t i = 0; i < ports_.size(); i++) {
        ports_[i].next = static_cast<int32_t>(i);
        sends_as_[i] = kNoPort;
    }
    jack_client_t* opened = open_client();
    if (opened == nullptr && hangs())
        throw Refused("JACK's library hangs in this process and lets nobody in; end Roadcase and start it again");
    if (opened == nullptr)
        throw Refused(server_.empty() ? "no JACK server answers; start one, or PipeWire with pipewire-jack"
                                      : "no JACK server named '" + server_ + "' answers; start it");
    if (!start(opened)) throw Refused("the JACK server answers, but does not let our client begin; restart the server");
    keeper_ = std::thread([this] { keep(); });
}

JackBackend::~JackBackend() {
    stop_ = true;
    keeper_signal_.notify();
    if (keeper_.joinable()) keeper_.join();
    const int64_t deadline = now() + kFlush;
    for (size_t i = 0; i < ports_.size(); i++) {
        const int32_t handle = sends_as_[i].exchange(kNoPort);
        if (handle != kNoPort) flush(handle, deadline);
    }
    alive_ = false;
    if (jack_client_t* client = client_) {
        jack_.deactivate(client);
        close_client(client);
    }
}

bool JackBackend::name_taken(const std::string& name) const {
    for (const Port& port : ports_)
        if (port.handle != kNoPort && port.name == name) return true;
    return false;
}

int32_t JackBackend::open(bool input, const std::string& name, bool) {
    std::lock_guard lock(control_);
    if (name.empty()) throw Refused("a port needs a name");
    std::string unique = name;
    // JACK has one set of names for inputs and outputs; a device has one name for both.
    if (name_taken(unique)) unique = name + (input ? " (in)" : " (out)");
    if (name_taken(unique))
        throw Refused(std::string("there is an ") + (input ? "input" : "output") + " named '" + name + "' already");
    for (size_t i = 0; i < ports_.size(); i++) {
        Port& port = ports_[i];
        if (port.handle != kNoPort) continue;
        const int32_t handle = port.next;
        port = Port{};
        port.handle = handle;
        port.next = next_handle(handle);
        port.input = input;
        port.name = unique;
        try {
            if (jack_client_t* client = alive_ ? client_.load() : nullptr) register_port(client, i);
        } catch (const Refused&) {
            // A server that died just now is the keeper's matter: the port is made when it returns.
            if (!gone_) {
                port.handle = kNoPort;
                throw;
            }
        }
        return port.handle;
    }
    throw Refused("there are " + std::to_string(RC_MIDI_MAX_PORTS) + " ports open; close one first");
}

JackBackend::Port* JackBackend::find(int32_t handle) {
    if (handle < 0) return nullptr;
    Port& port = ports_[static_cast<size_t>(slot_of(handle))];
    return port.handle == handle ? &port : nullptr;
}

jack_port_t* JackBackend::jack_port(const Port& port) const {
    return process_.slots()[static_cast<size_t>(slot_of(port.handle))].port;
}

/// Makes or ends the connection with port.peer. Returns JACK's answer.
int JackBackend::link(const Port& port, bool make) const {
    const char* ours = jack_.port_name(jack_port(port));
    const char* from = port.input ? port.peer.c_str() : ours;
    const char* to = port.input ? ours : port.peer.c_str();
    return make ? jack_.connect(client_, from, to) : jack_.disconnect(client_, from, to);
}

bool JackBackend::exists(const std::string& id) const {
    return alive_ && jack_.port_by_name(client_, id.c_str()) != nullptr;
}

void JackBackend::connect(int32_t handle, const std::string& id) {
    std::lock_guard lock(control_);
    Port* port = find(handle);
    if (port == nullptr) throw Refused("this port is closed");
    if (!alive_ || jack_port(*port) == nullptr)
        throw Refused("the JACK server is gone; '" + port->name + "' waits for its return");
    if (port->peer != id) drop_connection(*port);
    port->peer = id;
    port->remake = 0;
    int answer = link(*port, true);
    // A client shows its ports a moment before it is active, and JACK connects active clients only.
    for (int i = 0; i < 10 && answer != 0 && answer != EEXIST && exists(id); i++) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        answer = link(*port, true);
    }
    if (answer == 0) {
        port->connected = true;
    } else if (answer != EEXIST) {
        // EEXIST: somebody else made this connection, so it is not ours to end.
        const bool there = exists(id);
        port->peer.clear();
        if (!there) throw Refused("'" + id + "' is not there any more; look at the list of ports again");
        throw Refused("JACK does not connect '" + port->name + "' with '" + id +
                      "'; are both MIDI, one an input and one an output?");
    }
    if (!port->input) await_cycles(now() + kSettle);
}

void JackBackend::drop_connection(Port& port) {
    if (port.connected && alive_ && jack_port(port) != nullptr) link(port, false);
    port.peer.clear();
    port.connected = false;
    port.remake = 0;
}

void JackBackend::disconnect(int32_t handle) {
    std::lock_guard lock(control_);
    if (Port* port = find(handle)) drop_connection(*port);
}

void JackBackend::close(int32_t handle) {
    std::lock_guard lock(control_);
    Port* port = find(handle);
    if (port == nullptr) return;
    const auto i = static_cast<size_t>(slot_of(handle));
    if (sends_as_[i].exchange(kNoPort) != kNoPort) flush(handle, now() + kFlush);
    JackSlot& slot = process_.slots()[i];
    jack_port_t* made = slot.port.exchange(nullptr);
    step_out_of_cycle();
    slot.handle = kNoPort;
    if (made != nullptr && alive_) jack_.port_unregister(client_, made);
    const int32_t next = port->next;
    *port = Port{};
    port->next = next;
}

bool JackBackend::ready(int32_t port) const noexcept {
    return port >= 0 && alive_ && sends_as_[static_cast<size_t>(slot_of(port))].load(std::memory_order_acquire) == port;
}

/// Waits until what is due on this output has left and readers had a cycle to take it.
void JackBackend::flush(int32_t handle, int64_t deadline) noexcept {
    while (alive_ && outbox_.due(handle) > 0 && now() < deadline) pause();
    await_cycles(deadline);
}

/// Waits for two whole cycles. JACK answers a request before the cycle in which it holds: what is written until then
/// reaches nobody.
void JackBackend::await_cycles(int64_t deadline) noexcept {
    const uint64_t cycle = process_.cycle();
    while (alive_ && process_.cycle() < cycle + 4 && now() < deadline) pause();
}

/// Waits until JACK's thread no longer holds a port that it saw before.
void JackBackend::step_out_of_cycle() noexcept {
    const uint64_t cycle = process_.cycle();
    const int64_t deadline = now() + milliseconds(500);
    while (cycle % 2 == 1 && process_.cycle() == cycle && now() < deadline) pause();
}

std::vector<Offer> JackBackend::list() {
    std::lock_guard lock(control_);
    std::vector<Offer> offers;
    jack_client_t* client = alive_ ? client_.load() : nullptr;
    if (client == nullptr) return offers;
    see_who_returned();
    const auto room = static_cast<size_t>(jack_.port_name_size());
    std::string first(room, '\0'), second(room, '\0');
    for (const bool input : {true, false}) {
        // What others send, we receive.
        const char** names = jack_.get_ports(client, nullptr, JACK_DEFAULT_MIDI_TYPE,
                                             input ? JackPortIsOutput : JackPortIsInput);
        for (const char** name = names; name != nullptr && *name != nullptr; name++) {
            jack_port_t* port = jack_.port_by_name(client, *name);
            if (port == nullptr || jack_.port_is_mine(client, port) || returned_.count(*name) > 0) continue;
            Offer offer{input, *name, {}};
            char* const texts[2] = {first.data(), second.data()};
            const int count = jack_.port_get_aliases(port, texts);
            for (int i = 0; i < count && i < 2; i++) offer.aliases.emplace_back(texts[i]);
            offers.push_back(std::move(offer));
        }
        if (names != nullptr) jack_.free(names);
    }
    if (!returned_.empty()) inbox_.ports_changed();
    returned_.clear();
    return offers;
}

}  // namespace roadcase
