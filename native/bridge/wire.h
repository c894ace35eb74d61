// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

namespace roadcase {

/// Messages between the client and the engine: a head, then values one after another, as this machine writes them (both
/// ends are on it).

struct WireHead {
    uint32_t length;  // bytes behind this head
    uint32_t kind;    // Ask or Tell
    uint32_t id;      // of the question; an answer repeats it, news has 0
};
constexpr uint32_t kWireMost = 80u << 20;

/// From the client to the engine. Each is answered by kAnswer or kRefusal, unless it says otherwise.
enum class Ask : uint32_t {
    kHello = 1,      // u32 magic; answer: u32 process
    kQuit,           // no answer
    kDevice,         // text type, text name, i32 rate, i32 block, i32 insist
    kDevices,        // answer: texts
    kLoad,           // i32 slot, i32 position, i32 number, text plugin, bytes state; the answer is only that it began
    kRemove,         // i32 slot, i32 position
    kOrder,          // i32 slot, 8 times i32
    kParameters,     // i32 slot, i32 position; answer: texts
    kState,          // i32 slot, i32 position; answer: bytes
    kStateSet,       // i32 slot, i32 position, bytes
    kSounds,         // i32 slot, i32 position; answer: texts
    kSound,          // i32 slot, i32 position, text; answer: bytes, the state then
    kWindow,         // i32 slot, i32 position, i32 show
    kScan,           // i32 again, u32 count, texts
    kPlugins,        // text part; answer: texts
    kRender,         // i32 frames; answer: bytes, floats
};

/// From the engine to the client.
enum class Tell : uint32_t {
    kAnswer = 1001,  // what the question wants
    kRefusal,        // text
    kNews,           // i32 kind, i32 slot, i32 position, i32 number, f64 value, text
};

/// What came in is no message of ours.
struct Malformed : std::runtime_error {
    Malformed() : std::runtime_error("the message is damaged") {}
};

class WireWriter {
  public:
    WireWriter& i32(int32_t value) { return put(value); }
    WireWriter& u32(uint32_t value) { return put(value); }
    WireWriter& f64(double value) { return put(value); }
    WireWriter& bytes(const void* from, size_t length) {
        put(static_cast<uint32_t>(length));
        return append(from, length);
    }
    WireWriter& text(const std::string& text) { return bytes(text.data(), text.size()); }
    const std::vector<char>& all() const { return text_; }

  private:
    template <typename T>
    WireWriter& put(T value) {
        return append(&value, sizeof value);
    }
    WireWriter& append(const void* from, size_t length) {
        const size_t before = text_.size();
        text_.resize(before + length);
        if (length > 0) std::memcpy(text_.data() + before, from, length);
        return *this;
    }
    std::vector<char> text_;
};

/// Throws Malformed rather than read beyond the end.
class WireReader {
  public:
    WireReader(const char* begin, size_t length) : at_(begin), left_(length) {}
    explicit WireReader(const std::vector<char>& all) : WireReader(all.data(), all.size()) {}

    int32_t i32() { return take<int32_t>(); }
    uint32_t u32() { return take<uint32_t>(); }
    double f64() { return take<double>(); }
    std::vector<char> bytes() {
        const char* from = at_ + sizeof(uint32_t);
        const size_t length = counted();
        return {from, from + length};
    }
    std::string text() {
        const char* from = at_ + sizeof(uint32_t);
        const size_t length = counted();
        return {from, length};
    }
    void end() const {
        if (left_ != 0) throw Malformed();
    }

  private:
    size_t counted() {
        const size_t length = take<uint32_t>();
        if (length > left_) throw Malformed();
        at_ += length;
        left_ -= length;
        return length;
    }
    template <typename T>
    T take() {
        if (left_ < sizeof(T)) throw Malformed();
        T value;
        std::memcpy(&value, at_, sizeof value);
        at_ += sizeof value;
        left_ -= sizeof value;
        return value;
    }
    const char* at_;
    size_t left_;
};

/// Many texts in one: each ends with NUL; a group ends with an empty one, as the headers say.
struct Texts {
    std::string all;
    Texts& add(const std::string& text) {
        all += text.substr(0, text.find('\0'));
        all += '\0';
        return *this;
    }
    Texts& end() {
        all += '\0';
        return *this;
    }
};

}  // namespace roadcase
