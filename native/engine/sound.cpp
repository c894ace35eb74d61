// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "clock.h"

namespace roadcase {

namespace {

constexpr int64_t kRetry = milliseconds(500);
constexpr auto kFadeOut = std::chrono::milliseconds(40);
constexpr int kStillLooks = 10;  // at ten a second
constexpr int64_t kLoadTurn = milliseconds(500);

}  // namespace

Sound::Sound(Shared& shared, OpenOther open_other, PrepareAll prepare_all, TellNews tell)
    : shared_(shared), open_other_(std::move(open_other)), prepare_all_(std::move(prepare_all)),
      tell_(std::move(tell)), rack_(shared) {
    rack_.take_kept_levels();
    rack_.prepare(48000, 256);
}

Sound::~Sound() { stop_device(); }

std::unique_ptr<Device> Sound::open(const DeviceWish& wish) {
    if (wish.type == "none") return open_clock(wish);
    if (wish.type == "jack") return open_jack(wish);
    return open_other_(wish);
}

void Sound::device(const DeviceWish& wish, bool insist) {
    if (wish.block != 0 && (wish.block < 16 || wish.block > RC_ENGINE_MAX_FRAMES))
        throw Refusal("a block of " + std::to_string(wish.block) + " frames is none; 16 to " +
                      std::to_string(RC_ENGINE_MAX_FRAMES) + " are possible");
    if (wish.rate != 0 && (wish.rate < 8000 || wish.rate > 384000))
        throw Refusal("a rate of " + std::to_string(wish.rate) +
                      " frames a second is none; 8000 to 384000 are possible");
    std::lock_guard lock(mutex_);
    const DeviceWish before = wish_;
    const bool was_offline = offline_;
    // Two of our clients at one server, or two opens of one card, would disturb each other: the old one goes first.
    rack_.fade(false);
    if (device_) std::this_thread::sleep_for(kFadeOut);
    stop_device();
    rack_.release();
    try {
        if (wish.type == "offline") {
            wish_ = wish;
            offline_ = true;
            offline_frames_ = 0;
            healing_ = false;
            prepare(wish.rate > 0 ? wish.rate : 48000, wish.block > 0 ? wish.block : 256);
            rack_.fade(true);
            state(RC_DEVICE_SILENT, "offline");
            return;
        }
        offline_ = false;
        begin(open(wish), wish);
        healing_ = false;
    } catch (const Refusal& refusal) {
        if (insist) {
            healing_ = true;
            begin(open_clock({"none", "", wish.rate, wish.block}), wish);
            state(RC_DEVICE_LOST, refusal.what());
            return;
        }
        offline_ = was_offline;
        if (!was_offline) {
            try {
                begin(open(before), before);
            } catch (const Refusal&) {
                healing_ = true;
                begin(open_clock({"none", "", before.rate, before.block}), before);
            }
        }
        rack_.fade(true);
        throw;
    }
}

void Sound::begin(std::unique_ptr<Device> device, const DeviceWish& wish) {
    lost_ = false;
    prepare(device->rate(), device->block());
    rack_.fade(true);
    device->start(*this);
    device_ = std::move(device);
    wish_ = wish;
    shared_.status.latency = static_cast<uint32_t>(device_->latency());
    if (healing_) return;
    state(wish.type == "none" ? RC_DEVICE_SILENT : RC_DEVICE_PLAYING, device_->name());
}

void Sound::prepare(double rate, int32_t block) {
    shared_.status.block = static_cast<uint32_t>(block);
    if (rate == rack_.rate() && block == rack_.most()) return;
    prepare_all_(rate, block);
}

void Sound::stop_device() { device_.reset(); }

void Sound::look_after() {
    std::unique_lock lock(mutex_, std::try_to_lock);
    if (!lock.owns_lock() || offline_) return;
    if ((lost_.exchange(false) || stands_still()) && device_ != nullptr) {
        const std::string name = device_->name();
        looks_without_a_block_ = 0;
        stop_device();
        healing_ = true;
        shared_.status.device_losses.fetch_add(1);
        begin(open_clock({"none", "", static_cast<int32_t>(rack_.rate()), rack_.most()}), wish_);
        state(RC_DEVICE_LOST, name);
        next_try_ = now() + kRetry;
    }
    if (!healing_ || now() < next_try_) return;
    next_try_ = now() + kRetry;
    try {
        std::unique_ptr<Device> found = open(wish_);
        stop_device();
        healing_ = false;
        begin(std::move(found), wish_);
    } catch (const Refusal&) {
        // Not yet. Where it let itself be opened and then not started, the clock goes on in its place.
        healing_ = true;
        if (device_ == nullptr)
            begin(open_clock({"none", "", static_cast<int32_t>(rack_.rate()), rack_.most()}), wish_);
    }
}

/// Counted in looks: a process that was stopped as a whole has lost nothing.
bool Sound::stands_still() {
    const uint64_t blocks = shared_.status.blocks;
    const bool plugin_at_work = shared_.playing_place != 0;
    const bool moves = blocks != blocks_seen_ || plugin_at_work || device_ == nullptr || device_->tells_when_lost();
    looks_without_a_block_ = moves ? 0 : looks_without_a_block_ + 1;
    blocks_seen_ = blocks;
    return looks_without_a_block_ >= kStillLooks;
}

void Sound::state(uint32_t device, const std::string& text) {
    shared_.status.device = device;
    tell_({RC_NEWS_DEVICE, -1, -1, static_cast<int32_t>(device), 0, text});
}

void Sound::render(float* left, float* right, int32_t frames, int64_t time, int32_t latency) noexcept {
    const int64_t begun = now();
    const auto lead = static_cast<int64_t>(frames * 1e9 / rack_.rate());
    const auto heard = static_cast<int64_t>(latency * 1e9 / rack_.rate());
    rack_.render(left, right, frames, time, lead, heard, false);
    measure(begun, now(), frames);
}

void Sound::overrun() noexcept { shared_.status.xruns.fetch_add(1, std::memory_order_relaxed); }

void Sound::measure(int64_t begun, int64_t ended, int32_t frames) noexcept {
    StatusCell& status = shared_.status;
    const double length = frames * 1e9 / rack_.rate();
    const auto load = static_cast<float>(static_cast<double>(ended - begun) / length);
    const auto part = static_cast<float>(std::min(1.0, length / 5e8));
    const float before = status.load.load(std::memory_order_relaxed);
    status.load.store(before + (load - before) * part, std::memory_order_relaxed);
    if (ended - load_turn_ > kLoadTurn) {
        load_turn_ = ended;
        load_max_[1] = load_max_[0];
        load_max_[0] = 0;
    }
    load_max_[0] = std::max(load_max_[0], load);
    status.load_max.store(std::max(load_max_[0], load_max_[1]), std::memory_order_relaxed);
}

void Sound::render_offline(float* interleaved, int32_t frames) {
    std::lock_guard lock(mutex_);
    if (!offline_) throw Refusal("only the device 'offline' is rendered by hand");
    offline_left_.resize(static_cast<size_t>(frames));
    offline_right_.resize(static_cast<size_t>(frames));
    for (int32_t done = 0; done < frames;) {
        const int32_t part = std::min(rack_.most(), frames - done);
        const auto time = static_cast<int64_t>(static_cast<double>(offline_frames_) * 1e9 / rack_.rate());
        rack_.render(offline_left_.data() + done, offline_right_.data() + done, part, time, 0, 0, true);
        offline_frames_ += part;
        done += part;
    }
    for (size_t i = 0; i < static_cast<size_t>(frames); i++) {
        interleaved[2 * i] = offline_left_[i];
        interleaved[2 * i + 1] = offline_right_[i];
    }
}

void Sound::finish() {
    rack_.fade(false);
    std::this_thread::sleep_for(kFadeOut);
    std::lock_guard lock(mutex_);
    stop_device();
}

}  // namespace roadcase
