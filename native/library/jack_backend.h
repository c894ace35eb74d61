// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "appeared.h"
#include "backend.h"
#include "jack_process.h"
#include "standstill.h"

namespace roadcase {

/// MIDI ports by a JACK client of our own, which comes back when the server does.
///
/// Why not RtMidi here: it drops in silence what does not fit, loses long SysEx, sends everything at frame 0 and hangs
/// when the server dies.
class JackBackend final : public Backend {
  public:
    /// Throws Refused where no server of this name answers; none is started.
    JackBackend(const JackApi& jack, std::string client, std::string server);
    ~JackBackend() override;

    std::vector<Offer> list() override;
    int32_t open(bool input, const std::string& name, bool owned) override;
    void connect(int32_t port, const std::string& id) override;
    void disconnect(int32_t port) override;
    void close(int32_t port) override;
    bool alive() const noexcept override { return alive_; }
    bool ready(int32_t port) const noexcept override;
    void posted() noexcept override {}  // the next cycle takes it

    JackProcess& process() noexcept { return process_; }

  private:
    /// What the control calls know of a port; guarded by control_.
    struct Port {
        int32_t handle = kNoPort;
        int32_t next = 0;
        bool input = false;
        std::string name;
        std::string peer;       // whom we connected it with, "" for nobody
        bool connected = false; // and the connection is ours
        int remake = 0;         // how often the keeper may still try to make it again, after the server was gone
    };

    jack_client_t* open_client();
    void close_client(jack_client_t* client);
    static bool hangs() noexcept;
    void set_callbacks(jack_client_t* client);
    void register_port(jack_client_t* client, size_t slot);
    bool name_taken(const std::string& name) const;
    Port* find(int32_t handle);
    jack_port_t* jack_port(const Port& port) const;
    bool exists(const std::string& id) const;
    int link(const Port& port, bool make) const;
    void drop_connection(Port& port);
    void flush(int32_t handle, int64_t deadline) noexcept;
    void await_cycles(int64_t deadline) noexcept;
    void step_out_of_cycle() noexcept;

    void keep();
    void bury();
    void come_back();
    bool remake();
    void see_who_returned();
    bool start(jack_client_t* client);

    void server_gone() noexcept;
    void look_again(jack_port_id_t id) noexcept;

    const JackApi& jack_;
    const std::string client_name_;
    const std::string server_;
    JackProcess process_;

    std::mutex control_;
    std::array<Port, RC_MIDI_MAX_PORTS> ports_;
    std::atomic<jack_client_t*> client_{nullptr};

    std::array<std::atomic<int32_t>, RC_MIDI_MAX_PORTS> sends_as_;  // handle of an output that takes messages
    std::atomic<bool> alive_{false};
    std::atomic<bool> gone_{false};
    std::atomic<bool> others_changed_{false};
    Appeared appeared_;
    std::set<std::string> returned_;  // under control_
    Standstill standstill_;  // the keeper's own
    std::atomic<bool> stop_{false};
    Signal keeper_signal_;
    std::thread keeper_;
};

}  // namespace roadcase
