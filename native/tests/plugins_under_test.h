// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine_under_test.h"

inline std::string fixtures;
constexpr int32_t kRate = 48000;
constexpr int32_t kNoteOn = 0x90 | 69 << 8 | 100 << 16;
constexpr int32_t kNoteOff = 0x80 | 69 << 8;

inline std::string fixture(const char* name) { return fixtures + "/fixture-" + name + ".vst3"; }

inline std::vector<float> render(rc_engine* engine, int32_t frames) {
    std::vector<float> all(static_cast<size_t>(frames) * 2);
    CHECK(rc_engine_render(engine, all.data(), frames, error, sizeof error) == 0);
    return all;
}

inline void offline(rc_engine* engine, int32_t block) {
    CHECK(rc_engine_device(engine, "offline", "", kRate, block, error, sizeof error) == 0);
}

/// Moves the parameter called Amount; others that a framework adds come before it.
inline void turn(rc_engine* engine, int32_t slot, int32_t position, float value) {
    char text[8192];
    CHECK(rc_slot_parameters(engine, slot, position, text, sizeof text, error, sizeof error) > 0);
    CHECK(std::string(text + std::strlen(text) + 1) == "Amount");
    CHECK(rc_slot_parameter(engine, slot, position, 0, std::atoi(text), value) == 1);
}

/// The first frame at which the left channel is not silent, -1 for none.
inline int32_t first_sound(const std::vector<float>& all) {
    for (size_t i = 0; i < all.size(); i += 2)
        if (std::fabs(all[i]) > 1e-6f) return static_cast<int32_t>(i / 2);
    return -1;
}

inline float greatest(const std::vector<float>& all) {
    float most = 0;
    for (const float x : all) most = std::max(most, std::fabs(x));
    return most;
}

/// words: of main: the program, and the folder of fixtures
inline void begin(char** words, const char* name) {
    program = words[1];
    fixtures = words[2];
    folder = std::string("/tmp/roadcase-") + name + "." + std::to_string(getpid());
}

inline int end() { return std::system(("rm -r " + folder).c_str()) == 0 ? 0 : 1; }
