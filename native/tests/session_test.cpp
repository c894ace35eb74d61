// SPDX-License-Identifier: GPL-3.0-or-later
//
// The engine's end of the socket: what is no question, what is cut off, and what is of another build.
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>

#include "channel.h"
#include "engine_process.h"
#include "engine_under_test.h"

using namespace roadcase;

namespace {

/// An engine, and the bare socket to it.
struct Raw {
    SharedMemory memory;
    EngineProcess process{program, memory, folder, 0};
    int socket = process.take_socket();
    ~Raw() {
        if (socket >= 0) close(socket);
    }

    void write(const void* from, size_t length) {
        CHECK(::send(socket, from, length, MSG_NOSIGNAL) == static_cast<ssize_t>(length));
    }
    void write(uint32_t kind, uint32_t id, const std::vector<char>& payload) {
        const WireHead head{static_cast<uint32_t>(payload.size()), kind, id};
        write(&head, sizeof head);
        if (!payload.empty()) write(payload.data(), payload.size());
    }
    bool read(void* to, size_t length) {
        for (auto* at = static_cast<char*>(to); length > 0;) {
            pollfd watched{socket, POLLIN, 0};
            if (poll(&watched, 1, 8000) <= 0) return false;
            const ssize_t count = recv(socket, at, length, 0);
            if (count <= 0) return false;
            at += count;
            length -= static_cast<size_t>(count);
        }
        return true;
    }
    /// The answer to a question; news is passed over.
    uint32_t answer(uint32_t id, std::vector<char>& payload) {
        for (;;) {
            WireHead head;
            CHECK(read(&head, sizeof head) && head.length < 1 << 20);
            payload.resize(head.length);
            CHECK(head.length == 0 || read(payload.data(), head.length));
            if (head.id == id) return head.kind;
        }
    }
    bool lives() {
        std::vector<char> payload;
        write(static_cast<uint32_t>(Ask::kHello), 77, WireWriter().u32(kSharedMagic).all());
        return answer(77, payload) == static_cast<uint32_t>(Tell::kAnswer);
    }
    bool ended() {
        return soon([&] { return kill(process.id(), 0) != 0 || process.reap(10) != ""; });
    }
};

void what_is_no_question_is_refused() {
    Raw engine;
    CHECK(engine.lives());
    std::vector<char> payload;
    uint32_t random = 99;
    for (uint32_t i = 0; i < 2000; i++) {
        std::vector<char> nonsense((random >> 8) % 200);
        for (char& c : nonsense) {
            random = random * 1664525 + 1013904223;
            c = static_cast<char>(random >> 24);
        }
        random = random * 1664525 + 1013904223;
        // Every question there is, but those that end or scan, and some that are none.
        uint32_t kind = 1 + (random >> 16) % 40;
        if (kind == static_cast<uint32_t>(Ask::kQuit) || kind == static_cast<uint32_t>(Ask::kScan)) kind = 4000;
        if (kind == static_cast<uint32_t>(Ask::kDevices)) kind = 0;
        engine.write(kind, 1000 + i, nonsense);
    }
    CHECK(engine.lives());
}

void one_of_another_build_is_told() {
    Raw engine;
    std::vector<char> payload;
    engine.write(static_cast<uint32_t>(Ask::kHello), 5, WireWriter().u32(1).all());
    CHECK(engine.answer(5, payload) == static_cast<uint32_t>(Tell::kRefusal));
    CHECK(WireReader(payload).text().find("build") != std::string::npos);
}

void a_length_that_cannot_be_ends_it() {
    Raw engine;
    CHECK(engine.lives());
    const WireHead head{0xFFFFFFFF, 1, 1};
    engine.write(&head, sizeof head);
    CHECK(engine.ended());
}

void a_message_that_is_cut_off_ends_it() {
    Raw engine;
    CHECK(engine.lives());
    const WireHead head{100, 1, 1};
    engine.write(&head, sizeof head);
    close(engine.socket);
    engine.socket = -1;
    CHECK(engine.ended());
}

void texts_that_lie_about_their_length_are_damaged() {
    const std::vector<char> lies = WireWriter().u32(1000).u32(7).all();
    bool damaged = false;
    try {
        WireReader(lies).text();
    } catch (const Malformed&) {
        damaged = true;
    }
    CHECK(damaged);
}

}  // namespace

int main(int, char** words) {
    program = words[1];
    texts_that_lie_about_their_length_are_damaged();
    what_is_no_question_is_refused();
    one_of_another_build_is_told();
    a_length_that_cannot_be_ends_it();
    a_message_that_is_cut_off_ends_it();
    return 0;
}
