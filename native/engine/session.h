// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>

#include "catalogue.h"
#include "channel.h"
#include "main_loop.h"
#include "places.h"
#include "sound.h"

namespace roadcase {

/// One client and what it asks for: the engine as a process.
///
///   control thread: reads questions, answers what needs no plugin      main thread: everything with plugins
///   housekeeping:   what the audio thread told, lost devices, who hangs    audio thread: the device's
class Session {
  public:
    Session(Shared& shared, int socket, std::string folder, int64_t grace);
    ~Session();

    /// Until the client says so, or is gone and the last sound has ended. [main thread]
    void run();

  private:
    void control();
    void answer(const Channel::Message& message);
    void answer(Ask ask, uint32_t id, WireReader& reader);
    /// Runs on the main thread; its result is the answer.
    template <typename Task>
    void on_main(uint32_t id, Task task);
    void say(uint32_t id, const WireWriter& payload) {
        channel_.send(static_cast<uint32_t>(Tell::kAnswer), id, payload);
    }
    void refuse(uint32_t id, const std::string& sentence);
    void tell(const News& news);

    void keep_house();
    void bound_the_log();
    void see_who_hangs();
    void outlive_client();
    bool silent() const;

    PluginHost& host();
    Texts devices();
    void scan(bool again, const std::vector<std::string>& folders);

    Shared& shared_;
    const int64_t grace_;
    Channel channel_;
    MainLoop main_;
    Catalogue catalogue_;
    Sound sound_;
    Places places_;
    bool quit_ = false;
    std::atomic<bool> stop_{false};
    uint64_t blocks_ = 0;
    uint32_t playing_ = 0, loading_ = 0;
    int playing_ticks_ = 0, loading_ticks_ = 0;
    std::thread control_, house_;
};

}  // namespace roadcase
