// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rack alone: time is what the test says, processors are the test's own, and the trap is set in every render.
#include "rack.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

#include "audio_trap.h"
#include "check.h"
#include "moves.h"
#include "poly.h"

using namespace roadcase;

namespace {

constexpr double kRate = 48000;
constexpr int32_t kBlock = 64;

/// As loud as its parameter while a note is held; counts what it was asked.
class Level final : public Processor {
  public:
    const std::string& name() const override { return name_; }
    void prepare(double, int32_t) override {}
    void process(float* left, float* right, int32_t frames, const Event* events, int32_t count,
                 const Moment&) noexcept override {
        int32_t next = 0;
        for (int32_t i = 0; i < frames; i++) {
            for (; next < count && events[next].frame <= i; next++) {
                const int kind = events[next].bytes[0] & 0xF0;
                if (kind == 0x90) held++;
                if (kind == 0x80) held--;
                if (kind == 0xF0) exclusive += events[next].length;
                messages++;
            }
            left[i] = right[i] = held > 0 ? level : 0;
        }
        blocks++;
    }
    void parameter(int32_t, float value) noexcept override { level = value; }

    float level = 0.5f;
    int held = 0, messages = 0, blocks = 0;
    uint32_t exclusive = 0;

  private:
    std::string name_ = "Level";
};

/// Late by so many frames; or spoils what goes through.
class Late final : public Processor {
  public:
    explicit Late(int32_t frames) : frames_(frames), line_(static_cast<size_t>(std::max(1, frames))) {}
    const std::string& name() const override { return name_; }
    void prepare(double, int32_t) override {}
    void process(float* left, float* right, int32_t frames, const Event*, int32_t, const Moment&) noexcept override {
        for (int32_t i = 0; i < frames && frames_ > 0; i++) {
            std::swap(line_[at_], left[i]);
            right[i] = left[i];
            at_ = (at_ + 1) % line_.size();
        }
        for (int32_t i = 0; i < frames; i++) {
            left[i] *= factor;
            right[i] *= factor;
        }
    }
    void parameter(int32_t, float) noexcept override {}
    int32_t latency() const noexcept override { return frames_; }
    float factor = 1;

  private:
    std::string name_ = "Late";
    int32_t frames_;
    std::vector<float> line_;
    size_t at_ = 0;
};

struct Bench {
    std::unique_ptr<Shared> shared{new Shared()};
    Rack rack{*shared};
    int64_t frame = 0;
    int64_t lead = 0;

    Bench() {
        shared->magic = kSharedMagic;
        rack.prepare(kRate, kBlock);
        rack.take_kept_levels();
        play(2400);  // fades in
    }

    int64_t time_of(int64_t at) const { return static_cast<int64_t>(static_cast<double>(at) * 1e9 / kRate); }

    /// The left channel, with the trap set.
    std::vector<float> play(int32_t frames, int32_t block = kBlock) {
        std::vector<float> left(static_cast<size_t>(frames)), right(left);
        for (int32_t done = 0; done < frames; done += block) {
            const int32_t part = std::min(block, frames - done);
            const int64_t time = time_of(frame);
            {
                const AudioTrap trap;
                rack.render(left.data() + done, right.data() + done, part, time, lead, 0, false);
            }
            frame += part;
        }
        return left;
    }

    void move(Move::Kind kind, int32_t slot, int64_t time, uint32_t number, float value = 0, int32_t position = 0) {
        CHECK(push(shared->ring, {time, kind, static_cast<uint8_t>(slot), static_cast<uint8_t>(position), 0, number,
                                  value, 0}));
    }
    void note(int32_t slot, int64_t time, bool on = true, uint32_t which = 60) {
        move(Move::kMidi, slot, time, (on ? 0x90u : 0x80u) | which << 8 | 100 << 16);
    }
    template <typename P>
    void put(int32_t slot, int32_t position, P& processor) {
        CHECK(rack.install(slot, position, &processor, processor.latency()));
    }
    Processor* retired() {
        Told told;
        while (rack.told().pop(told))
            if (told.kind == Told::kRetired) return told.processor;
        return nullptr;
    }
};

float biggest_step(const std::vector<float>& all) {
    float most = 0;
    for (size_t i = 1; i < all.size(); i++) most = std::max(most, std::fabs(all[i] - all[i - 1]));
    return most;
}

void messages_sound_at_their_frame_one_lead_later() {
    Bench bench;
    Level level;
    bench.put(1, 0, level);
    bench.play(2400);
    bench.lead = bench.time_of(kBlock);
    const int64_t now = bench.frame;
    bench.note(1, bench.time_of(now - 30));
    bench.note(1, bench.time_of(now + 200), false);
    const auto all = bench.play(640);
    CHECK(all[33] == 0 && all[34] == 0.5f && all[200 + 63] == 0.5f && all[200 + 64] == 0);
    CHECK(bench.shared->status.late == 0);
    bench.note(1, bench.time_of(now - 3000));  // late: at once, and counted
    CHECK(bench.play(64)[0] == 0.5f && bench.shared->status.late == 1);
}

void levels_move_without_a_step() {
    Bench bench;
    Level level;
    bench.put(1, 0, level);
    bench.play(2400);
    bench.note(1, 0);
    bench.play(64);
    bench.move(Move::kGain, 1, 0, 0, 1.8f);
    bench.move(Move::kMute, 0, 0, 1);
    CHECK(biggest_step(bench.play(960)) < 0.005f);
    bench.move(Move::kMute, 0, 0, 0);
    const auto back = bench.play(960);
    CHECK(biggest_step(back) < 0.005f && back.back() == 0.9f);
    for (int i = 0; i < 50; i++) {  // a fader that is torn to and fro
        bench.move(Move::kGain, 1, 0, 0, i % 2 == 0 ? 0 : 1.8f);
        CHECK(biggest_step(bench.play(64)) < 0.005f);
    }
}

void mute_wins_over_solo_and_the_muted_render_on() {
    Bench bench;
    Level levels[3];
    for (int i = 0; i < 3; i++) {
        levels[i].level = 0.1f * static_cast<float>(1 << i);
        bench.put(i + 1, 0, levels[i]);
    }
    bench.play(2400);
    for (int i = 1; i <= 3; i++) bench.note(i, 0);
    const auto settled = [&] { return std::lround(bench.play(960).back() * 10); };
    CHECK(settled() == 7);
    bench.move(Move::kSolo, 1, 0, 1);
    bench.move(Move::kSolo, 2, 0, 1);
    CHECK(settled() == 3);
    bench.move(Move::kMute, 2, 0, 1);
    CHECK(settled() == 1);
    bench.move(Move::kMute, 1, 0, 1);
    const int before = levels[0].blocks;
    CHECK(settled() == 0 && levels[0].blocks > before);
    bench.move(Move::kSolo, 1, 0, 0);
    bench.move(Move::kSolo, 2, 0, 0);
    CHECK(settled() == 4);
}

void late_slots_make_the_others_wait() {
    Bench bench;
    Level one, two;
    Late late(1000);
    bench.put(1, 0, one);
    bench.put(2, 0, two);
    bench.put(2, 3, late);
    bench.play(4800);
    CHECK(bench.shared->status.compensation == 1000);
    one.level = two.level = 0.25f;
    bench.note(1, bench.time_of(bench.frame));
    bench.note(2, bench.time_of(bench.frame));
    const auto all = bench.play(1280);
    CHECK(all[999] == 0 && all[1000] == 0.5f);
    CHECK(bench.rack.install(2, 3, nullptr, 0));
    CHECK(biggest_step(bench.play(4800)) < 0.01f);
    CHECK(bench.shared->status.compensation == 0);
}

void what_is_replaced_has_its_notes_ended_and_rings_out() {
    Bench bench;
    Level old, fresh;
    bench.put(1, 0, old);
    bench.play(2400);
    bench.note(1, 0);
    bench.note(1, 0, true, 64);
    bench.play(640);
    CHECK(old.held == 2);
    bench.put(1, 0, fresh);
    bench.note(1, 0, true, 67);
    const auto all = bench.play(2400);
    CHECK(old.held == 0 && fresh.held == 1 && all.back() == 0.5f);
    CHECK(bench.retired() == nullptr);
    bench.play(static_cast<int32_t>(kRate) * 2);
    CHECK(bench.retired() == &old);
    const int before = old.blocks;
    bench.play(640);
    CHECK(old.blocks == before);
}

void what_is_no_number_is_silenced_until_it_is_well() {
    Bench bench;
    Level good, bad;
    Late spoiler(0);
    bench.put(1, 0, good);
    bench.put(2, 0, bad);
    bench.put(2, 1, spoiler);
    bench.play(2400);
    bench.note(1, 0);
    bench.note(2, 0);
    CHECK(bench.play(64).back() > 0.9f);
    for (const float evil : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 1e6f}) {
        spoiler.factor = evil;
        for (const float x : bench.play(960)) CHECK(x == 0.5f);
        Told told;
        CHECK(bench.rack.told().pop(told) && told.kind == Told::kSilenced && told.processor == &spoiler);
        CHECK(told.slot == 2 && told.position == 1 && !bench.rack.told().pop(told));
        spoiler.factor = 1;
        bench.play(24000);
        CHECK(bench.play(64).back() == 0.5f);
        bench.play(48000);
        CHECK(bench.play(64).back() > 0.9f);
    }
}

void the_clip_keeps_within_full_scale_and_leaves_the_rest() {
    Bench bench;
    Level level;
    bench.put(1, 0, level);
    bench.play(2400);
    bench.note(1, 0);
    level.level = 0.9f;
    CHECK(bench.play(64).back() == 0.9f && bench.shared->status.clipped == 0);
    level.level = 50;
    const float loud = bench.play(64).back();
    CHECK(loud > 0.95f && loud <= 1 && bench.shared->status.clipped == 64);
}

void meters_say_peak_and_rms() {
    Bench bench;
    Level level;
    bench.put(3, 0, level);
    bench.play(2400);
    bench.note(3, 0);
    bench.play(960);
    const auto newest = [&](size_t place) -> const MeterWindow& {
        return bench.shared->meters[place].windows[(bench.shared->meters[place].written - 1) % kWindows];
    };
    for (const size_t place : {size_t{0}, size_t{3}}) {
        CHECK(newest(place).peak[0] == 0.5f && std::fabs(newest(place).square[1] - 0.25f) < 1e-6f);
        CHECK(newest(place).frames >= 240);
    }
    CHECK(newest(1).peak[0] == 0);
}

void a_flood_and_a_spoilt_ring_do_no_harm() {
    Bench bench;
    Level level;
    bench.put(1, 0, level);
    bench.play(2400);
    for (int i = 0; i < 1000; i++) bench.move(Move::kParameter, 1, 0, 0, 0.001f * static_cast<float>(i));
    bench.play(64);
    CHECK(level.level == 0.001f * 999);
    // More in one block than a list can take: the rest a block later, none lost, in order.
    for (uint32_t i = 0; i < 5000; i++) bench.note(1, 0, i % 2 == 0);
    bench.play(640);
    CHECK(level.messages == 5000 && level.held == 0 && bench.shared->status.dropped == 0);
    std::vector<uint8_t> dump(RC_SLOT_MAX_MESSAGE, 1);
    dump.front() = 0xF0;
    for (int i = 0; i < 100; i++)
        CHECK(push(bench.shared->ring, {0, Move::kMidiLong, 1, 0, 0, RC_SLOT_MAX_MESSAGE, 0, 0}, dump.data(),
                   RC_SLOT_MAX_MESSAGE));
    bench.play(640);
    CHECK(level.exclusive == 64 * RC_SLOT_MAX_MESSAGE && bench.shared->status.dropped == 36);
    // A client that died in the middle of writing, or worse.
    uint32_t random = 12345;
    for (int round = 0; round < 200; round++) {
        for (auto& byte : bench.shared->ring.bytes) {
            random = random * 1664525 + 1013904223;
            byte = static_cast<std::byte>(random >> 24);
        }
        bench.shared->ring.tail = bench.shared->ring.head + (random % kRingBytes);
        if (round % 3 == 0) bench.shared->ring.tail = uint64_t{random} * random;
        for (const float x : bench.play(128)) CHECK(std::isfinite(x));
    }
    bench.shared->ring.tail = bench.shared->ring.head.load();
    bench.note(1, 0);
    bench.play(64);
}

void blocks_of_any_size_are_taken_in_parts() {
    Bench bench;
    Level level;
    bench.put(1, 0, level);
    bench.play(2400);
    bench.note(1, bench.time_of(bench.frame + 1000));
    const auto all = bench.play(4096, 4096);
    CHECK(all[999] == 0 && all[1000] == 0.5f);
}

void inserts_change_places() {
    Bench bench;
    Level level;
    Late one(0), two(0);
    one.factor = 0.5f;
    two.factor = 0.5f;
    bench.put(1, 0, level);
    bench.put(1, 1, one);
    bench.put(1, 2, two);
    bench.play(2400);
    bench.note(1, 0);
    CHECK(bench.play(640).back() == 0.125f);
    // A hole in between is not heard.
    CHECK(bench.rack.order(1, {1, 3, 2, 4, 5, 6, 7, 8}));
    for (const float x : bench.play(640)) CHECK(x == 0.125f);
    // Turned round: a dip.
    CHECK(bench.rack.order(1, {3, 2, 1, 4, 5, 6, 7, 8}));
    const auto dip = bench.play(1920);
    CHECK(biggest_step(dip) < 0.001f && dip.back() == 0.125f);
}

/// Everything at once, with the trap set: what allocates or locks ends the test.
void nothing_allocates_or_locks_while_it_plays() {
    Bench bench;
    std::vector<std::unique_ptr<Poly>> all;
    uint32_t random = 1;
    const auto next = [&](uint32_t below) {
        random = random * 1664525 + 1013904223;
        return (random >> 8) % below;
    };
    std::vector<std::unique_ptr<Late>> effects;
    for (int round = 0; round < 3000; round++) {
        const auto slot = static_cast<int32_t>(1 + next(8));
        if (round % 25 == 0 && all.size() < 60) {
            all.push_back(std::make_unique<Poly>());
            all.back()->prepare(kRate, kBlock);
            bench.put(slot, 0, *all.back());
            effects.push_back(std::make_unique<Late>(static_cast<int32_t>(next(500))));
            bench.put(static_cast<int32_t>(next(9)), static_cast<int32_t>(1 + next(8)), *effects.back());
        }
        if (round % 60 == 59) CHECK(bench.rack.install(slot, static_cast<int32_t>(next(9)), nullptr, 0));
        if (round % 90 == 89) CHECK(bench.rack.order(slot, {8, 7, 6, 5, 4, 3, 2, 1}));
        if (round % 200 == 199) bench.shared->panics++;
        bench.note(slot, bench.time_of(bench.frame + next(200)), next(2) == 0, 40 + next(40));
        bench.move(Move::kParameter, slot, 0, next(10), static_cast<float>(next(100)) / 100);
        bench.move(Move::kGain, slot, 0, 0, static_cast<float>(next(100)) / 100);
        bench.move(Move::kMute, slot, 0, next(2));
        write(bench.shared->timeline, {100.0 + next(50), static_cast<double>(round), 0, 4, 1, 0});
        for (const float x : bench.play(static_cast<int32_t>(1 + next(200)))) CHECK(std::fabs(x) <= 1);
    }
    bench.rack.abandon();
}

/// One thread plays, one changes what is in the places, one moves and plays notes: for ThreadSanitizer above all.
void threads_may_change_everything_while_it_plays() {
    Bench bench;
    std::atomic<bool> over{false};
    std::vector<std::unique_ptr<Poly>> all(100);
    for (auto& poly : all) {
        poly = std::make_unique<Poly>();
        poly->prepare(kRate, kBlock);
    }
    std::thread control([&] {
        size_t used = 0;
        for (int32_t i = 0; !over; i++) {
            if (used < all.size() && bench.rack.install(1 + i % 8, 0, all[used].get(), i % 3 == 0 ? 64 : 0)) used++;
            bench.rack.parameter(1 + i % 8, 0, all[used / 2].get(), 3, 0.5f);
            bench.rack.fade(i % 5 != 0);
            if (i % 7 == 0) bench.rack.release();
            Told told;
            while (bench.rack.told().pop(told)) CHECK(told.processor != nullptr);
            std::this_thread::yield();
        }
    });
    std::thread conductor([&] {
        for (uint32_t i = 0; !over; i++) {
            const auto slot = static_cast<uint8_t>(1 + i % 8);
            push(bench.shared->ring, {0, Move::kMidi, slot, 0, 0, (i % 2 == 0 ? 0x640090u : 0x80u) | (40 + i % 30) << 8,
                                      0, 0});
            write(bench.shared->timeline, {120, static_cast<double>(i), 0, 4, 1, 0});
            if (i % 1000 == 0) bench.shared->panics++;
            std::this_thread::yield();
        }
    });
    for (int i = 0; i < 3000; i++)
        for (const float x : bench.play(kBlock)) CHECK(std::fabs(x) <= 1);
    over = true;
    control.join();
    conductor.join();
    bench.rack.abandon();
}

template <typename Action>
bool ends_the_process(Action&& action) {
    const pid_t child = fork();
    if (child == 0) {
        std::fclose(stderr);
        const AudioTrap trap;
        action();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

void the_trap_springs() {
    if (!AudioTrap::works()) return;
    int* volatile seen = nullptr;  // or the compiler leaves the allocation out
    CHECK(ends_the_process([&] { seen = new int; }));
    std::mutex mutex;
    CHECK(ends_the_process([&] { mutex.lock(); }));
    CHECK(!ends_the_process([&] { seen = nullptr; }));
}

}  // namespace

int main() {
    the_trap_springs();
    messages_sound_at_their_frame_one_lead_later();
    levels_move_without_a_step();
    mute_wins_over_solo_and_the_muted_render_on();
    late_slots_make_the_others_wait();
    what_is_replaced_has_its_notes_ended_and_rings_out();
    what_is_no_number_is_silenced_until_it_is_well();
    the_clip_keeps_within_full_scale_and_leaves_the_rest();
    meters_say_peak_and_rms();
    a_flood_and_a_spoilt_ring_do_no_harm();
    blocks_of_any_size_are_taken_in_parts();
    inserts_change_places();
    nothing_allocates_or_locks_while_it_plays();
    threads_may_change_everything_while_it_plays();
    return 0;
}
