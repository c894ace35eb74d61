// SPDX-License-Identifier: GPL-3.0-or-later
//
// The engine as a process, through the C ABI as Java sees it, on the silent clock and offline.
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cmath>

#include "engine_under_test.h"

namespace {

int32_t load_poly(rc_engine* engine, int32_t slot) {
    const int32_t number = rc_slot_load(engine, slot, 0, "roadcase:poly", nullptr, 0, error, sizeof error);
    CHECK(number >= 1);
    const News loaded = news(engine, RC_NEWS_LOADED);
    CHECK(loaded.head.number == number && loaded.head.slot == slot && loaded.text == "Poly");
    return number;
}

constexpr int32_t kNoteOn = 0x90 | 60 << 8 | 100 << 16;
constexpr int32_t kNoteOff = 0x80 | 60 << 8;

void a_note_sounds_and_ends() {
    Engine engine;
    CHECK(soon([&] { return status(engine).blocks > 10; }));
    CHECK(status(engine).device == RC_DEVICE_SILENT && status(engine).rate == 48000);
    load_poly(engine, 3);
    CHECK(peak(engine, 3) == 0);
    CHECK(rc_slot_midi(engine, 3, 0, kNoteOn) == 1);
    CHECK(soon([&] { return peak(engine, 3) > 0.02f && peak(engine, RC_ENGINE_MASTER) > 0.02f; }));
    CHECK(peak(engine, 2) == 0);
    float bands[8];
    CHECK(rc_meter_spectrum(engine, RC_ENGINE_MASTER, 8, bands) == 1);
    CHECK(bands[3] + bands[2] > bands[7]);
    CHECK(rc_slot_mute(engine, 3, 0, 1) == 1);
    CHECK(soon([&] { return peak(engine, 3) == 0; }));
    CHECK(rc_slot_mute(engine, 3, 0, 0) == 1);
    CHECK(soon([&] { return peak(engine, 3) > 0.02f; }));
    CHECK(rc_slot_midi(engine, 3, 0, kNoteOff) == 1);
    CHECK(soon([&] { return peak(engine, 3) < 0.001f; }));
}

void bad_input_is_refused_with_a_sentence() {
    Engine engine;
    CHECK(rc_slot_load(engine, 9, 0, "x", nullptr, 0, error, sizeof error) == -1 && std::strstr(error, "slot 9"));
    CHECK(rc_slot_load(engine, 0, 0, "x", nullptr, 0, error, sizeof error) == -1 && std::strstr(error, "master"));
    const int32_t number = rc_slot_load(engine, 1, 0, "No such synth", nullptr, 0, error, sizeof error);
    CHECK(number >= 1);
    const News failed = news(engine, RC_NEWS_FAILED);
    CHECK(failed.head.number == number && failed.text.find("'No such synth'") != std::string::npos);
    CHECK(rc_slot_midi(engine, 0, 0, kNoteOn) == 0 && rc_slot_midi(engine, 1, 0, 60) == 0);
    CHECK(rc_slot_gain(engine, 1, 0, NAN) == 0 && rc_slot_gain(engine, 1, 0, 5) == 0);
    CHECK(rc_engine_device(engine, "theremin", "", 0, 0, error, sizeof error) == -1);
    CHECK(rc_engine_device(engine, "none", "", 48000, 7, error, sizeof error) == -1 && std::strstr(error, "7"));
    CHECK(rc_engine_device(engine, "none", "", 44100, 64, error, sizeof error) == 0);
    CHECK(status(engine).rate == 44100 && status(engine).block == 64);
    CHECK(soon([&] { return status(engine).blocks > 0; }));
    const std::vector<uint8_t> nonsense(100, 7);
    load_poly(engine, 1);
    CHECK(rc_slot_state_set(engine, 1, 0, nonsense.data(), 100, error, sizeof error) == -1);
    CHECK(std::strstr(error, "state"));
    CHECK(rc_slot_window(engine, 1, 0, 1, error, sizeof error) == -1 && std::strstr(error, "no window"));
}

void parameters_sounds_and_states_come_and_go() {
    Engine engine;
    load_poly(engine, 1);
    char text[8192];
    int32_t length = rc_slot_parameters(engine, 1, 0, text, sizeof text, error, sizeof error);
    CHECK(length > 100 && std::strcmp(text, "0") == 0 && std::strcmp(text + 2, "Shape") == 0);
    CHECK(rc_slot_sound(engine, 1, 0, "soft KEYS", error, sizeof error) == 0);
    length = rc_slot_parameters(engine, 1, 0, text, sizeof text, error, sizeof error);
    CHECK(std::strcmp(text + 8, "1") == 0);
    uint8_t state[4096];
    const int32_t bytes = rc_slot_state(engine, 1, 0, state, sizeof state, error, sizeof error);
    CHECK(bytes > 6 && std::memcmp(state, "poly 1", 6) == 0);
    CHECK(rc_slot_parameter(engine, 1, 0, 0, 0, 0.25f) == 1);
    const auto shape_is = [&](const char* wanted) {
        return soon([&] {
            rc_slot_parameters(engine, 1, 0, text, sizeof text, error, sizeof error);
            return std::strcmp(text + 8, wanted) == 0;
        });
    };
    CHECK(shape_is("0.25"));
    CHECK(rc_slot_state_set(engine, 1, 0, state, bytes, error, sizeof error) == 0);
    CHECK(shape_is("1"));
    CHECK(rc_slot_sounds(engine, 1, 0, text, sizeof text, error, sizeof error) > 0);
    CHECK(std::strcmp(text, "Warm pad") == 0);
    CHECK(rc_slot_parameters(engine, 2, 0, text, sizeof text, error, sizeof error) == 0);
}

void an_engine_that_dies_returns_as_it_was() {
    Engine engine;
    load_poly(engine, 1);
    CHECK(rc_slot_gain(engine, 1, 0, 0.5f) == 1 && rc_slot_mute(engine, 2, 0, 1) == 1);
    CHECK(rc_slot_parameter(engine, 1, 0, 0, 9, 0.9f) == 1);
    CHECK(rc_slot_midi(engine, 1, 0, kNoteOn) == 1);
    CHECK(soon([&] { return peak(engine, 1) > 0.01f; }));
    const uint32_t first = status(engine).process;
    kill(static_cast<pid_t>(first), SIGKILL);
    const int64_t died = now();
    CHECK(soon([&] { return status(engine).restarts == 1; }));
    CHECK(rc_slot_gain(engine, 1, 0, 0.25f) == 1);  // kept, whoever is there
    CHECK(news(engine, RC_NEWS_ENGINE).head.number == RC_ENGINE_STARTING);
    CHECK(news(engine, RC_NEWS_ENGINE).head.number == RC_ENGINE_RUNNING);
    CHECK(news(engine, RC_NEWS_LOADED).text == "Poly");
    CHECK(rc_slot_midi(engine, 1, 0, kNoteOn) == 1);
    CHECK(soon([&] { return peak(engine, 1) > 0.005f; }));
    std::printf("killed to sounding again: %.0f ms\n", static_cast<double>(now() - died) / 1e6);
    CHECK(status(engine).process != first && status(engine).engine == RC_ENGINE_RUNNING);
    char text[8192];
    CHECK(rc_slot_parameters(engine, 1, 0, text, sizeof text, error, sizeof error) > 0);
    const std::string all(text, sizeof text);
    CHECK(all.find(std::string("Volume\0" "0.9\0", 11)) != std::string::npos);
    CHECK(rc_engine_restart(engine, error, sizeof error) == 0 && status(engine).restarts == 2);
}

std::vector<float> rendered(int32_t block) {
    Engine engine;
    CHECK(rc_engine_device(engine, "offline", "", 48000, block, error, sizeof error) == 0);
    load_poly(engine, 1);
    CHECK(rc_slot_midi(engine, 1, milliseconds(100), kNoteOn) == 1);
    CHECK(rc_slot_midi(engine, 1, milliseconds(300), kNoteOff) == 1);
    std::vector<float> all(2 * 48000);
    CHECK(rc_engine_render(engine, all.data(), 48000, error, sizeof error) == 0);
    return all;
}

void offline_is_to_the_sample_and_to_the_bit() {
    const auto once = rendered(128), again = rendered(128);
    CHECK(std::memcmp(once.data(), again.data(), once.size() * sizeof(float)) == 0);
    for (size_t frame = 0; frame < 4800; frame++) CHECK(once[2 * frame] == 0 && once[2 * frame + 1] == 0);
    bool sounds = false;
    for (size_t frame = 4800; frame < 4810; frame++) sounds = sounds || once[2 * frame] != 0;
    CHECK(sounds);
}

/// A client in a process of its own, with a held note.
struct Child {
    pid_t client = -1;
    uint32_t engine = 0;
    int said[2];

    explicit Child(int64_t grace) {
        CHECK(pipe(said) == 0);
        client = fork();
        if (client == 0) hold(grace);
        CHECK(read(said[0], &engine, sizeof engine) == sizeof engine);
    }
    ~Child() {
        kill(client, SIGKILL);
        waitpid(client, nullptr, 0);
    }

    /// Tells the engine's process, then again and again how many blocks it played and how loud it is.
    [[noreturn]] void hold(int64_t grace) {
        Engine own(grace);
        load_poly(own, 1);
        rc_slot_midi(own, 1, 0, kNoteOn);
        CHECK(soon([&] { return peak(own, 1) > 0.01f; }));
        const uint32_t id = status(own).process;
        CHECK(write(said[1], &id, sizeof id) == sizeof id);
        for (;;) {
            const Said now_said{status(own).blocks, peak(own, 1), status(own).restarts};
            CHECK(write(said[1], &now_said, sizeof now_said) == sizeof now_said);
            usleep(10'000);
        }
    }
    struct Said {
        uint64_t blocks;
        float peak;
        uint64_t restarts;
    };
    Said next() {
        Said heard;
        CHECK(read(said[0], &heard, sizeof heard) == sizeof heard);
        return heard;
    }
};

/// A show's network port must be free again as soon as the show is gone.
void the_engine_has_nothing_of_its_client_open() {
    // Its own two are the lowest numbers: ours must not be one of them.
    const int first = socket(AF_INET, SOCK_STREAM, 0);
    const int listens = fcntl(first, F_DUPFD, 40);
    close(first);
    CHECK(listens >= 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    CHECK(bind(listens, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0 && listen(listens, 1) == 0);
    socklen_t size = sizeof at;
    CHECK(getsockname(listens, reinterpret_cast<sockaddr*>(&at), &size) == 0);
    Engine engine;
    load_poly(engine, 1);
    close(listens);
    const int other = socket(AF_INET, SOCK_STREAM, 0);
    CHECK(bind(other, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0 && listen(other, 1) == 0);
    close(other);
}

void a_stopped_client_leaves_the_sound_alone() {
    Child child(-1);
    const uint64_t before = child.next().blocks;
    kill(child.client, SIGSTOP);
    usleep(2'000'000);
    kill(child.client, SIGCONT);
    Child::Said after = child.next();
    // What was said before the stop may still be in the pipe.
    CHECK(soon([&] { return (after = child.next()).blocks > before + 300; }));
    CHECK(after.peak > 0.005f && after.restarts == 0);
}

void a_lost_client_leaves_the_sound_for_its_grace() {
    Child child(milliseconds(1500));
    const uint32_t id = child.engine;
    kill(child.client, SIGKILL);
    const int64_t died = now();
    CHECK(soon([&] { return kill(static_cast<pid_t>(id), 0) != 0; }, milliseconds(20'000)));
    const int64_t after = now() - died;
    std::printf("client killed to engine gone: %.0f ms\n", static_cast<double>(after) / 1e6);
    CHECK(after > milliseconds(1400));
}

}  // namespace

int main(int, char** words) {
    program = words[1];
    folder = "/tmp/roadcase-engine-test." + std::to_string(getpid());
    a_note_sounds_and_ends();
    bad_input_is_refused_with_a_sentence();
    parameters_sounds_and_states_come_and_go();
    an_engine_that_dies_returns_as_it_was();
    offline_is_to_the_sample_and_to_the_bit();
    the_engine_has_nothing_of_its_client_open();
    a_stopped_client_leaves_the_sound_alone();
    a_lost_client_leaves_the_sound_for_its_grace();
    if (std::system(("rm -r " + folder).c_str()) != 0) return 1;
    return 0;
}
