// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "check.h"

using namespace roadcase;

namespace {

std::string hex(const uint8_t* bytes, size_t count) {
    std::string text;
    char two[4];
    for (size_t i = 0; i < count; i++) {
        std::snprintf(two, sizeof two, "%02X ", bytes[i]);
        text += two;
    }
    text.pop_back();
    return text;
}

struct Heard {
    std::vector<std::string> messages;
    void short_message(int32_t packed) {
        const uint8_t bytes[] = {static_cast<uint8_t>(packed), static_cast<uint8_t>(packed >> 8),
                                 static_cast<uint8_t>(packed >> 16)};
        messages.push_back(hex(bytes, static_cast<size_t>(message_length(bytes[0]))));
    }
    void long_message(const uint8_t* bytes, uint32_t length) { messages.push_back(hex(bytes, length)); }
};

using Bytes = std::vector<uint8_t>;
using Messages = std::vector<std::string>;

struct Case {
    Counters counters;
    Decoder decoder{counters};
    Heard heard;
    int64_t time = 0;

    Case& feed(const Bytes& bytes) {
        decoder.feed(time, bytes.data(), bytes.size(), heard);
        return *this;
    }
};

void whole_messages() {
    Case c;
    c.feed({0x90, 0x40, 0x7F, 0xC3, 0x05, 0xE0, 0x00, 0x40, 0xF2, 0x01, 0x02, 0xF6, 0xFE});
    CHECK((c.heard.messages == Messages{"90 40 7F", "C3 05", "E0 00 40", "F2 01 02", "F6", "FE"}));
    CHECK(c.counters.stray == 0);
}

void running_status_lasts_through_real_time_and_ends_at_system_common() {
    Case c;
    c.feed({0x90, 0x40, 0x7F, 0x41, 0xF8, 0x7F, 0x42, 0x00, 0xF3, 0x01, 0x43, 0x00});
    CHECK((c.heard.messages == Messages{"90 40 7F", "F8", "90 41 7F", "90 42 00", "F3 01"}));
    CHECK(c.counters.stray == 2);
}

void sysex_in_parts_with_a_clock_inside() {
    Case c;
    c.feed({0xF0, 0x7E}).feed({0x7F, 0xF8, 0x06}).feed({0x01, 0xF7});
    CHECK((c.heard.messages == Messages{"F8", "F0 7E 7F 06 01 F7"}));
}

void unfinished_sysex_is_discarded_and_the_message_after_it_is_not() {
    Case c;
    c.feed({0xF0, 0x01, 0x02, 0x90, 0x40, 0x7F});
    c.feed({0xF0, 0x01, 0xF0, 0x02, 0xF7});
    CHECK((c.heard.messages == Messages{"90 40 7F", "F0 02 F7"}));
    CHECK(c.counters.sysex_unfinished == 2);
}

void sysex_is_given_up_when_nothing_comes() {
    Case c;
    c.feed({0xF0, 0x01});
    c.time += Decoder::kPatience + 1;
    c.feed({0x02, 0xF7});
    CHECK(c.heard.messages.empty());
    CHECK(c.counters.sysex_unfinished == 1 && c.counters.stray == 2);
}

void the_longest_sysex_passes_and_a_longer_one_does_not() {
    Case c;
    Bytes longest(RC_MIDI_MAX_MESSAGE, 0x11);
    longest.front() = 0xF0;
    longest.back() = 0xF7;
    c.feed(longest);
    CHECK(c.heard.messages.size() == 1 && c.heard.messages[0].size() == size_t{RC_MIDI_MAX_MESSAGE} * 3 - 1);
    longest.insert(longest.begin() + 1, 0x11);
    c.feed(longest);
    CHECK(c.heard.messages.size() == 1 && c.counters.sysex_too_long == 1);
    c.feed({0x90, 0x40, 0x7F});
    CHECK(c.heard.messages.size() == 2);
}

void undefined_and_stray_bytes_are_counted() {
    Case c;
    c.feed({0x40, 0xF4, 0xF5, 0xF7, 0xF9, 0xFD, 0x90, 0x40, 0x80, 0x40, 0x00});
    CHECK((c.heard.messages == Messages{"80 40 00"}));
    CHECK(c.counters.stray == 8);
}

void any_bytes_at_all_give_whole_messages_only() {
    Case c;
    uint32_t random = 1;
    Bytes bytes(1);
    for (int i = 0; i < 300'000; i++) {
        random = random * 1664525 + 1013904223;
        bytes[0] = static_cast<uint8_t>(random >> 24);
        c.feed(bytes);
    }
    CHECK(c.heard.messages.size() > 1000);
    for (const std::string& message : c.heard.messages) {
        const auto status = static_cast<uint8_t>(std::stoi(message.substr(0, 2), nullptr, 16));
        CHECK(message_length(status) >= 0);
        if (status == 0xF0) CHECK(message.substr(message.size() - 2) == "F7");
        for (size_t i = 3; i + 2 < message.size(); i += 3) CHECK(message[i] < '8');
    }
}

/// Bytes of a file of the corpus; lines that begin with # are for people.
Bytes bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    Bytes bytes;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        for (size_t i = 0; i + 1 < line.size(); i += 3)
            bytes.push_back(static_cast<uint8_t>(std::stoi(line.substr(i, 2), nullptr, 16)));
    }
    return bytes;
}

struct Expected {
    Messages messages;
    uint64_t unfinished_sysex = 0;
    bool faults = false;
};

Expected expected_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    Expected expected;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("! ", 0) != 0) {
            expected.messages.push_back(line);
            continue;
        }
        const size_t count = line.rfind(' ');
        if (line.rfind("! UNFINISHED_SYSEX", 0) == 0) expected.unfinished_sysex = std::stoull(line.substr(count));
        else expected.faults = true;
    }
    return expected;
}

/// The streams that the decoder of the host reads, in pieces of one byte up to all at once. Here one counter stands for
/// stray bytes, undefined status and short messages that were broken off, so that it is looked at for more than none.
void corpus(const std::filesystem::path& folder) {
    size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::filesystem::path file = entry.path();
        if (file.extension() != ".hex") continue;
        const Bytes bytes = bytes_of(file);
        const Expected expected = expected_of(file.replace_extension(".expected"));
        files++;
        for (const size_t piece : {size_t{1}, size_t{2}, size_t{3}, size_t{1000}}) {
            Case c;
            for (size_t at = 0; at < bytes.size(); at += piece) {
                const size_t end = std::min(bytes.size(), at + piece);
                c.feed(Bytes(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.begin() + static_cast<std::ptrdiff_t>(end)));
            }
            const bool right = c.heard.messages == expected.messages &&
                               c.counters.sysex_unfinished == expected.unfinished_sysex &&
                               (c.counters.stray > 0) == expected.faults;
            if (!right) std::fprintf(stderr, "%s, in pieces of %zu:\n", file.stem().string().c_str(), piece);
            if (!right)
                for (const std::string& message : c.heard.messages) std::fprintf(stderr, "  %s\n", message.c_str());
            CHECK(right);
        }
    }
    CHECK(files >= 25);
}

}  // namespace

int main(int count, char** arguments) {
    CHECK(count == 2);
    corpus(arguments[1]);
    whole_messages();
    running_status_lasts_through_real_time_and_ends_at_system_common();
    sysex_in_parts_with_a_clock_inside();
    unfinished_sysex_is_discarded_and_the_message_after_it_is_not();
    sysex_is_given_up_when_nothing_comes();
    the_longest_sysex_passes_and_a_longer_one_does_not();
    undefined_and_stray_bytes_are_counted();
    any_bytes_at_all_give_whole_messages_only();
}
