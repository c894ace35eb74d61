// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <RtMidi.h>

#include <array>
#include <memory>
#include <mutex>
#include <thread>

#include "backend.h"
#include "decoder.h"

namespace roadcase {

/// ALSA, CoreMIDI and WinMM through RtMidi.
///
/// A port of ours is two of RtMidi's: a virtual one that others may connect to (where the system has such), and one
/// that we open to the real port while we are connected. What comes in on either comes in by the same handle, what
/// goes out goes to both. RtMidi knows no times, so a thread of ours sends when they come.
class RtMidiBackend final : public Backend {
  public:
    /// Throws Refused where the system's MIDI does not answer.
    RtMidiBackend(RtMidi::Api api, std::string client);
    ~RtMidiBackend() override;

    std::vector<Offer> list() override;
    int32_t open(bool input, const std::string& name, bool owned) override;
    void connect(int32_t port, const std::string& id) override;
    void disconnect(int32_t port) override;
    void close(int32_t port) override;
    bool alive() const noexcept override { return true; }
    bool ready(int32_t port) const noexcept override;
    void posted() noexcept override { sender_signal_.notify(); }

  private:
    /// One of RtMidi's inputs with the decoder of its bytes.
    struct Input {
        Input(RtMidiBackend& backend, int32_t handle);
        static void came(double, std::vector<unsigned char>* bytes, void* self);

        RtMidiBackend& backend;
        const int32_t handle;
        Decoder decoder;
        RtMidiIn port;  // last, so that its thread ends before what it uses
    };

    struct Port {
        int32_t handle = kNoPort;
        int32_t next = 0;
        bool input = false;
        std::string name;
        std::unique_ptr<Input> virtual_in, real_in;
        std::unique_ptr<RtMidiOut> virtual_out, real_out;
    };

    bool has_virtual_ports() const noexcept { return api_ != RtMidi::WINDOWS_MM; }
    bool ours(const std::string& id) const;
    Port* find(int32_t handle);
    void open_virtual(Port& port);
    void open_real(Port& port, const std::string& id);
    void send_when_due();
    Written write(const Send& send);
    void watch();

    const RtMidi::Api api_;
    const std::string client_;
    std::mutex control_;  // ports_ and the probes
    std::mutex output_;   // the outputs in ports_, while they are sent to or exchanged
    std::mutex input_;    // RtMidi has a thread for each input, the inbox takes one at a time
    RtMidiIn probe_in_;
    RtMidiOut probe_out_;
    std::array<Port, RC_MIDI_MAX_PORTS> ports_;
    std::array<std::atomic<int32_t>, RC_MIDI_MAX_PORTS> sends_as_;
    std::vector<unsigned char> outgoing_;
    std::atomic<bool> stop_{false};
    Signal sender_signal_;
    Signal watcher_signal_;
    std::thread sender_;
    std::thread watcher_;
};

}  // namespace roadcase
