// SPDX-License-Identifier: GPL-3.0-or-later
//
// What plugins do that they should not, and what is taken for a plugin and is none.
#include "plugins_under_test.h"

namespace {

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

void blocks_may_change_while_it_plays() {
    Engine engine;
    load(engine, 1, 0, fixture("sine"));
    load(engine, 1, 1, fixture("gain"));
    for (const int32_t block : {16, 8192, 64, 1000, 33}) {
        offline(engine, block);
        CHECK(status(engine).block == static_cast<uint32_t>(block));
        rc_slot_midi(engine, 1, 0, kNoteOn);
        render(engine, 9600);
        const float most = greatest(render(engine, 9600));
        CHECK(most > 0.24f && most < 0.26f);
    }
    CHECK(status(engine).restarts == 0);
}

void floods_are_borne() {
    Engine engine;
    offline(engine, 64);
    load(engine, 1, 0, fixture("sine"));
    load(engine, 1, 1, fixture("gain"));
    render(engine, 4800);
    char text[8192];
    CHECK(rc_slot_parameters(engine, 1, 1, text, sizeof text, error, sizeof error) > 0);
    const int32_t amount = std::atoi(text);
    // A thousand moves in one block: the last counts.
    const int64_t at = int64_t{4832} * 1'000'000'000 / kRate;
    int taken = 0;
    for (int i = 0; i < 1000; i++)
        taken += rc_slot_parameter(engine, 1, 1, at, amount, i == 999 ? 1.0f : static_cast<float>(i % 7) / 7);
    CHECK(taken == 1000);
    rc_slot_midi(engine, 1, at, kNoteOn);
    render(engine, 9600);
    const float most = greatest(render(engine, 4800));
    CHECK(most > 0.49f && most < 0.51f);
    // A hundred thousand messages: what does not fit is refused and counted, nothing stands still, and it plays on.
    uint64_t refused = 0;
    for (int i = 0; i < 100'000; i++) refused += rc_slot_midi(engine, 1, 0, 0xB0 | 1 << 8 | (i & 0x7F) << 16) == 0;
    CHECK(status(engine).refused == refused);
    render(engine, 48000);
    CHECK(rc_slot_midi(engine, 1, 0, kNoteOff) == 1);
    render(engine, 4800);
    CHECK(greatest(render(engine, 4800)) == 0);
    CHECK(status(engine).restarts == 0);
}

void a_state_that_does_not_fit_is_refused_and_costs_nothing() {
    Engine engine;
    offline(engine, 64);
    load(engine, 1, 1, fixture("gain"));
    std::vector<uint8_t> state(1 << 20);
    const auto room = static_cast<int32_t>(state.size());
    const int32_t length = rc_slot_state(engine, 1, 1, state.data(), room, error, sizeof error);
    CHECK(length > 20);
    const uint8_t nonsense[] = "this is no state of anybody";
    CHECK(rc_slot_state_set(engine, 1, 1, nonsense, sizeof nonsense, error, sizeof error) == -1);
    CHECK(std::string(error).find("no state") != std::string::npos);
    CHECK(rc_slot_state_set(engine, 1, 1, state.data(), length / 2, error, sizeof error) == -1);
    CHECK(rc_slot_state_set(engine, 1, 1, state.data(), length, error, sizeof error) == 0);
    CHECK(rc_slot_load(engine, 1, 2, fixture("gain").c_str(), nonsense, sizeof nonsense, error, sizeof error) > 0);
    CHECK(news(engine, RC_NEWS_FAILED).text.find("no state") != std::string::npos);
    CHECK(status(engine).restarts == 0);
}

void a_bundle_for_another_machine_says_so() {
    Engine engine;
    const std::string bundle = folder + "/Elsewhere.vst3";
    CHECK(std::system(("mkdir -p " + bundle + "/Contents/sparc-linux && echo x > " + bundle +
                       "/Contents/sparc-linux/Elsewhere.so").c_str()) == 0);
    CHECK(rc_slot_load(engine, 1, 1, bundle.c_str(), nullptr, 0, error, sizeof error) > 0);
    const std::string why = news(engine, RC_NEWS_FAILED, milliseconds(30'000)).text;
    CHECK(why.find("no plugin for this machine") != std::string::npos && why.find("sparc-linux") != std::string::npos);
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

}  // namespace

int main(int, char** words) {
    begin(words, "plugins-trouble-test");
    no_number_is_silenced_and_named_and_the_rest_plays_on();
    blocks_may_change_while_it_plays();
    floods_are_borne();
    a_state_that_does_not_fit_is_refused_and_costs_nothing();
    a_bundle_for_another_machine_says_so();
    what_cannot_be_loaded_is_said_and_costs_nothing();
    a_crash_in_a_block_is_blamed_and_three_are_enough();
    one_that_hangs_is_blamed_too();
    a_slow_one_holds_nobody_up();
    return end();
}
