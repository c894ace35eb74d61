// SPDX-License-Identifier: GPL-3.0-or-later
//
// The engine and MIDI clock on a JACK server of their own (dummy driver): heard by a client that is none of ours.
// Arguments: roadcase-engine, jackd. The server is killed and started again in between.
#include <jack/jack.h>
#include <jack/midiport.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

#include "engine_under_test.h"
#include "roadcase/clock.h"
#include "roadcase/midi.h"

namespace {

std::string server;
const char* jackd;

/// A server of our own. A machine has eight names for servers, and only one that ends in order gives its name back, or
/// the next one of that name.
struct Server {
    pid_t process;
    const int end;
    explicit Server(int signal) : end(signal) {
        process = fork();
        if (process == 0) {
            prctl(PR_SET_PDEATHSIG, SIGTERM);  // also where a check fails
            std::freopen("/dev/null", "w", stdout);
            std::freopen("/dev/null", "w", stderr);
            execl(jackd, jackd, "-n", server.c_str(), "--realtime", "-P", "70", "-d", "dummy", "-r", "48000", "-p",
                  "64", nullptr);
            _exit(127);
        }
    }
    ~Server() {
        kill(process, end);
        if (!soon([this] { return waitpid(process, nullptr, WNOHANG) == process; })) kill(process, SIGKILL);
    }
};

/// Listens to sound and to MIDI clock.
struct Ear {
    jack_client_t* client = nullptr;
    jack_port_t* sound = nullptr;
    jack_port_t* midi = nullptr;
    std::atomic<float> peak{0};
    std::array<std::atomic<int64_t>, 8192> ticks{};  // frames
    std::atomic<size_t> count{0};
    std::atomic<int> starts{0}, stops{0};

    Ear() {
        CHECK(soon([&] {
            jack_status_t status;
            client = jack_client_open("ear", static_cast<jack_options_t>(JackNoStartServer | JackServerName), &status,
                                      server.c_str());
            return client != nullptr;
        }));
        sound = jack_port_register(client, "sound", JACK_DEFAULT_AUDIO_TYPE, JackPortIsInput, 0);
        midi = jack_port_register(client, "midi", JACK_DEFAULT_MIDI_TYPE, JackPortIsInput, 0);
        jack_set_process_callback(client, [](jack_nframes_t frames, void* self) {
            static_cast<Ear*>(self)->hear(frames);
            return 0;
        }, this);
        CHECK(jack_activate(client) == 0);
    }
    ~Ear() { jack_client_close(client); }

    void hear(jack_nframes_t frames) {
        const auto* in = static_cast<const float*>(jack_port_get_buffer(sound, frames));
        float most = 0;
        for (jack_nframes_t i = 0; i < frames; i++) most = std::max(most, std::fabs(in[i]));
        peak = most;
        void* events = jack_port_get_buffer(midi, frames);
        for (uint32_t i = 0; i < jack_midi_get_event_count(events); i++) {
            jack_midi_event_t event;
            if (jack_midi_event_get(&event, events, i) != 0) continue;
            if (event.buffer[0] == 0xFA) starts++;
            if (event.buffer[0] == 0xFC) stops++;
            if (event.buffer[0] != 0xF8 || count >= ticks.size()) continue;
            ticks[count] = static_cast<int64_t>(jack_last_frame_time(client)) + event.time;
            count++;
        }
    }
};

constexpr int32_t kNoteOn = 0x90 | 60 << 8 | 100 << 16;

void a_note_is_heard_and_the_server_may_come_and_go() {
    Engine engine;
    CHECK(rc_engine_device(engine, "jack", "no-such-server", 0, 0, error, sizeof error) == -1);
    CHECK(std::strstr(error, "no-such-server") != nullptr && status(engine).device == RC_DEVICE_SILENT);
    load(engine, 1, 0, "roadcase:poly");
    {
        const Server first(SIGKILL);
        Ear ear;
        CHECK(rc_engine_device(engine, "jack", server.c_str(), 0, 0, error, sizeof error) == 0);
        CHECK(status(engine).device == RC_DEVICE_PLAYING && status(engine).rate == 48000 && status(engine).block == 64);
        CHECK(jack_connect(ear.client, "Roadcase sound:left", "ear:sound") == 0);
        CHECK(rc_slot_midi(engine, 1, 0, kNoteOn) == 1);
        CHECK(soon([&] { return ear.peak > 0.02f; }));
    }
    CHECK(soon([&] { return status(engine).device == RC_DEVICE_LOST; }));
    CHECK(status(engine).device_losses == 1 && status(engine).restarts == 0);
    const uint64_t blocks = status(engine).blocks;
    CHECK(soon([&] { return status(engine).blocks > blocks + 10; }));
    const Server again(SIGTERM);
    Ear ear;
    CHECK(soon([&] { return status(engine).device == RC_DEVICE_PLAYING; }));
    CHECK(jack_connect(ear.client, "Roadcase sound:left", "ear:sound") == 0);
    // The held note has sounded on in silence.
    CHECK(soon([&] { return ear.peak > 0.005f; }));
    // The engine dies: it comes back to the same server.
    kill(static_cast<pid_t>(status(engine).process), SIGKILL);
    CHECK(soon([&] { return status(engine).restarts == 1 && status(engine).device == RC_DEVICE_PLAYING &&
                            status(engine).engine == RC_ENGINE_RUNNING; }));
}

void the_clock_is_steady() {
    const Server jack(SIGTERM);
    Ear ear;
    rc_midi* midi = rc_midi_open("jack", "clock test", server.c_str(), error, sizeof error);
    CHECK(midi != nullptr);
    const int32_t port = rc_midi_port_open(midi, RC_MIDI_OUTPUT, "clock", 1, error, sizeof error);
    CHECK(port >= 0);
    CHECK(jack_connect(ear.client, "clock test:clock", "ear:midi") == 0);
    rc_clock* clock = rc_clock_open(midi, nullptr, error, sizeof error);
    CHECK(clock != nullptr);
    const rc_timeline timeline{125, 0, now(), 4, 0, 0};  // 50 ticks a second, 960 frames apart
    CHECK(rc_clock_timeline(clock, &timeline) == 1 && rc_clock_output(clock, port, 1, 0) == 1);
    CHECK(soon([&] { return ear.count > 20; }));
    CHECK(rc_clock_do(clock, RC_CLOCK_START, 0) == 1);
    CHECK(soon([&] { return ear.starts == 1; }));
    const size_t from = ear.count;
    CHECK(soon([&] { return ear.count >= from + 150; }));
    std::vector<double> off;
    for (size_t i = from; i < from + 149; i++)
        off.push_back(std::fabs(static_cast<double>(ear.ticks[i + 1] - ear.ticks[i]) - 960) / 48);
    std::sort(off.begin(), off.end());
    std::printf("MIDI clock through JACK: median %.3f ms, p99 %.3f ms, worst %.3f ms off\n", off[off.size() / 2],
                off[off.size() * 99 / 100], off.back());
    // The server's own estimate of its time moves by some frames; a lost cycle on a busy machine is not ours.
    CHECK(off[off.size() / 2] < 0.3);
    CHECK(rc_clock_do(clock, RC_CLOCK_STOP, 0) == 1);
    CHECK(soon([&] { return ear.stops == 1; }));
    rc_clock_status all{};
    all.size = sizeof all;
    rc_clock_count(clock, &all);
    CHECK(all.playing == 0 && all.ticks > 170 && all.sixteenths > 20);
    rc_clock_close(clock);
    rc_midi_close(midi);
}

/// Somebody has to be told when the engine of a client that was killed may go; a server that stands still never says.
void a_server_that_stands_still_holds_no_engine() {
    const Server jack(SIGTERM);
    int said[2];
    CHECK(pipe(said) == 0);
    const pid_t client = fork();
    if (client == 0) {
        Engine own(0);
        CHECK(soon([&] { return rc_engine_device(own, "jack", server.c_str(), 0, 0, error, sizeof error) == 0; }));
        CHECK(soon([&] { return status(own).device == RC_DEVICE_PLAYING; }));
        const uint32_t id = status(own).process;
        CHECK(write(said[1], &id, sizeof id) == sizeof id);
        for (;;) pause();
    }
    uint32_t engine = 0;
    CHECK(read(said[0], &engine, sizeof engine) == sizeof engine);
    kill(jack.process, SIGSTOP);
    kill(client, SIGKILL);
    waitpid(client, nullptr, 0);
    CHECK(soon([&] { return kill(static_cast<pid_t>(engine), 0) != 0; }, milliseconds(30'000)));
    kill(jack.process, SIGCONT);
}

}  // namespace

int main(int, char** words) {
    program = words[1];
    jackd = words[2];
    server = "roadcase-test-" + std::to_string(getpid());
    folder = "/tmp/roadcase-jack-test." + std::to_string(getpid());
    jack_set_error_function([](const char*) {});
    jack_set_info_function([](const char*) {});
    a_server_that_stands_still_holds_no_engine();
    a_note_is_heard_and_the_server_may_come_and_go();
    the_clock_is_steady();
    if (std::system(("rm -r " + folder).c_str()) != 0) return 1;
    return 0;
}
