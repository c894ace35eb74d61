// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two output ports at a JACK server, connected with its first two loudspeakers.
#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>

#include "backend.h"
#include "clock.h"
#include "device.h"
#include "jack_api.h"
#include "processor.h"

namespace roadcase {

namespace {

// Not the name of the client that plays MIDI: an engine outlives a show that was killed, and a show that is started anew
// in that time must have its own name back, or other programs' connections to its ports do not come back.
constexpr char kClient[] = "Roadcase sound";

// JACK tells its time in whole microseconds, and the two clocks are not read at one moment.
constexpr int64_t kClockNoise = 100'000;

class JackDevice final : public Device {
  public:
    explicit JackDevice(const DeviceWish& wish) : jack_(JackApi::of_this_machine()) {
        jack_status_t status;
        client_ = wish.name.empty()
                      ? jack_.client_open(kClient, JackNoStartServer, &status)
                      : jack_.client_open(kClient, static_cast<jack_options_t>(JackNoStartServer | JackServerName),
                                          &status, wish.name.c_str());
        if (client_ == nullptr)
            throw Refusal(wish.name.empty() ? "no JACK server answers; start jackd, or PipeWire with its JACK part"
                                            : "no JACK server named '" + wish.name + "' answers");
        rate_ = jack_.get_sample_rate(client_);
        block_ = static_cast<int32_t>(jack_.get_buffer_size(client_));
        const char* names[] = {"left", "right"};
        for (int i = 0; i < 2; i++) {
            ports_[i] = jack_.port_register(client_, names[i], JACK_DEFAULT_AUDIO_TYPE, JackPortIsOutput, 0);
            if (ports_[i] != nullptr) continue;
            jack_.client_close(client_);
            throw Refusal("JACK does not make a port for us; it may have none left (jackd --port-max)");
        }
    }

    ~JackDevice() override { jack_.client_close(client_); }

    std::string name() const override { return "JACK"; }
    double rate() const override { return rate_; }
    int32_t block() const override { return block_; }
    int32_t latency() const override { return latency_; }

    void start(Player& player) override {
        player_ = &player;
        jack_.set_process_callback(client_, [](jack_nframes_t frames, void* self) {
            uncancelled([&] { static_cast<JackDevice*>(self)->process(frames); });
            return 0;
        }, this);
        jack_.set_xrun_callback(client_, [](void* self) {
            uncancelled([&] { static_cast<JackDevice*>(self)->player_->overrun(); });
            return 0;
        }, this);
        jack_.on_info_shutdown(client_, [](jack_status_t, const char*, void* self) {
            uncancelled([&] { static_cast<JackDevice*>(self)->player_->lost(); });
        }, this);
        if (jack_.activate(client_) != 0) throw Refusal("JACK does not let us begin");
        connect();
        jack_latency_range_t range{0, 0};
        jack_.port_get_latency_range(ports_[0], JackPlaybackLatency, &range);
        latency_ = static_cast<int32_t>(range.max);
    }

  private:
    /// libjack ends its threads with pthread_cancel, which must not unwind through us.
    template <typename Action>
    static void uncancelled(Action&& action) {
        int before;
        pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
        action();
        pthread_setcancelstate(before, nullptr);
    }

    void connect() {
        const char** speakers = jack_.get_ports(client_, nullptr, JACK_DEFAULT_AUDIO_TYPE,
                                                JackPortIsPhysical | JackPortIsInput);
        if (speakers == nullptr) return;  // others may connect us
        for (int i = 0; i < 2 && speakers[i] != nullptr; i++)
            jack_.connect(client_, jack_.port_name(ports_[i]), speakers[i]);
        jack_.free(speakers);
    }

    void process(jack_nframes_t frames) noexcept {
        auto* left = static_cast<float*>(jack_.port_get_buffer(ports_[0], frames));
        auto* right = static_cast<float*>(jack_.port_get_buffer(ports_[1], frames));
        if (left == nullptr || right == nullptr) return;
        player_->render(left, right, static_cast<int32_t>(frames), begin_of_cycle(frames), latency_);
    }

    int64_t begin_of_cycle(jack_nframes_t frames) noexcept {
        const int64_t at = now();
        const auto length = static_cast<int64_t>(frames * 1e9 / rate_);
        jack_nframes_t first;
        jack_time_t begin, end;
        float period;
        if (jack_.get_cycle_times(client_, &first, &begin, &end, &period) != 0) return at;
        const int64_t offset = at - static_cast<int64_t>(jack_.get_time()) * 1000;
        if (std::abs(offset - offset_) > kClockNoise) offset_ = offset;
        // The server's estimate may be off for a while after an overrun; the cycle cannot be older than a period.
        return std::clamp(static_cast<int64_t>(begin) * 1000 + offset_, at - length, at);
    }

    const JackApi& jack_;
    jack_client_t* client_ = nullptr;
    jack_port_t* ports_[2] = {};
    Player* player_ = nullptr;
    double rate_ = 48000;
    int32_t block_ = 0;
    int64_t offset_ = 0;
    std::atomic<int32_t> latency_{0};
};

}  // namespace

std::unique_ptr<Device> open_jack(const DeviceWish& wish) {
    try {
        return std::make_unique<JackDevice>(wish);
    } catch (const Refused& refused) {  // libjack is missing
        throw Refusal(refused.what());
    }
}

}  // namespace roadcase
