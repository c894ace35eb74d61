// SPDX-License-Identifier: GPL-3.0-or-later
//
// The door of the module libroadcase-rtmidi.
#include "rtmidi_module.h"

#include <exception>

#include "roadcase/midi.h"
#include "rtmidi_backend.h"

extern "C" RC_API roadcase::Backend* roadcase_open_rtmidi(const std::string& api, const std::string& client,
                                                          std::string& error) {
    const RtMidi::Api wanted = api == "alsa"       ? RtMidi::LINUX_ALSA
                               : api == "coremidi" ? RtMidi::MACOSX_CORE
                               : api == "winmm"    ? RtMidi::WINDOWS_MM
                                                   : RtMidi::UNSPECIFIED;
    std::vector<RtMidi::Api> compiled;
    RtMidi::getCompiledApi(compiled);
    bool there = false;
    for (const RtMidi::Api one : compiled) there = there || one == wanted;
    if (wanted == RtMidi::UNSPECIFIED || !there) {
        error = "this build has no MIDI by way of '" + api + "'";
        return nullptr;
    }
    try {
        return new roadcase::RtMidiBackend(wanted, client);
    } catch (const std::exception& cause) {
        error = "the system's MIDI (" + api + ") does not answer";
        if (wanted == RtMidi::LINUX_ALSA)
            error += "; on Linux it takes the kernel's sequencer: try 'modprobe snd-seq'";
        error += std::string(" (") + cause.what() + ")";
        return nullptr;
    }
}
