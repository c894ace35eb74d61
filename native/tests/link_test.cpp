// SPDX-License-Identifier: GPL-3.0-or-later
//
// Link by itself; with the argument "peers", with another of ours; with "stranger", with LinkHut. The last two need a
// network namespace of their own, or strangers join in.
#include <unistd.h>

#include <cmath>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>

#include "check.h"
#include "clock.h"
#include "roadcase/link.h"

using roadcase::milliseconds;
using roadcase::now;

namespace {

char error[256];

rc_link_state read(rc_link* link, int64_t time = 0) {
    rc_link_state state{};
    state.size = sizeof state;
    rc_link_read(link, time, &state);
    return state;
}

template <typename Holds>
bool soon(Holds&& holds) {
    for (const int64_t until = now() + milliseconds(10'000); now() < until; usleep(1000))
        if (holds()) return true;
    return false;
}

void a_peer_alone_keeps_time() {
    CHECK(rc_link_open(5, 4, error, sizeof error) == nullptr && std::strstr(error, "20"));
    rc_link* link = rc_link_open(120, 4, error, sizeof error);
    CHECK(link != nullptr);
    const int64_t at = now();
    const double beat = read(link, at).beat;
    CHECK(std::fabs(read(link, at + milliseconds(2000)).beat - beat - 4) < 1e-3);
    CHECK(std::llabs(rc_link_time_of(link, beat) - at) < 10'000);
    const uint64_t seen = read(link).changes;
    CHECK(rc_link_tempo(link, 90) == 1 && rc_link_tempo(link, 5000) == 0);
    CHECK(rc_link_wait(link, seen, now() + milliseconds(1000)) != seen);
    CHECK(std::fabs(read(link).tempo - 90) < 1e-6);
    rc_link_play(link, 1, 0, 0);
    CHECK(read(link).playing == 1 && read(link).peers == 0);
    rc_link_close(link);
}

void two_peers_agree() {
    rc_link* one = rc_link_open(120, 4, error, sizeof error);
    rc_link* two = rc_link_open(97, 4, error, sizeof error);
    CHECK(one != nullptr && two != nullptr);
    rc_link_enable(one, 1, 1);
    rc_link_enable(two, 1, 1);
    CHECK(soon([&] { return read(one).peers == 1 && read(two).peers == 1; }));
    CHECK(soon([&] { return std::fabs(read(one).tempo - read(two).tempo) < 1e-3; }));
    CHECK(rc_link_tempo(one, 133) == 1);
    CHECK(soon([&] { return std::fabs(read(two).tempo - 133) < 1e-3; }));
    const auto off = [&] {
        const int64_t at = now();
        const double apart = std::fabs(read(one, at).phase - read(two, at).phase);
        return std::min(apart, 4 - apart) * 60'000 / 133;
    };
    CHECK(soon([&] { return off() < 1; }));
    std::printf("two peers: %.3f ms apart\n", off());
    rc_link_play(two, 1, 0, 0);
    CHECK(soon([&] { return read(one).playing == 1; }));
    rc_link_play(one, 0, 0, 0);
    CHECK(soon([&] { return read(two).playing == 0; }));
    rc_link_close(two);
    CHECK(soon([&] { return read(one).peers == 0; }));
    rc_link_close(one);
}

/// With an independent peer, LinkHut, which link_stranger.sh has started beside us and which writes into `file`.
void a_stranger_agrees(const char* file) {
    rc_link* link = rc_link_open(131, 4, error, sizeof error);
    CHECK(link != nullptr);
    rc_link_enable(link, 1, 1);
    CHECK(soon([&] { return read(link).peers == 1; }));
    CHECK(rc_link_tempo(link, 131.5) == 1);
    const auto says = [&](const char* what) {
        std::ifstream in(file);
        std::stringstream all;
        all << in.rdbuf();
        return all.str().find(what) != std::string::npos;
    };
    CHECK(soon([&] { return says("131.5"); }));
    CHECK(std::fabs(read(link).tempo - 131.5) < 0.01 && read(link).peers == 1);
    rc_link_close(link);
}

}  // namespace

int main(int count, char** words) {
    if (count > 2 && std::strcmp(words[1], "stranger") == 0) a_stranger_agrees(words[2]);
    else if (count > 1) two_peers_agree();
    else a_peer_alone_keeps_time();
    return 0;
}
