// SPDX-License-Identifier: GPL-3.0-or-later
//
// On the way from the rack into a plugin and back nothing allocates and nothing locks: the module for plugins, in this
// process, under the trap. Of the plugins only those that keep to it themselves.
#include <unistd.h>

#include <cstring>
#include <string>

#include "audio_trap.h"
#include "check.h"
#include "plugin_host.h"

using roadcase::Event;
using roadcase::PluginFacts;
using roadcase::PluginHost;

namespace {

constexpr int kBlocks = 400;
constexpr int32_t kFrames = 64;

void plays_quietly(PluginHost& host, const std::string& file) {
    const auto found = host.look({"VST3", file});
    CHECK(!found.empty());
    auto processor = host.load(found.front(), 48000, kFrames);
    const auto parameters = processor->parameters();
    const uint8_t on[] = {0x90, 60, 100}, wheel[] = {0xE0, 0, 80}, off[] = {0x80, 60, 0};
    const Event events[] = {{0, 3, on}, {10, 3, wheel}, {40, 3, off}};
    float left[kFrames] = {}, right[kFrames] = {};
    roadcase::Moment moment;
    // What a plugin makes in its first blocks is its own affair.
    for (int i = 0; i < 4; i++) processor->process(left, right, kFrames, events, 3, moment);
    // JUCE has a mutex around the list of a block's MIDI, which nobody else takes, with priority inheritance.
    const AudioTrap trap(AudioTrap::kPass);
    for (int i = 0; i < kBlocks; i++) {
        if (!parameters.empty())
            processor->parameter(parameters.front().number, static_cast<float>(i % 8) / 8);
        processor->process(left, right, 1 + i % kFrames, events, i % 4 == 0 ? 1 : 0, moment);
    }
}

}  // namespace

int main(int, char** words) {
    CHECK(AudioTrap::works());
    PluginHost& host = roadcase::load_plugin_host();
    const std::string fixtures = words[1];
    for (const char* name : {"sine", "gain", "delay", "mono", "buses"})
        plays_quietly(host, fixtures + "/fixture-" + name + ".vst3");
    for (const char* name : {"ZamDelay", "ZamEQ2", "ZamComp"}) {
        const std::string file = std::string("/usr/lib/vst3/") + name + ".vst3";
        if (access(file.c_str(), R_OK) == 0) plays_quietly(host, file);
    }
    std::fflush(nullptr);
    _exit(0);  // what plugins do at the end of a process is not asked for
}
