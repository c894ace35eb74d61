// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "roadcase/midi.h"

namespace roadcase {

/// A handle is the number of a place for a port and how often the place was taken before, so that an old handle never
/// means a new port.
constexpr int32_t slot_of(int32_t handle) { return handle & (RC_MIDI_MAX_PORTS - 1); }
constexpr int32_t next_handle(int32_t handle) { return handle + RC_MIDI_MAX_PORTS; }
constexpr int32_t kNoPort = -1;

}  // namespace roadcase
