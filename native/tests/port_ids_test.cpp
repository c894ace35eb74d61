// SPDX-License-Identifier: GPL-3.0-or-later
#include "port_ids.h"

#include "check.h"

using namespace roadcase;
using Names = std::vector<std::string>;

int main() {
    // WinMM: RtMidi's index goes, what Windows itself counts stays.
    CHECK((port_ids({"MIDI Mix 0", "2- MIDI Mix 1", "MIDIIN2 (APC mini mk2) 2", "loopMIDI Port 1 3"}, true) ==
           Names{"MIDI Mix", "2- MIDI Mix", "MIDIIN2 (APC mini mk2)", "loopMIDI Port 1"}));
    CHECK((port_ids({"MIDI Mix 0", "MIDI Mix 1", "7"}, true) == Names{"MIDI Mix", "MIDI Mix #2", "7"}));
    // CoreMIDI and ALSA: names as they are.
    CHECK((port_ids({"IAC Bus 1", "MIDI Mix", "MIDI Mix", ""}, false) == Names{"IAC Bus 1", "MIDI Mix", "MIDI Mix #2", ""}));
    CHECK((port_ids({"MIDI Mix:MIDI Mix MIDI 1 24:0", "MIDI Mix:MIDI Mix MIDI 1 28:0"}, false) ==
           Names{"MIDI Mix:MIDI Mix MIDI 1 24:0", "MIDI Mix:MIDI Mix MIDI 1 28:0"}));
}
