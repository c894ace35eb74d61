// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace roadcase {

/// Names of ports without the index that RtMidi puts behind those of WinMM, which changes with whatever else is plugged
/// in; the second of one name gets " #2" behind it. Source: RtMidi's MidiInWinMM::getPortName.
inline std::vector<std::string> port_ids(std::vector<std::string> names, bool indexed) {
    std::map<std::string, int> seen;
    for (std::string& name : names) {
        const size_t index = name.rfind(' ');
        const bool has_index = index != std::string::npos && index > 0 && index + 1 < name.size() &&
                               name.find_first_not_of("0123456789", index + 1) == std::string::npos;
        if (indexed && has_index) name.resize(index);
        const int same = ++seen[name];
        if (same > 1) name += " #" + std::to_string(same);
    }
    return names;
}

}  // namespace roadcase
