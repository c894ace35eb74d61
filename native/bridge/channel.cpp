// SPDX-License-Identifier: GPL-3.0-or-later
#include "channel.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

namespace roadcase {

namespace {

#if defined(MSG_NOSIGNAL)
constexpr int kNoSignal = MSG_NOSIGNAL;
#else
constexpr int kNoSignal = 0;  // macOS: SO_NOSIGPIPE below
#endif

}  // namespace

Channel::Channel(int fd) : fd_(fd) {
#if defined(SO_NOSIGPIPE)
    const int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
    writer_ = std::thread([this] { write(); });
}

Channel::~Channel() {
    shut();
    {
        std::lock_guard lock(mutex_);
        stop_ = true;
        changed_.notify_all();
    }
    writer_.join();
    close(fd_);
}

void Channel::shut() { shutdown(fd_, SHUT_RDWR); }

bool Channel::read_all(void* to, size_t length) {
    auto* at = static_cast<char*>(to);
    while (length > 0) {
        const ssize_t count = recv(fd_, at, length, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        at += count;
        length -= static_cast<size_t>(count);
    }
    return true;
}

bool Channel::receive(Message& message) {
    WireHead head;
    if (!read_all(&head, sizeof head) || head.length > kWireMost) return false;
    message.kind = head.kind;
    message.id = head.id;
    message.payload.resize(head.length);
    return read_all(message.payload.data(), head.length);
}

bool Channel::send(uint32_t kind, uint32_t id, const WireWriter& payload) {
    const WireHead head{static_cast<uint32_t>(payload.all().size()), kind, id};
    std::vector<char> all(sizeof head + payload.all().size());
    std::memcpy(all.data(), &head, sizeof head);
    if (head.length > 0) std::memcpy(all.data() + sizeof head, payload.all().data(), head.length);
    std::lock_guard lock(mutex_);
    if (stop_ || waiting_bytes_ + all.size() > kBytesMost) return false;
    if (kind == static_cast<uint32_t>(Tell::kNews) && waiting_.size() > kNewsMost) return false;
    waiting_bytes_ += all.size();
    waiting_.push_back(std::move(all));
    changed_.notify_all();
    return true;
}

void Channel::write() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
        if (stop_) return;
        std::vector<char> all = std::move(waiting_.front());
        waiting_.pop_front();
        waiting_bytes_ -= all.size();
        writing_ = true;
        lock.unlock();
        size_t sent = 0;
        while (sent < all.size()) {
            const ssize_t count = ::send(fd_, all.data() + sent, all.size() - sent, kNoSignal);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) break;  // gone: receive() says so
            sent += static_cast<size_t>(count);
        }
        lock.lock();
        writing_ = false;
        changed_.notify_all();
    }
}

void Channel::flush(int milliseconds) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return waiting_.empty() && !writing_; });
}

}  // namespace roadcase
