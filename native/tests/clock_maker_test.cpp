// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock_maker.h"

#include <cstdlib>
#include <vector>

#include "check.h"

using roadcase::BeatLine;
using roadcase::ClockMaker;

namespace {

constexpr int64_t kMs = 1'000'000;

/// A clock and what it said, looked at every 5 ms, 30 ms ahead, as its thread does.
struct Run {
    ClockMaker maker;
    BeatLine line{120, 0, 0, 4};
    int64_t time = 0;
    std::vector<ClockMaker::Out> said;

    void until(int64_t end) {
        for (; time < end; time += 5 * kMs) look();
    }
    void look() {
        maker.make(line, time, time + 30 * kMs, [this](const ClockMaker::Out& out) { said.push_back(out); });
    }
    void stop() {
        maker.stop(time, [this](const ClockMaker::Out& out) { said.push_back(out); });
    }
    size_t count(int32_t packed) const {
        size_t all = 0;
        for (const auto& out : said) all += out.packed == packed ? 1 : 0;
        return all;
    }
    size_t find(int32_t packed, size_t from = 0) const {
        while (from < said.size() && said[from].packed != packed) from++;
        CHECK(from < said.size());
        return from;
    }
};

void ticks_are_where_the_beat_is() {
    Run run;
    run.until(10'000 * kMs);
    // 120 a minute: 48 ticks a second, to 30 ms after the last look.
    CHECK(run.said.size() == 482);
    for (size_t i = 0; i < run.said.size(); i++) {
        const int64_t expected = static_cast<int64_t>(static_cast<double>(i) * 60e9 / 120 / 24);
        CHECK(run.said[i].packed == ClockMaker::kTick);
        CHECK(std::abs(run.said[i].time - expected) < 1000);
    }
    CHECK(run.maker.replaced() == 0);
}

void a_start_waits_for_the_bar_and_comes_before_its_tick() {
    Run run;
    run.until(300 * kMs);
    run.maker.start();
    CHECK(run.maker.waiting());
    run.until(2'500 * kMs);
    const size_t start = run.find(ClockMaker::kStart);
    CHECK(std::abs(run.said[start].time - 2'000 * kMs) < 1000);
    CHECK(run.said[start + 1].packed == ClockMaker::kTick && run.said[start + 1].time == run.said[start].time);
    CHECK(run.maker.playing() && run.count(ClockMaker::kStart) == 1);
}

void a_stop_keeps_the_place_and_continue_goes_on() {
    Run run;
    run.maker.start();
    run.until(1'000 * kMs);
    run.stop();
    const int32_t place = run.maker.sixteenths();
    CHECK(place == 8 || place == 7);
    run.until(1'500 * kMs);
    CHECK(run.maker.sixteenths() == place);
    run.maker.resume();
    run.until(2'200 * kMs);
    CHECK(run.count(ClockMaker::kContinue) == 1 && run.count(ClockMaker::kStart) == 1);
    run.stop();
    run.stop();
    CHECK(run.count(ClockMaker::kStop) == 2);
}

void a_change_of_tempo_is_followed_without_a_stop() {
    Run run;
    run.maker.start();
    run.until(1'000 * kMs);
    run.line = {180, run.line.beat_at(run.time), run.time, 4};
    const size_t before = run.said.size();
    run.until(2'000 * kMs);
    CHECK(run.count(ClockMaker::kStop) == 0 && run.maker.replaced() == 0);
    // 3 beats in this second, less what was looked ahead at the old tempo.
    CHECK(run.said.size() - before >= 70 && run.said.size() - before <= 74);
    int64_t last = 0;
    for (const auto& out : run.said) {
        CHECK(out.time >= last);
        last = out.time;
    }
}

void a_jump_places_the_gear_anew_in_phase() {
    Run run;
    run.maker.start();
    run.until(5'000 * kMs);
    // Somebody else's bar: ours is one and a quarter beats off.
    run.line = {120, run.line.beat_at(run.time) + 1.25, run.time, 4};
    run.until(6'000 * kMs);
    CHECK(run.maker.replaced() == 1);
    const size_t stop = run.find(ClockMaker::kStop);
    const size_t again = run.find(ClockMaker::kContinue, stop);
    CHECK((run.said[again - 1].packed & 0xFF) == ClockMaker::kPosition);
    const int32_t packed = run.said[again - 1].packed;
    const int32_t sixteenths = ((packed >> 8) & 0x7F) | ((packed >> 16) & 0x7F) << 7;
    const double beat = run.line.beat_at(run.said[again].time);
    const double in_bar = beat - 4 * static_cast<double>(static_cast<int64_t>(beat / 4));
    CHECK(std::abs(in_bar * 4 - sixteenths % 16) < 0.01);
    CHECK(std::abs(sixteenths - beat * 4) <= 16);
}

void a_thread_that_comes_seconds_late_sends_no_burst() {
    Run run;
    run.maker.start();
    run.until(1'000 * kMs);
    run.time = 6'000 * kMs;
    const size_t before = run.said.size();
    run.look();
    CHECK(run.said.size() - before < 8);
    CHECK(run.maker.replaced() == 1);
}

void a_place_is_told_while_it_plays() {
    Run run;
    run.maker.start();
    run.until(1'000 * kMs);
    run.maker.place(200, run.time, [&](const ClockMaker::Out& out) { run.said.push_back(out); });
    CHECK(run.said.back().packed == (0xF2 | (200 & 0x7F) << 8 | 1 << 16));
    run.until(2'100 * kMs);
    CHECK(run.maker.playing() && run.count(ClockMaker::kContinue) == 1);
    CHECK(run.maker.sixteenths() >= 200 && run.maker.sixteenths() < 203);
}

int32_t sixteenths_of(int32_t packed) { return ((packed >> 8) & 0x7F) | ((packed >> 16) & 0x7F) << 7; }

void who_joins_is_placed_where_the_line_is() {
    Run run;
    run.until(5'100 * kMs);
    run.maker.join();
    run.until(5'400 * kMs);
    const size_t begin = run.find(ClockMaker::kContinue);
    CHECK(run.count(ClockMaker::kStart) == 0);
    // What was made when it looked last, to 5125 ms, is gone; the next sixteenth is that of beat 10.25.
    CHECK((run.said[begin - 1].packed & 0xFF) == ClockMaker::kPosition);
    CHECK(sixteenths_of(run.said[begin - 1].packed) == 41);
    CHECK(std::abs(run.said[begin].time - 5'125 * kMs) < 1000);
    CHECK(run.said[begin + 1].packed == ClockMaker::kTick && run.maker.playing());
}

void who_joins_before_the_first_beat_starts_with_it() {
    Run run;
    run.line.beat = -1;
    run.maker.join();
    run.until(1'000 * kMs);
    const size_t begin = run.find(ClockMaker::kStart);
    CHECK(run.count(ClockMaker::kContinue) == 0 && run.count(ClockMaker::kPosition) == 0);
    CHECK(std::abs(run.said[begin].time - 500 * kMs) < 1000);
}

void a_start_after_a_join_waits_for_its_bar() {
    Run run;
    run.until(300 * kMs);
    run.maker.join();
    run.until(700 * kMs);
    run.stop();
    run.maker.start();
    run.until(2'100 * kMs);
    CHECK(std::abs(run.said[run.find(ClockMaker::kStart)].time - 2'000 * kMs) < 1000);
}

}  // namespace

int main() {
    ticks_are_where_the_beat_is();
    a_start_waits_for_the_bar_and_comes_before_its_tick();
    a_stop_keeps_the_place_and_continue_goes_on();
    a_change_of_tempo_is_followed_without_a_stop();
    a_jump_places_the_gear_anew_in_phase();
    a_thread_that_comes_seconds_late_sends_no_burst();
    a_place_is_told_while_it_plays();
    who_joins_is_placed_where_the_line_is();
    who_joins_before_the_first_beat_starts_with_it();
    a_start_after_a_join_waits_for_its_bar();
    return 0;
}
