// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox.h"

#include <vector>

#include "check.h"
#include "clock.h"

using namespace roadcase;

namespace {

constexpr int64_t kFar = 1'000'000'000'000;  // ns after now: nothing becomes due while a test runs

struct Left {
    int32_t port;
    int64_t time;
    std::vector<uint8_t> bytes;
};

struct Case {
    Counters counters;
    Outbox outbox{counters};
    const int64_t zero = now() + kFar;
    std::vector<Left> left;
    int32_t full = kNoPort;

    void deliver(int64_t begin, int64_t end) {
        outbox.deliver(zero + begin, zero + end, [this](Send& send, int64_t time) {
            if (send.port == full) return Written::not_yet;
            std::vector<uint8_t> bytes(send.length);
            outbox.copy(send, bytes.data(), send.length);
            left.push_back({send.port, time - zero, bytes});
            return Written::whole;
        });
    }

    std::vector<int> numbers() const {
        std::vector<int> all;
        for (const Left& one : left) all.push_back(one.bytes[1]);
        return all;
    }

    bool at(int64_t time, int number, int32_t port = 0) {
        return outbox.post_short(port, time == 0 ? 0 : zero + time, 0x90 | number << 8 | 0x7F << 16);
    }
};

using Numbers = std::vector<int>;

void each_leaves_in_its_own_cycle_at_its_time() {
    Case c;
    CHECK(c.at(250, 3) && c.at(50, 1) && c.at(150, 2));
    c.deliver(0, 100);
    CHECK((c.numbers() == Numbers{1}) && c.left[0].time == 50);
    c.deliver(100, 200);
    CHECK((c.numbers() == Numbers{1, 2}) && c.left[1].time == 150);
    c.deliver(200, 300);
    CHECK((c.numbers() == Numbers{1, 2, 3}) && c.left[2].time == 250);
    CHECK(c.counters.sent == 3);
}

void equal_times_keep_their_order() {
    Case c;
    Numbers all;
    for (int i = 0; i < 100; i++) {
        CHECK(c.at(50, i));
        all.push_back(i);
    }
    c.deliver(0, 100);
    CHECK(c.numbers() == all);
}

void what_is_due_now_leaves_in_the_order_of_sending_before_what_comes_later() {
    Case c;
    CHECK(c.at(10, 3) && c.at(0, 1) && c.at(0, 2));
    c.deliver(0, 100);
    CHECK((c.numbers() == Numbers{1, 2, 3}));
    CHECK(c.left[0].time == 0 && c.left[2].time == 10);
}

void late_ones_go_before_those_sent_after_them() {
    Case c;
    CHECK(c.at(50, 1));
    c.deliver(0, 10);
    CHECK(c.at(0, 2));
    c.deliver(100, 200);  // a cycle was skipped
    CHECK((c.numbers() == Numbers{1, 2}));
    CHECK(c.left[0].time == 100);
}

void a_full_port_waits_and_holds_up_no_other() {
    Case c;
    CHECK(c.at(0, 1, 5) && c.at(0, 2, 5) && c.at(0, 3, 6));
    c.full = 5;
    c.deliver(0, 100);
    CHECK((c.numbers() == Numbers{3}));
    CHECK(c.outbox.due(5) == 2);
    CHECK(c.at(0, 4, 5));
    c.full = kNoPort;
    c.deliver(100, 200);
    CHECK((c.numbers() == Numbers{3, 1, 2, 4}));
    CHECK(c.outbox.due(5) == 0);
}

void the_bounds_refuse_and_give_room_again() {
    Case c;
    int taken = 0;
    while (c.at(50, 1)) taken++;
    CHECK(taken == RC_MIDI_MAX_FUTURE);
    CHECK(c.at(0, 2));  // those that wait do not keep out those that are due
    for (taken = 1; c.at(0, 2); taken++) {}
    CHECK(taken == RC_MIDI_MAX_QUEUED);
    c.deliver(0, 100);
    CHECK(c.left.size() == RC_MIDI_MAX_FUTURE + RC_MIDI_MAX_QUEUED);
    CHECK(c.at(150, 1) && c.at(0, 1));
}

void long_messages_come_whole_in_any_order_and_their_room_returns() {
    Case c;
    for (int round = 0; round < 200; round++) {
        const int64_t cycle = round * 100;
        std::vector<std::vector<uint8_t>> sysex;
        for (uint32_t i = 0; i < 4; i++) {
            std::vector<uint8_t> bytes(2 + (i * 20'011 + static_cast<uint32_t>(round) * 977) % 65'534,
                                       static_cast<uint8_t>(i + 1));
            bytes.front() = 0xF0;
            bytes.back() = 0xF7;
            const auto length = static_cast<uint32_t>(bytes.size());
            CHECK(c.outbox.post_long(0, c.zero + cycle + 40 - 10 * i, bytes.data(), length));
            sysex.push_back(bytes);
        }
        c.left.clear();
        c.deliver(cycle, cycle + 100);
        CHECK(c.left.size() == 4);
        for (size_t i = 0; i < 4; i++) CHECK(c.left[i].bytes == sysex[3 - i]);
    }
    std::vector<uint8_t> longest(RC_MIDI_MAX_MESSAGE, 1);
    longest.front() = 0xF0;
    longest.back() = 0xF7;
    int taken = 0;
    while (c.outbox.post_long(0, 0, longest.data(), RC_MIDI_MAX_MESSAGE)) taken++;
    CHECK(taken == RC_MIDI_LONG_BYTES / RC_MIDI_MAX_MESSAGE);
    c.outbox.drop_all();
    CHECK(c.counters.dropped_out == 16);
    CHECK(c.outbox.post_long(0, 0, longest.data(), RC_MIDI_MAX_MESSAGE));
}

void what_is_no_message_is_refused() {
    Case c;
    CHECK(!c.outbox.post_short(0, 0, 0x40));
    CHECK(!c.outbox.post_short(0, 0, 0xF0));
    CHECK(!c.outbox.post_short(0, 0, 0xF4));
    const uint8_t endless[] = {0xF0, 0x01, 0x02}, too_short[] = {0x90, 0x40}, note[] = {0x90, 0x40, 0x7F};
    CHECK(!c.outbox.post_long(0, 0, endless, 3));
    const uint8_t broken[] = {0xF0, 0x01, 0x90, 0x02, 0xF7};
    CHECK(!c.outbox.post_long(0, 0, too_short, 2));
    CHECK(!c.outbox.post_long(0, 0, broken, 5));
    CHECK(c.outbox.post_long(0, 0, note, 3));
    c.deliver(0, 100);
    CHECK(c.left.size() == 1 && c.left[0].bytes.size() == 3);
}

}  // namespace

int main() {
    each_leaves_in_its_own_cycle_at_its_time();
    equal_times_keep_their_order();
    what_is_due_now_leaves_in_the_order_of_sending_before_what_comes_later();
    late_ones_go_before_those_sent_after_them();
    a_full_port_waits_and_holds_up_no_other();
    the_bounds_refuse_and_give_room_again();
    long_messages_come_whole_in_any_order_and_their_room_returns();
    what_is_no_message_is_refused();
}
