// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <jack/jack.h>
#include <jack/midiport.h>

#include <string>

namespace roadcase {

/// The functions of libjack that we use.
///
/// Taken with dlopen when the first client is opened, not linked: a library that names libjack does not load at all on
/// machines without it, and weak symbols need a linked libjack too. Besides, tests put a JACK of their own here.
struct JackApi {
#define ROADCASE_JACK_FUNCTIONS(X) \
    X(client_open) X(client_close) X(activate) X(deactivate) X(set_process_callback) \
    X(on_info_shutdown) X(set_xrun_callback) X(set_port_registration_callback) X(set_port_rename_callback) \
    X(set_error_function) X(set_info_function) X(port_register) X(port_unregister) X(port_name) X(port_by_name) \
    X(port_by_id) X(port_type) X(port_is_mine) X(port_get_aliases) X(port_get_buffer) \
    X(port_name_size) X(get_ports) X(free) X(connect) X(disconnect) X(port_connected_to) X(get_cycle_times) X(get_time) \
    X(midi_get_event_count) X(midi_event_get) X(midi_clear_buffer) X(midi_max_event_size) X(midi_event_reserve) \
    X(midi_get_lost_event_count) \
    X(get_buffer_size) X(get_sample_rate) X(port_get_latency_range)
#define ROADCASE_DECLARE(name) decltype(&::jack_##name) name = nullptr;
    ROADCASE_JACK_FUNCTIONS(ROADCASE_DECLARE)
#undef ROADCASE_DECLARE

    /// The one of this machine, loaded once. Throws Refused with a sentence where there is none. [any-thread]
    static const JackApi& of_this_machine();
};

}  // namespace roadcase
