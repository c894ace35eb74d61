// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our client at the server: how it is opened, what it tells us, and how it takes over our ports.
#include <cstring>
#include <memory>
#include <mutex>
#include <utility>

#if !defined(_WIN32)
#include <pthread.h>
#endif

#include "jack_backend.h"
#include "patience.h"

namespace roadcase {

namespace {

constexpr int64_t kLongestOpening = milliseconds(15'000);
constexpr int64_t kLongestClosing = milliseconds(5'000);

/// libjack cancels its threads, and a lock of its own that one of them had is then locked for ever: from there on it
/// lets nobody of this process in or out, which we have to see and not to wait for. Calls that have not come back.
std::atomic<int> lingering{0};
constexpr int kMostLingering = 8;

/// Does it in time, or leaves it to itself and counts it for as long as it takes.
template <typename Action>
bool in_time(int64_t limit, Action action) {
    enum { kRuns, kDone, kLeft };
    auto state = std::make_shared<std::atomic<int>>(kRuns);
    if (within(limit, [state, action = std::move(action)] {
            action();
            if (state->exchange(kDone) == kLeft) lingering--;
        })) return true;
    lingering++;
    int runs = kRuns;
    if (state->compare_exchange_strong(runs, kLeft)) return false;
    lingering--;
    return true;
}

/// Runs what a callback does. libjack ends its threads with pthread_cancel, at any instruction; unwinding from there
/// through a function that does not throw would end the process. So a callback runs to its end, and is cancelled after.
template <typename Action>
void uncancelled(Action&& action) {
#if defined(_WIN32)
    action();
#else
    int before;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    action();
    pthread_setcancelstate(before, nullptr);
#endif
}

}  // namespace

jack_client_t* JackBackend::open_client() {
    if (lingering >= kMostLingering) return nullptr;
    struct Opening {
        std::mutex lock;
        jack_client_t* client = nullptr;
        bool given_up = false;
    };
    auto opening = std::make_shared<Opening>();
    const auto open = [opening, &jack = jack_, name = client_name_, server = server_] {
        jack_status_t status;
        const auto options = static_cast<jack_options_t>(JackNoStartServer | JackServerName);
        jack_client_t* client = server.empty() ? jack.client_open(name.c_str(), JackNoStartServer, &status)
                                               : jack.client_open(name.c_str(), options, &status, server.c_str());
        std::lock_guard guard(opening->lock);
        opening->client = client;
        if (opening->given_up && client != nullptr) jack.client_close(client);
    };
    if (in_time(kLongestOpening, open)) return opening->client;
    std::lock_guard guard(opening->lock);
    opening->given_up = opening->client == nullptr;
    return opening->client;
}

void JackBackend::close_client(jack_client_t* client) {
    in_time(kLongestClosing, [&jack = jack_, client] { jack.client_close(client); });
}

bool JackBackend::hangs() noexcept { return lingering > 0; }

void JackBackend::set_callbacks(jack_client_t* client) {
    jack_.set_process_callback(client, [](jack_nframes_t frames, void* self) {
        uncancelled([&] { static_cast<JackBackend*>(self)->process_.run(frames); });
        return 0;
    }, this);
    jack_.set_xrun_callback(client, [](void* self) {
        uncancelled([&] { static_cast<JackBackend*>(self)->process_.overrun(); });
        return 0;
    }, this);
    jack_.on_info_shutdown(client, [](jack_status_t, const char*, void* self) {
        uncancelled([&] { static_cast<JackBackend*>(self)->server_gone(); });
    }, this);
    jack_.set_port_registration_callback(client, [](jack_port_id_t id, int made, void* self) {
        uncancelled([&] {
            if (made != 0) static_cast<JackBackend*>(self)->appeared_.add(id);
            static_cast<JackBackend*>(self)->look_again(id);
        });
    }, this);
    jack_.set_port_rename_callback(client, [](jack_port_id_t id, const char*, const char*, void* self) {
        uncancelled([&] { static_cast<JackBackend*>(self)->look_again(id); });
    }, this);
}

void JackBackend::server_gone() noexcept {
    alive_ = false;
    gone_ = true;
    keeper_signal_.notify();
}

void JackBackend::look_again(jack_port_id_t id) noexcept {
    jack_client_t* client = client_;
    if (client == nullptr) return;
    jack_port_t* port = jack_.port_by_id(client, id);
    if (port != nullptr && jack_.port_is_mine(client, port)) return;
    const char* type = port == nullptr ? nullptr : jack_.port_type(port);
    // A port that is gone already cannot say what it was.
    if (type != nullptr && *type != '\0' && std::strcmp(type, JACK_DEFAULT_MIDI_TYPE) != 0) return;
    inbox_.ports_changed();
    others_changed_ = true;
    keeper_signal_.notify();
}

/// Takes over a fresh client: our ports, then the callback. On failure it is closed.
bool JackBackend::start(jack_client_t* client) {
    set_callbacks(client);
    process_.begin(client);
    client_ = client;
    try {
        for (size_t i = 0; i < ports_.size(); i++)
            if (ports_[i].handle != kNoPort) register_port(client, i);
        if (jack_.activate(client) == 0 && !gone_) {
            alive_ = true;
            return true;
        }
    } catch (const Refused&) {
        // The keeper tries again; a server that has just started may refuse what it takes a moment later.
    }
    for (JackSlot& slot : process_.slots()) slot.port = nullptr;
    client_ = nullptr;
    close_client(client);
    return false;
}

void JackBackend::register_port(jack_client_t* client, size_t i) {
    const Port& port = ports_[i];
    jack_port_t* made = jack_.port_register(client, port.name.c_str(), JACK_DEFAULT_MIDI_TYPE,
                                            port.input ? JackPortIsInput : JackPortIsOutput, 0);
    if (made == nullptr)
        throw Refused("JACK does not make a port named '" + port.name + "'; the name may be too long, or the server "
                      "may have no ports left (jackd --port-max)");
    JackSlot& slot = process_.slots()[i];
    slot.input = port.input;
    slot.handle = port.handle;
    slot.lost = false;
    if (port.input && !slot.decoder) slot.decoder = std::make_unique<Decoder>(counters_);
    if (port.input) slot.decoder->abandon();
    slot.port.store(made, std::memory_order_release);
    sends_as_[i] = port.input ? kNoPort : port.handle;
}

}  // namespace roadcase
