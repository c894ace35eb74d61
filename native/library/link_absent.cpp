// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where Link was not there to build with: no peer can be opened, so no other function has anything to do.
#include "abi.h"
#include "link_peer.h"

namespace roadcase {

BeatLine line_of(rc_link*, int64_t) { return {}; }

}  // namespace roadcase

rc_link* rc_link_open(double, double, char* error, int32_t error_capacity) {
    roadcase::say("this build has no Ableton Link; install it (Debian: ableton-link-dev) and build the native part "
                  "again", error, error_capacity);
    return nullptr;
}

void rc_link_close(rc_link*) {}
void rc_link_enable(rc_link*, int32_t, int32_t) {}
void rc_link_read(rc_link*, int64_t, rc_link_state*) {}
int64_t rc_link_time_of(rc_link*, double) { return 0; }
int32_t rc_link_tempo(rc_link*, double) { return 0; }
int32_t rc_link_quantum(rc_link*, double) { return 0; }
void rc_link_play(rc_link*, int32_t, int64_t, double) {}
void rc_link_beat(rc_link*, double, int64_t, int32_t) {}
uint64_t rc_link_wait(rc_link*, uint64_t, int64_t) { return 0; }
void rc_link_wake(rc_link*) {}
void rc_link_share(rc_link*, rc_engine*) {}
