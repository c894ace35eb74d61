// SPDX-License-Identifier: GPL-3.0-or-later
//
// The thread that brings the client back when the server was gone.
#include <cerrno>

#include "clock.h"
#include "jack_backend.h"

namespace roadcase {

namespace {

constexpr int64_t kRetry = milliseconds(500);
constexpr int kTries = 20;
constexpr int64_t kSettle = milliseconds(250);

}  // namespace

void JackBackend::keep() {
    bool unmade = false;
    while (!stop_) {
        const int64_t next = now() + (alive_ && !unmade ? Standstill::kLook : kRetry);
        keeper_signal_.sleep(next, [this] { return stop_ || gone_ || others_changed_; });
        if (stop_) return;
        std::lock_guard lock(control_);
        if (alive_ && !gone_ && standstill_.look(process_.cycle(), now())) server_gone();
        if (gone_) bury();
        else if (!alive_) come_back();
        others_changed_ = false;
        see_who_returned();
        unmade = alive_ && remake();
    }
}

/// A peer that went and came back before anybody looked took our connection with it, and may not know what it showed:
/// it is left out of the list once, so that whoever looks sees that it was gone.
void JackBackend::see_who_returned() {
    appeared_.take([this](jack_port_id_t id) {
        jack_client_t* client = client_;
        jack_port_t* made = client == nullptr ? nullptr : jack_.port_by_id(client, id);
        const char* name = made == nullptr ? nullptr : jack_.port_name(made);
        if (name == nullptr) return;
        for (Port& port : ports_) {
            if (!port.connected || port.peer != name || jack_port(port) == nullptr) continue;
            // We may have been faster than the news, and JACK tells of a connection only from the next cycle on.
            const auto holds = [&] { return jack_.port_connected_to(jack_port(port), name) != 0; };
            if (holds()) continue;
            await_cycles(now() + kSettle);
            if (jack_port(port) == nullptr || holds()) continue;
            port.connected = false;
            returned_.insert(name);
        }
    });
}

void JackBackend::bury() {
    gone_ = false;
    for (auto& output : sends_as_) output = kNoPort;
    for (JackSlot& slot : process_.slots()) slot.port = nullptr;
    step_out_of_cycle();
    if (jack_client_t* dead = client_.exchange(nullptr)) close_client(dead);
    process_.end();
    for (Port& port : ports_) {
        if (port.connected || port.remake > 0) port.remake = kTries;
        port.connected = false;
    }
    inbox_.ports_changed();
}

void JackBackend::come_back() {
    jack_client_t* opened = open_client();
    if (opened == nullptr || !start(opened)) return;
    Counters::add(counters_.reconnects);
    inbox_.ports_changed();
}

/// Makes the connections again that we had; others may be slower to return than we are.
/// Returns whether one is still missing.
bool JackBackend::remake() {
    bool missing = false;
    for (Port& port : ports_) {
        if (port.handle == kNoPort || port.remake == 0 || jack_port(port) == nullptr) continue;
        if (!exists(port.peer)) {
            missing = true;
            continue;
        }
        const int answer = link(port, true);
        port.connected = answer == 0;
        // EEXIST: somebody was faster. Else its client may not be active yet, or it is no longer what it was.
        port.remake = answer == 0 || answer == EEXIST ? 0 : port.remake - 1;
        missing = missing || port.remake > 0;
    }
    return missing;
}

}  // namespace roadcase
