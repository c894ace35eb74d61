// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "channel.h"
#include "engine_process.h"
#include "wakeup.h"
#include "wire.h"

namespace roadcase {

/// The other end of the engine: starts it, talks with it, starts it again with what it had. The functions are those of
/// engine.h and slot.h; what fails throws Refused.
class EngineClient {
  public:
    EngineClient(std::string program, std::string folder, int64_t grace);
    ~EngineClient();

    /// A question and its answer. [control-thread]
    std::vector<char> ask(Ask what, const WireWriter& payload, int milliseconds);

    void device(const std::string& type, const std::string& name, int32_t rate, int32_t block);
    int32_t load(int32_t slot, int32_t position, const std::string& plugin, std::vector<char> state);
    void remove(int32_t slot, int32_t position);
    void order(int32_t slot, const std::array<int32_t, RC_ENGINE_INSERTS>& from);
    std::vector<char> state(int32_t slot, int32_t position);
    void state(int32_t slot, int32_t position, std::vector<char> bytes);
    void sound(int32_t slot, int32_t position, const std::string& name);
    Texts contents(int32_t slot, int32_t position);
    void restart();

    int32_t wait(int64_t deadline, void* buffer, size_t capacity);
    void wake();

    Shared& shared() noexcept { return memory_.shared(); }
    uint32_t state() const noexcept { return state_; }
    bool running() const noexcept { return state_ == RC_ENGINE_RUNNING; }
    uint32_t process() const noexcept { return process_id_; }
    uint64_t restarts() const noexcept { return restarts_; }
    void refuse() noexcept { refused_.fetch_add(1, std::memory_order_relaxed); }
    uint64_t refused() const noexcept { return refused_; }

  private:
    /// What is to be in a place.
    struct Wanted {
        std::string plugin, name;
        std::vector<char> state;
        int32_t number = 0;
        bool empty() const { return plugin.empty(); }
    };
    using Moved = std::vector<std::pair<uint32_t, float>>;
    struct Kept {
        Wanted playing, coming;
        Moved moved_before;  // of the one that plays, while another comes
        int blamed = 0;
        bool left_out = false;
    };
    struct Reply {
        bool done = false, fine = false;
        std::vector<char> payload;
    };
    struct Item {
        rc_engine_news head;
        std::string text;
    };

    void supervise();
    std::string run_once();
    void give_back();
    void send_load(int32_t slot, int32_t position, const Wanted& wanted);
    void hear(const Channel::Message& message);
    void hear_news(WireReader& reader);
    bool settle(int32_t slot, int32_t position, int32_t number, bool loaded, const std::string& name);
    void put_back_moves(int32_t slot, int32_t position, Kept& kept);
    void blame(const std::string& how);
    void fail_all(const std::string& sentence);
    void tell(rc_engine_news head, const std::string& text);
    void become(uint32_t state, const std::string& text);
    Kept& kept(int32_t slot, int32_t position);
    void send(Ask what, const WireWriter& payload);

    const std::string program_, folder_;
    const int64_t grace_;
    SharedMemory memory_;

    std::mutex mutex_;  // of what follows, to the news
    std::condition_variable changed_;
    std::unique_ptr<EngineProcess> engine_;
    std::shared_ptr<Channel> channel_;
    std::map<uint32_t, std::shared_ptr<Reply>> replies_;
    uint32_t next_id_ = 1;
    int32_t next_load_ = 1;
    std::array<std::array<Kept, kPositions>, kPlaces> kept_;
    std::string device_type_ = "none", device_name_;
    int32_t device_rate_ = 0, device_block_ = 0;
    bool closing_ = false;
    bool asked_to_restart_ = false;
    std::string trouble_;

    std::mutex news_mutex_;
    std::deque<Item> news_;
    Signal news_signal_;
    std::atomic<bool> news_there_{false}, woken_{false};

    std::atomic<uint32_t> state_{RC_ENGINE_STARTING};
    std::atomic<uint32_t> process_id_{0};
    std::atomic<uint64_t> restarts_{0}, refused_{0};
    std::thread supervisor_;
};

}  // namespace roadcase
