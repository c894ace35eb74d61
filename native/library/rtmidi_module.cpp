// SPDX-License-Identifier: GPL-3.0-or-later
//
// The door of the module libroadcase-rtmidi.
#include "rtmidi_module.h"

#include <exception>

#include "roadcase/midi.h"
#include "rtmidi_backend.h"

#if defined(__linux__)
#include <unistd.h>
#endif

namespace {

/// Asked first, because ALSA and RtMidi print to the terminal what we say in a sentence.
bool sequencer_there([[maybe_unused]] std::string& error) {
#if defined(__linux__)
    if (access("/dev/snd/seq", F_OK) != 0) {
        error = "the kernel's MIDI sequencer is not there; try 'modprobe snd-seq'";
        return false;
    }
    if (access("/dev/snd/seq", R_OK | W_OK) != 0) {
        error = "the kernel's MIDI sequencer is not yours to use; join the group 'audio' and log in again";
        return false;
    }
#endif
    return true;
}

}  // namespace

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
    if (wanted == RtMidi::LINUX_ALSA && !sequencer_there(error)) return nullptr;
    try {
        return new roadcase::RtMidiBackend(wanted, client);
    } catch (const std::exception& cause) {
        error = "the system's MIDI (" + api + ") does not answer (" + cause.what() + ")";
        return nullptr;
    }
}
