// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace roadcase {

class Backend;

/// Opens "alsa", "coremidi" or "winmm" in the module beside this library.
///
/// A module of its own, because RtMidi's library names libasound and libjack, and ours must load where they are
/// missing. Throws Refused with a sentence. [any-thread]
Backend* open_rtmidi(const std::string& api, const std::string& client);

/// What the module exports. Returns nullptr with a sentence in `error`.
using OpenRtMidi = Backend*(const std::string& api, const std::string& client, std::string& error);
constexpr const char* kOpenRtMidi = "roadcase_open_rtmidi";

}  // namespace roadcase
