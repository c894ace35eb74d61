// SPDX-License-Identifier: GPL-3.0-or-later
//
// Real plugins through the engine: those of fixtures/, and zam-plugins where they are installed.
#include <signal.h>

#include <algorithm>
#include <cmath>

#include "engine_under_test.h"

namespace {

std::string fixtures;
constexpr int32_t kRate = 48000;
constexpr int32_t kNoteOn = 0x90 | 69 << 8 | 100 << 16;
constexpr int32_t kNoteOff = 0x80 | 69 << 8;

std::string fixture(const char* name) { return fixtures + "/fixture-" + name + ".vst3"; }

std::vector<float> render(rc_engine* engine, int32_t frames) {
    std::vector<float> all(static_cast<size_t>(frames) * 2);
    CHECK(rc_engine_render(engine, all.data(), frames, error, sizeof error) == 0);
    return all;
}

void offline(rc_engine* engine, int32_t block) {
    CHECK(rc_engine_device(engine, "offline", "", kRate, block, error, sizeof error) == 0);
}

/// Moves the parameter called Amount; others that a framework adds come before it.
void turn(rc_engine* engine, int32_t slot, int32_t position, float value) {
    char text[8192];
    CHECK(rc_slot_parameters(engine, slot, position, text, sizeof text, error, sizeof error) > 0);
    CHECK(std::string(text + std::strlen(text) + 1) == "Amount");
    CHECK(rc_slot_parameter(engine, slot, position, 0, std::atoi(text), value) == 1);
}

/// The first frame at which the left channel is not silent, -1 for none.
int32_t first_sound(const std::vector<float>& all) {
    for (size_t i = 0; i < all.size(); i += 2)
        if (std::fabs(all[i]) > 1e-6f) return static_cast<int32_t>(i / 2);
    return -1;
}

float greatest(const std::vector<float>& all) {
    float most = 0;
    for (const float x : all) most = std::max(most, std::fabs(x));
    return most;
}

void a_note_begins_and_ends_at_its_frame() {
    Engine engine;
    offline(engine, 64);
    load(engine, 1, 0, fixture("sine"));
    render(engine, 4800);  // it fades in
    CHECK(rc_slot_midi(engine, 1, int64_t{5000} * 1'000'000'000 / kRate, kNoteOn) == 1);
    CHECK(rc_slot_midi(engine, 1, int64_t{7777} * 1'000'000'000 / kRate, kNoteOff) == 1);
    const auto all = render(engine, 4800);
    CHECK(first_sound(all) == 200);
    const size_t end = 7777 - 4800;
    CHECK(all[2 * (end - 1)] != 0 && all[2 * end] == 0);
    // 440 Hz, and a quarter of a turn ahead, so that it begins at its greatest.
    for (size_t i = 0; i < 2000; i++) {
        const double expected = 0.5 * std::cos(2 * 3.14159265358979 * 440 * static_cast<double>(i) / kRate);
        CHECK(std::fabs(static_cast<double>(all[2 * (200 + i)]) - expected) < 1e-3);
    }
}

void slots_stay_in_step_when_one_is_late() {
    Engine engine;
    offline(engine, 128);
    load(engine, 1, 0, fixture("sine"));
    load(engine, 2, 0, fixture("sine"));
    load(engine, 2, 1, fixture("delay"));
    render(engine, 9600);
    CHECK(status(engine).compensation == 480);
    const int64_t at = int64_t{10000} * 1'000'000'000 / kRate;
    rc_slot_midi(engine, 1, at, kNoteOn);
    rc_slot_midi(engine, 2, at, kNoteOn);
    const auto all = render(engine, 4800);
    // Both begin together, 480 frames later, twice as loud as one.
    CHECK(first_sound(all) == 400 + 480);
    CHECK(std::fabs(all[2 * 880] - 1) < 0.08f);
    char text[4096];
    CHECK(rc_slot_remove(engine, 2, 1, error, sizeof error) == 0);
    CHECK(soon([&] {
        render(engine, 128);
        return status(engine).compensation == 0;
    }));
    CHECK(rc_slot_contents(engine, 2, 1, text, sizeof text) == 0);
}

void an_insert_that_is_replaced_is_not_heard_to_be() {
    Engine engine;
    offline(engine, 64);
    load(engine, 1, 0, fixture("sine"));
    load(engine, 1, 1, fixture("gain"));
    render(engine, 4800);
    rc_slot_midi(engine, 1, 0, kNoteOn);
    render(engine, 4800);
    turn(engine, 1, 1, 1);
    render(engine, 4800);
    load(engine, 1, 1, fixture("gain"));  // half as loud again, for so it begins
    const auto all = render(engine, 9600);
    // A sine of 440 Hz moves by 0.029 a frame at most; whatever clicks moves by more.
    float step = 0;
    for (size_t i = 2; i < all.size(); i += 2) step = std::max(step, std::fabs(all[i] - all[i - 2]));
    CHECK(step < 0.031f);
    CHECK(greatest({all.end() - 960, all.end()}) > 0.24f && greatest({all.end() - 960, all.end()}) < 0.26f);
}

void parameters_are_those_that_a_player_may_turn() {
    Engine engine;
    load(engine, 1, 0, fixture("sine"));
    char text[8192];
    const int32_t length = rc_slot_parameters(engine, 1, 0, text, sizeof text, error, sizeof error);
    CHECK(length > 0 && length < 100);
    CHECK(std::string(text + std::strlen(text) + 1) == "Amount");
}

void a_state_comes_back() {
    Engine engine;
    offline(engine, 64);
    load(engine, 1, 1, fixture("gain"));
    turn(engine, 1, 1, 0.75f);
    render(engine, 256);
    std::vector<uint8_t> state(1 << 20);
    const auto room = static_cast<int32_t>(state.size());
    const int32_t length = rc_slot_state(engine, 1, 1, state.data(), room, error, sizeof error);
    CHECK(length > 0);
    CHECK(rc_slot_load(engine, 2, 1, fixture("gain").c_str(), state.data(), length, error, sizeof error) > 0);
    news(engine, RC_NEWS_LOADED);
    char text[4096];
    CHECK(rc_slot_parameters(engine, 2, 1, text, sizeof text, error, sizeof error) > 0);
    CHECK(std::string(text, 80).find("0.75") != std::string::npos);
}

void no_number_is_silenced_and_named_and_the_rest_plays_on() {
    Engine engine;
    offline(engine, 64);
    load(engine, 1, 0, fixture("sine"));
    load(engine, 2, 0, fixture("sine"));
    load(engine, 2, 1, fixture("spoiler"));
    rc_slot_midi(engine, 1, 0, kNoteOn);
    rc_slot_midi(engine, 2, 0, kNoteOn);
    render(engine, 4800);
    turn(engine, 2, 1, 1);
    const auto all = render(engine, 4800);
    for (const float x : all) CHECK(std::isfinite(x));
    const News silenced = news(engine, RC_NEWS_SILENCED);
    CHECK(silenced.head.slot == 2 && silenced.head.position == 1);
    CHECK(silenced.text.find("fixture-spoiler") != std::string::npos);
    CHECK(status(engine).not_a_number > 0);
    CHECK(greatest({all.end() - 960, all.end()}) > 0.4f);
    turn(engine, 2, 1, 0);
    render(engine, 60000);
    CHECK(greatest(render(engine, 4800)) > 0.85f);
}

void what_cannot_be_loaded_is_said_and_costs_nothing() {
    Engine engine;
    load(engine, 1, 0, "roadcase:poly");
    const uint64_t before = status(engine).restarts;
    const auto refusal = [&](const std::string& path) {
        CHECK(rc_slot_load(engine, 1, 1, path.c_str(), nullptr, 0, error, sizeof error) > 0);
        return news(engine, RC_NEWS_FAILED, milliseconds(30'000)).text;
    };
    CHECK(refusal("/etc/passwd").find("no plugin") != std::string::npos);
    CHECK(refusal("/no/such/thing.vst3").find("no plugin") != std::string::npos);
    CHECK(refusal(fixture("stillborn")).find("crashed") != std::string::npos);
    CHECK(status(engine).restarts == before);
}

void a_crash_in_a_block_is_blamed_and_three_are_enough() {
    Engine engine;
    load(engine, 1, 0, "roadcase:poly");
    load(engine, 2, 1, fixture("crasher"));
    turn(engine, 2, 1, 1);
    for (int time = 1; time <= 3; time++) {
        const int64_t begun = now();
        const News blamed = news(engine, RC_NEWS_BLAMED);
        CHECK(blamed.head.slot == 2 && blamed.head.position == 1 && blamed.head.number == time);
        CHECK(blamed.text == "fixture-crasher");
        // Poly returns; so does the crasher with its parameter, and dies of it at once.
        CHECK(soon([&] { return status(engine).restarts == static_cast<uint64_t>(time); }));
        std::printf("crash %d was known after %.0f ms\n", time, static_cast<double>(now() - begun) / 1e6);
    }
    CHECK(news(engine, RC_NEWS_LEFT_OUT).text == "fixture-crasher");
    CHECK(soon([&] { return status(engine).engine == RC_ENGINE_RUNNING; }));
    CHECK(news(engine, RC_NEWS_LOADED).text == "Poly");
    rc_slot_midi(engine, 1, 0, kNoteOn);
    CHECK(soon([&] { return peak(engine, 1) > 0.01f; }));
    char text[4096];
    CHECK(rc_slot_contents(engine, 2, 1, text, sizeof text) > 0);
    CHECK(std::string(text, sizeof text).find("left out") != std::string::npos);
}

void one_that_hangs_is_blamed_too() {
    Engine engine;
    load(engine, 3, 1, fixture("hanger"));
    turn(engine, 3, 1, 1);
    const News blamed = news(engine, RC_NEWS_BLAMED, milliseconds(15'000));
    CHECK(blamed.head.slot == 3 && blamed.text == "fixture-hanger");
    CHECK(rc_slot_remove(engine, 3, 1, error, sizeof error) == 0);
    CHECK(soon([&] { return status(engine).engine == RC_ENGINE_RUNNING; }));
}

void a_slow_one_holds_nobody_up() {
    Engine engine;
    load(engine, 1, 0, "roadcase:poly");
    rc_slot_midi(engine, 1, 0, kNoteOn);
    CHECK(soon([&] { return peak(engine, 1) > 0.01f; }));
    const uint64_t xruns = status(engine).xruns;
    CHECK(rc_slot_load(engine, 1, 1, fixture("slow").c_str(), nullptr, 0, error, sizeof error) > 0);
    const int64_t until = now() + milliseconds(1500);
    uint64_t blocks = status(engine).blocks;
    while (now() < until) {
        CHECK(soon([&] { return status(engine).blocks > blocks; }, milliseconds(500)));
        blocks = status(engine).blocks;
        CHECK(peak(engine, 1) > 0.001f);
    }
    CHECK(news(engine, RC_NEWS_LOADED, milliseconds(30'000)).text == "fixture-slow");
    std::printf("xruns while it loaded: %d\n", static_cast<int>(status(engine).xruns - xruns));
}

void a_scan_finds_what_is_there_and_names_what_is_not() {
    Engine engine;
    std::string folders = fixtures + '\0';
    const int64_t begun = now();
    CHECK(rc_engine_scan(engine, folders.c_str(), 0, error, sizeof error) == 0);
    CHECK(news(engine, RC_NEWS_SCANNING, milliseconds(5'000)).head.value >= 9);
    const News done = news(engine, RC_NEWS_SCANNED, milliseconds(90'000));
    std::printf("scan: %d known, %.0f bad, %.1f s\n", done.head.number, done.head.value,
                static_cast<double>(now() - begun) / 1e9);
    CHECK(done.head.number == 8 && done.head.value == 2);
    char text[16384];
    CHECK(rc_engine_plugins(engine, "sleeper", text, sizeof text, error, sizeof error) > 0);
    CHECK(std::string(text, 400).find("it hung") != std::string::npos);
    load(engine, 1, 0, "fixture-SINE");
    load(engine, 1, 1, "Fixture-ga");
    CHECK(rc_slot_load(engine, 1, 2, "fixture", nullptr, 0, error, sizeof error) > 0);
    CHECK(news(engine, RC_NEWS_FAILED).text.find("may be") != std::string::npos);
    // Known by date and size: nothing is started.
    const int64_t again = now();
    CHECK(rc_engine_scan(engine, folders.c_str(), 0, error, sizeof error) == 0);
    CHECK(news(engine, RC_NEWS_SCANNED).head.number == 8);
    CHECK(now() - again < milliseconds(1000));
}

void zam_plugins_play() {
    if (access("/usr/lib/vst3/ZamDelay.vst3", R_OK) != 0) return;
    Engine engine;
    offline(engine, 256);
    load(engine, 1, 0, fixture("sine"));
    load(engine, 1, 1, "/usr/lib/vst3/ZamComp.vst3");  // has a sidechain
    load(engine, 1, 2, "/usr/lib/vst3/ZamDelay.vst3");
    load(engine, 0, 1, "/usr/lib/vst3/ZamEQ2.vst3");
    render(engine, 4800);
    rc_slot_midi(engine, 1, 0, kNoteOn);
    CHECK(greatest(render(engine, 24000)) > 0.05f);
    rc_slot_midi(engine, 1, 0, kNoteOff);
    render(engine, 4800);
    CHECK(greatest(render(engine, 24000)) > 0.001f);  // the echo
}

}  // namespace

int main(int, char** words) {
    program = words[1];
    fixtures = words[2];
    folder = "/tmp/roadcase-plugins-test." + std::to_string(getpid());
    a_note_begins_and_ends_at_its_frame();
    slots_stay_in_step_when_one_is_late();
    an_insert_that_is_replaced_is_not_heard_to_be();
    parameters_are_those_that_a_player_may_turn();
    a_state_comes_back();
    no_number_is_silenced_and_named_and_the_rest_plays_on();
    what_cannot_be_loaded_is_said_and_costs_nothing();
    a_crash_in_a_block_is_blamed_and_three_are_enough();
    one_that_hangs_is_blamed_too();
    a_slow_one_holds_nobody_up();
    a_scan_finds_what_is_there_and_names_what_is_not();
    zam_plugins_play();
    if (std::system(("rm -r " + folder).c_str()) != 0) return 1;
    return 0;
}
