// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where there is no engine yet (Windows: its process, its socket and its shared memory are written for POSIX): none can
// be opened, so no other function has anything to do.
#include "abi.h"
#include "roadcase/meter.h"
#include "roadcase/slot.h"

rc_engine* rc_engine_open(const char*, const char*, int64_t, char* error, int32_t error_capacity) {
    roadcase::say("there is no sound engine for this system yet; MIDI works", error, error_capacity);
    return nullptr;
}

void rc_engine_close(rc_engine*) {}
void rc_engine_status_get(rc_engine*, rc_engine_status*) {}
int32_t rc_engine_device(rc_engine*, const char*, const char*, int32_t, int32_t, char*, int32_t) { return -1; }
int32_t rc_engine_devices(rc_engine*, char*, int32_t, char*, int32_t) { return -1; }
int32_t rc_engine_wait(rc_engine*, int64_t, void*, int32_t) { return -1; }
void rc_engine_wake(rc_engine*) {}
int32_t rc_engine_scan(rc_engine*, const char*, int32_t, char*, int32_t) { return -1; }
int32_t rc_engine_plugins(rc_engine*, const char*, char*, int32_t, char*, int32_t) { return -1; }
void rc_engine_panic(rc_engine*) {}
int32_t rc_engine_timeline(rc_engine*, const rc_timeline*) { return 0; }
int32_t rc_engine_render(rc_engine*, float*, int32_t, char*, int32_t) { return -1; }
int32_t rc_engine_restart(rc_engine*, char*, int32_t) { return -1; }
int32_t rc_slot_load(rc_engine*, int32_t, int32_t, const char*, const uint8_t*, int32_t,
                     char*, int32_t) { return -1; }
int32_t rc_slot_remove(rc_engine*, int32_t, int32_t, char*, int32_t) { return -1; }
int32_t rc_slot_order(rc_engine*, int32_t, const int32_t*, char*, int32_t) { return -1; }
int32_t rc_slot_midi(rc_engine*, int32_t, int64_t, int32_t) { return 0; }
int32_t rc_slot_midi_long(rc_engine*, int32_t, int64_t, const uint8_t*, int32_t) { return 0; }
int32_t rc_slot_parameter(rc_engine*, int32_t, int32_t, int64_t, int32_t, float) { return 0; }
int32_t rc_slot_gain(rc_engine*, int32_t, int64_t, float) { return 0; }
int32_t rc_slot_mute(rc_engine*, int32_t, int64_t, int32_t) { return 0; }
int32_t rc_slot_solo(rc_engine*, int32_t, int64_t, int32_t) { return 0; }
int32_t rc_slot_parameters(rc_engine*, int32_t, int32_t, char*, int32_t, char*, int32_t) { return -1; }
int32_t rc_slot_state(rc_engine*, int32_t, int32_t, uint8_t*, int32_t, char*, int32_t) { return -1; }
int32_t rc_slot_state_set(rc_engine*, int32_t, int32_t, const uint8_t*, int32_t, char*, int32_t) { return -1; }
int32_t rc_slot_sounds(rc_engine*, int32_t, int32_t, char*, int32_t, char*, int32_t) { return -1; }
int32_t rc_slot_sound(rc_engine*, int32_t, int32_t, const char*, char*, int32_t) { return -1; }
int32_t rc_slot_window(rc_engine*, int32_t, int32_t, int32_t, char*, int32_t) { return -1; }
int32_t rc_slot_contents(rc_engine*, int32_t, int32_t, char*, int32_t) { return -1; }
int32_t rc_meter_read(rc_engine*, int32_t, int64_t, rc_meter*) { return 0; }
int32_t rc_meter_spectrum(rc_engine*, int32_t, int32_t, float*) { return 0; }
