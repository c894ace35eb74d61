// SPDX-License-Identifier: GPL-3.0-or-later
//
// Real plugins through the engine: those of fixtures/, and zam-plugins where they are installed.
#include "plugins_under_test.h"

namespace {

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

void one_channel_and_many_buses_play() {
    Engine engine;
    offline(engine, 64);
    load(engine, 1, 0, fixture("sine"));
    load(engine, 1, 1, fixture("mono"));
    load(engine, 1, 2, fixture("buses"));
    rc_slot_midi(engine, 1, 0, kNoteOn);
    render(engine, 9600);
    const auto all = render(engine, 4800);
    float left = 0, right = 0;
    for (size_t i = 0; i < all.size(); i += 2) left = std::max(left, all[i]), right = std::max(right, all[i + 1]);
    // A half, a half of it, and again; nothing of the other buses.
    CHECK(left > 0.12f && left < 0.13f && right > 0.12f && right < 0.13f);
    CHECK(status(engine).not_a_number == 0);
}

void a_plugin_brings_its_sounds() {
    Engine engine;
    offline(engine, 64);
    load(engine, 1, 0, fixture("sine"));
    char text[8192];
    CHECK(rc_slot_sounds(engine, 1, 0, text, sizeof text, error, sizeof error) > 0);
    CHECK(std::string(text) == "Full");
    CHECK(rc_slot_sound(engine, 1, 0, "half", error, sizeof error) == 0);
    rc_slot_midi(engine, 1, 0, kNoteOn);
    render(engine, 4800);
    const float most = greatest(render(engine, 4800));
    CHECK(most > 0.24f && most < 0.26f);
    CHECK(rc_slot_sound(engine, 1, 0, "Quarter", error, sizeof error) == -1);
    CHECK(std::string(error).find("Quarter") != std::string::npos);
    // It is kept for a restart.
    CHECK(rc_engine_restart(engine, error, sizeof error) == 0);
    CHECK(news(engine, RC_NEWS_LOADED).head.slot == 1);
    CHECK(soon([&] { return rc_slot_midi(engine, 1, 0, kNoteOn) == 1; }));
    CHECK(soon([&] {
        const float now_most = greatest(render(engine, 4800));
        return now_most > 0.24f && now_most < 0.26f;
    }));
}

/// A .vstpreset of a fixture with its Amount. Sources: VST3's page on preset format; DPF's class ids and states.
void write_preset(const std::string& path, const std::string& name, const std::string& amount) {
    uint64_t unique = 0;
    for (const char c : name) unique = unique * 31 + static_cast<uint64_t>(c);
    const uint32_t id[] = {0x44504620, 0x636c6173, static_cast<uint32_t>(unique & 0x7FFFFFFF), 0};
    char digits[33] = {};
    for (size_t i = 0; i < 16; i++)
        std::snprintf(digits + 2 * i, 3, "%02X", reinterpret_cast<const unsigned char*>(id)[i]);
    std::string state = "__dpf_parameters_begin__|amount|" + amount + "|__dpf_parameters_end__|\xfe|";
    std::replace(state.begin(), state.end(), '|', '\0');
    std::string all = "VST3";
    const auto number = [&all](auto value) { all.append(reinterpret_cast<const char*>(&value), sizeof value); };
    number(int32_t{1});
    all += digits;
    number(static_cast<int64_t>(48 + state.size()));
    all += state + "List";
    number(int32_t{1});
    all += "Comp";
    number(int64_t{48});
    number(static_cast<int64_t>(state.size()));
    FILE* file = std::fopen(path.c_str(), "wb");
    CHECK(file != nullptr && std::fwrite(all.data(), 1, all.size(), file) == all.size() && std::fclose(file) == 0);
}

void a_preset_file_is_a_sound_of_its_plugin_alone() {
    Engine engine;
    offline(engine, 64);
    load(engine, 1, 0, fixture("sine"));
    load(engine, 1, 1, fixture("gain"));
    const std::string quiet = folder + "/Quiet.vstpreset", strange = folder + "/Strange.vstpreset";
    write_preset(quiet, "fixture-gain", "0.125");
    write_preset(strange, "fixture-delay", "0.125");
    rc_slot_midi(engine, 1, 0, kNoteOn);
    render(engine, 4800);
    CHECK(rc_slot_sound(engine, 1, 1, strange.c_str(), error, sizeof error) == -1);
    CHECK(std::string(error).find("not one of fixture-gain") != std::string::npos);
    CHECK(rc_slot_sound(engine, 1, 1, quiet.c_str(), error, sizeof error) == 0);
    render(engine, 4800);
    const float most = greatest(render(engine, 4800));
    CHECK(most > 0.06f && most < 0.065f);
    CHECK(rc_slot_sound(engine, 1, 1, (folder + "/None.vstpreset").c_str(), error, sizeof error) == -1);
}

void a_scan_finds_what_is_there_and_names_what_is_not() {
    Engine engine;
    std::string folders = fixtures + '\0';
    const int64_t begun = now();
    CHECK(rc_engine_scan(engine, folders.c_str(), 0, error, sizeof error) == 0);
    CHECK(news(engine, RC_NEWS_SCANNING, milliseconds(5'000)).head.value >= 11);
    const News done = news(engine, RC_NEWS_SCANNED, milliseconds(90'000));
    std::printf("scan: %d known, %.0f bad, %.1f s\n", done.head.number, done.head.value,
                static_cast<double>(now() - begun) / 1e9);
    CHECK(done.head.number == 10 && done.head.value == 2);
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
    CHECK(news(engine, RC_NEWS_SCANNED).head.number == 10);
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
    begin(words, "plugins-test");
    a_note_begins_and_ends_at_its_frame();
    slots_stay_in_step_when_one_is_late();
    an_insert_that_is_replaced_is_not_heard_to_be();
    parameters_are_those_that_a_player_may_turn();
    a_state_comes_back();
    one_channel_and_many_buses_play();
    a_plugin_brings_its_sounds();
    a_preset_file_is_a_sound_of_its_plugin_alone();
    a_scan_finds_what_is_there_and_names_what_is_not();
    zam_plugins_play();
    return end();
}
