// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <memory>

#include "clock.h"
#include "decoder.h"
#include "inbox.h"
#include "jack_api.h"
#include "outbox.h"

namespace roadcase {

/// A place for a port of ours, as JACK's thread sees it.
struct JackSlot {
    std::atomic<jack_port_t*> port{nullptr};  // null: JACK's thread stays away from everything below
    int32_t handle = kNoPort;
    bool input = false;
    std::unique_ptr<Decoder> decoder;
    // of JACK's thread alone
    void* buffer = nullptr;
    size_t capacity = 0;
    bool lost = false;
};

/// What happens in JACK's process callback: no lock, no allocation, no call into Java.
class JackProcess {
  public:
    using Slots = std::array<JackSlot, RC_MIDI_MAX_PORTS>;

    using Clock = int64_t() noexcept;

    JackProcess(const JackApi& jack, Inbox& inbox, Outbox& outbox, Counters& counters, Clock* clock = &now)
        : jack_(jack), inbox_(inbox), outbox_(outbox), counters_(counters), clock_(clock) {}

    Slots& slots() noexcept { return slots_; }
    const Slots& slots() const noexcept { return slots_; }

    /// Before the callback of a new client first runs. [no callback under way]
    void begin(jack_client_t* client) noexcept;

    /// The client is gone: what waited is dropped, what was coming in may be lost. [no callback under way]
    void end() noexcept;

    /// One cycle. [audio-thread]
    void run(jack_nframes_t frames) noexcept;

    /// JACK reported an overrun: some client's messages may be lost. [any-thread, lock-free]
    void overrun() noexcept;

    /// Rises when a cycle begins and when it ends; odd during a cycle. [any-thread, lock-free]
    uint64_t cycle() const noexcept { return cycle_; }

  private:
    struct Cycle {
        jack_nframes_t frames;
        int64_t begin, end;  // ns
    };

    Cycle look_at_time(jack_nframes_t frames) noexcept;
    void notice_gap(jack_nframes_t first, jack_nframes_t frames) noexcept;
    void lose_all(bool ours) noexcept;
    void read(JackSlot& slot, const Cycle& cycle) noexcept;
    Written write(Send& send, int64_t time, const Cycle& cycle) noexcept;

    const JackApi& jack_;
    Inbox& inbox_;
    Outbox& outbox_;
    Counters& counters_;
    Clock* const clock_;
    Slots slots_;
    jack_client_t* client_ = nullptr;
    std::atomic<uint64_t> cycle_{0};
    std::atomic<bool> overrun_{false};
    bool expects_ = false;
    jack_nframes_t expected_ = 0;
    int64_t clock_offset_ = 0;
};

}  // namespace roadcase
