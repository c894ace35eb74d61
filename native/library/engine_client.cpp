// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_client.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include "backend.h"
#include "clock.h"
#include "moves.h"

namespace roadcase {

namespace {

constexpr auto kStartMost = std::chrono::seconds(10);
constexpr auto kQuitMost = std::chrono::milliseconds(2500);
constexpr int kBlamesMost = 3;
constexpr size_t kDeathsMost = 5;
constexpr int64_t kDeathsWithin = milliseconds(30'000);
constexpr auto kPause = std::chrono::milliseconds(200);
constexpr size_t kNewsMost = 1024;

rc_engine_news news_of(int32_t kind, int32_t slot, int32_t position, int32_t number) {
    return {kind, slot, position, number, 0, 0, 0};
}

}  // namespace

EngineClient::EngineClient(std::string program, std::string folder, int64_t grace)
    : program_(program.empty() ? engine_beside_library() : std::move(program)), folder_(std::move(folder)),
      grace_(grace) {
    supervisor_ = std::thread([this] { supervise(); });
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, kStartMost, [this] { return running() || !trouble_.empty(); }) && trouble_.empty())
        return;
    const std::string trouble = trouble_.empty() ? "the engine does not answer" : trouble_;
    closing_ = true;
    if (engine_) engine_->kill();
    changed_.notify_all();
    lock.unlock();
    supervisor_.join();
    throw Refused(trouble);
}

EngineClient::~EngineClient() {
    {
        std::unique_lock lock(mutex_);
        closing_ = true;
        changed_.notify_all();
        if (channel_) channel_->send(static_cast<uint32_t>(Ask::kQuit), 0, {});
        if (!changed_.wait_for(lock, kQuitMost, [this] { return engine_ == nullptr; })) engine_->kill();
    }
    supervisor_.join();
}

void EngineClient::supervise() {
    std::deque<int64_t> deaths;
    while (true) {
        std::string how;
        try {
            how = run_once();
        } catch (const std::exception& cause) {
            how = cause.what();
            std::lock_guard lock(mutex_);
            trouble_ = how;
            changed_.notify_all();
        }
        std::unique_lock lock(mutex_);
        if (closing_) return;
        restarts_++;
        if (!asked_to_restart_) deaths.push_back(now());
        asked_to_restart_ = false;
        while (!deaths.empty() && deaths.front() < now() - kDeathsWithin) deaths.pop_front();
        if (deaths.size() <= kDeathsMost) {
            become(RC_ENGINE_STARTING, "the engine " + how + "; it is started again");
            // At once the first time; what dies again and again may need a moment.
            if (deaths.size() > 1)
                changed_.wait_for(lock, kPause * (deaths.size() - 1), [this] { return closing_; });
            continue;
        }
        trouble_ = "the engine " + how + ", once more than it should; it stays away until it is asked for";
        become(RC_ENGINE_GAVE_UP, trouble_);
        changed_.notify_all();
        changed_.wait(lock, [this] { return closing_ || asked_to_restart_; });
        if (closing_) return;
        asked_to_restart_ = false;
        deaths.clear();
        become(RC_ENGINE_STARTING, "the engine is started again");
    }
}

/// From its start to its end. Returns how it went.
std::string EngineClient::run_once() {
    auto engine = std::make_unique<EngineProcess>(program_, memory_, folder_, grace_);
    auto channel = std::make_shared<Channel>(engine->take_socket());
    {
        std::lock_guard lock(mutex_);
        process_id_ = static_cast<uint32_t>(engine->id());
        engine_ = std::move(engine);
        channel_ = channel;
        if (closing_) engine_->kill();
        give_back();
    }
    Channel::Message message;
    while (channel->receive(message)) hear(message);
    channel->shut();
    std::unique_lock lock(mutex_);
    const bool was_closing = closing_;
    process_id_ = 0;
    if (state_ == RC_ENGINE_RUNNING) state_ = RC_ENGINE_STARTING;
    fail_all("the engine is away; it is being started again");
    channel_.reset();
    // It sounds no more: either it said goodbye, or it is past saving.
    lock.unlock();
    const std::string how = engine_->reap(was_closing ? 1000 : 200);
    lock.lock();
    if (!closing_) blame(how);
    engine_.reset();
    changed_.notify_all();
    return how;
}

/// Tells a fresh engine what there was. [under mutex_]
void EngineClient::give_back() {
    send(Ask::kHello, WireWriter().u32(kSharedMagic));
    if (device_type_ != "none") {
        WireWriter device;
        device.text(device_type_).text(device_name_).i32(device_rate_).i32(device_block_).i32(1);
        send(Ask::kDevice, device);
    }
    for (int32_t slot = 0; slot < kPlaces; slot++) {
        for (int32_t position = 0; position < kPositions; position++) {
            Kept& place = kept(slot, position);
            shared().parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)].loading = 0;
            if (place.playing.empty() || place.left_out) continue;
            send_load(slot, position, place.playing);
        }
    }
    // What was on its way when the engine died; what was there before is back under it meanwhile.
    for (int32_t slot = 0; slot < kPlaces; slot++)
        for (int32_t position = 0; position < kPositions; position++)
            if (!kept(slot, position).coming.empty()) send_load(slot, position, kept(slot, position).coming);
}

void EngineClient::send_load(int32_t slot, int32_t position, const Wanted& wanted) {
    shared().parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)].loading = 1;
    WireWriter payload;
    payload.i32(slot).i32(position).i32(wanted.number).text(wanted.plugin);
    payload.bytes(wanted.state.data(), wanted.state.size());
    send(Ask::kLoad, payload);
}

/// A question whose answer nobody waits for. [under mutex_]
void EngineClient::send(Ask what, const WireWriter& payload) {
    if (channel_) channel_->send(static_cast<uint32_t>(what), next_id_++, payload);
}

void EngineClient::hear(const Channel::Message& message) {
    try {
        if (message.kind == static_cast<uint32_t>(Tell::kNews)) {
            WireReader reader(message.payload);
            hear_news(reader);
            return;
        }
        std::lock_guard lock(mutex_);
        // Whatever it answers first, it is there: that is the hello.
        if (state_ != RC_ENGINE_RUNNING) {
            if (message.kind == static_cast<uint32_t>(Tell::kRefusal)) {
                trouble_ = WireReader(message.payload).text();
                engine_->kill();
            } else {
                become(RC_ENGINE_RUNNING, "");
            }
            changed_.notify_all();
        }
        const auto found = replies_.find(message.id);
        if (found == replies_.end()) return;
        found->second->done = true;
        found->second->fine = message.kind == static_cast<uint32_t>(Tell::kAnswer);
        found->second->payload = message.payload;
        replies_.erase(found);
        changed_.notify_all();
    } catch (const Malformed&) {
        std::lock_guard lock(mutex_);
        if (engine_) engine_->kill();
    }
}

void EngineClient::hear_news(WireReader& reader) {
    rc_engine_news head{};
    head.kind = reader.i32();
    head.slot = reader.i32();
    head.position = reader.i32();
    head.number = reader.i32();
    head.value = reader.f64();
    const std::string text = reader.text();
    const bool place = head.slot >= 0 && head.slot < kPlaces && head.position >= 0 && head.position < kPositions;
    const bool end_of_load = (head.kind == RC_NEWS_LOADED || head.kind == RC_NEWS_FAILED) && place;
    // Of a load that another has overtaken, the end is told already.
    if (end_of_load && !settle(head.slot, head.position, head.number, head.kind == RC_NEWS_LOADED, text)) return;
    if (head.kind == RC_NEWS_PARAMETER && place && head.number >= 0)
        keep(shared().parameters[static_cast<size_t>(head.slot)][static_cast<size_t>(head.position)],
             static_cast<uint32_t>(head.number), static_cast<float>(head.value));
    tell(head, text);
}

bool EngineClient::settle(int32_t slot, int32_t position, int32_t number, bool loaded, const std::string& name) {
    std::lock_guard lock(mutex_);
    Kept& place = kept(slot, position);
    if (place.playing.number == number && loaded) place.playing.name = name;
    if (place.coming.empty() || place.coming.number != number) return place.playing.number == number;
    if (loaded) {
        place.playing = std::move(place.coming);
        place.playing.name = name;
    } else {
        put_back_moves(slot, position, place);
    }
    place.coming = {};
    place.moved_before.clear();
    return true;
}

void EngineClient::put_back_moves(int32_t slot, int32_t position, Kept& place) {
    KeptParameters& parameters = shared().parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)];
    forget(parameters);
    for (const auto& [number, value] : place.moved_before) keep(parameters, number, value);
}

/// Looks who was at work when the engine died. [under mutex_]
void EngineClient::blame(const std::string& how) {
    const uint32_t place_number = shared().blamed_place.exchange(0);
    if (place_number == 0 || place_number > kPlaces * kPositions) return;
    const auto slot = static_cast<int32_t>((place_number - 1) / kPositions);
    const auto position = static_cast<int32_t>((place_number - 1) % kPositions);
    Kept& place = kept(slot, position);
    if (!place.coming.empty() && shared().loading_place == place_number) {
        tell(news_of(RC_NEWS_FAILED, slot, position, place.coming.number),
             "'" + place.coming.plugin + "' ended the engine while it was loaded (the engine " + how + ")");
        put_back_moves(slot, position, place);
        place.coming = {};
        place.moved_before.clear();
        return;
    }
    place.blamed++;
    const std::string name = place.playing.name.empty() ? place.playing.plugin : place.playing.name;
    tell(news_of(RC_NEWS_BLAMED, slot, position, place.blamed), name);
    if (place.blamed < kBlamesMost) return;
    place.left_out = true;
    tell(news_of(RC_NEWS_LEFT_OUT, slot, position, place.blamed), name);
}

void EngineClient::fail_all(const std::string& sentence) {
    const WireWriter payload = WireWriter().text(sentence);
    for (auto& [ignored, reply] : replies_) {
        reply->done = true;
        reply->payload = payload.all();
    }
    replies_.clear();
    changed_.notify_all();
}

std::vector<char> EngineClient::ask(Ask what, const WireWriter& payload, int milliseconds_most) {
    std::unique_lock lock(mutex_);
    if (!channel_ || state_ != RC_ENGINE_RUNNING) throw Refused("the engine is away; it is being started again");
    const uint32_t id = next_id_++;
    const auto reply = std::make_shared<Reply>();
    replies_[id] = reply;
    if (!channel_->send(static_cast<uint32_t>(what), id, payload)) {
        replies_.erase(id);
        throw Refused("the engine takes no more questions; it may hang");
    }
    const bool answered = changed_.wait_for(lock, std::chrono::milliseconds(milliseconds_most),
                                            [&] { return reply->done; });
    replies_.erase(id);
    if (!answered) throw Refused("the engine did not answer in time; a plugin may be at work");
    if (reply->fine) return std::move(reply->payload);
    throw Refused(WireReader(reply->payload).text());
}

void EngineClient::device(const std::string& type, const std::string& name, int32_t rate, int32_t block) {
    WireWriter payload;
    payload.text(type).text(name).i32(rate).i32(block).i32(0);
    ask(Ask::kDevice, payload, 5000);
    std::lock_guard lock(mutex_);
    device_type_ = type;
    device_name_ = name;
    device_rate_ = rate;
    device_block_ = block;
}

EngineClient::Kept& EngineClient::kept(int32_t slot, int32_t position) {
    return kept_[static_cast<size_t>(slot)][static_cast<size_t>(position)];
}

int32_t EngineClient::load(int32_t slot, int32_t position, const std::string& plugin, std::vector<char> state) {
    std::lock_guard lock(mutex_);
    Kept& place = kept(slot, position);
    KeptParameters& parameters = shared().parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)];
    if (place.coming.empty()) {
        place.moved_before.clear();
        each(parameters, [&](uint32_t number, float value) { place.moved_before.emplace_back(number, value); });
    } else {
        tell(news_of(RC_NEWS_FAILED, slot, position, place.coming.number),
             "'" + plugin + "' was wanted here before '" + place.coming.plugin + "' was ready");
    }
    parameters.loading = 1;
    forget(parameters);
    place.coming = {plugin, "", std::move(state), next_load_++};
    place.blamed = 0;
    place.left_out = false;
    send_load(slot, position, place.coming);
    return place.coming.number;
}

void EngineClient::remove(int32_t slot, int32_t position) {
    std::lock_guard lock(mutex_);
    Kept& place = kept(slot, position);
    if (!place.coming.empty())
        tell(news_of(RC_NEWS_FAILED, slot, position, place.coming.number),
             "the place was emptied before '" + place.coming.plugin + "' was ready");
    place = {};
    forget(shared().parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)]);
    send(Ask::kRemove, WireWriter().i32(slot).i32(position));
}

void EngineClient::order(int32_t slot, const std::array<int32_t, RC_ENGINE_INSERTS>& from) {
    std::lock_guard lock(mutex_);
    std::array<Kept, kPositions> before;
    std::array<Moved, kPositions> moved;
    auto& parameters = shared().parameters[static_cast<size_t>(slot)];
    for (size_t i = 1; i < kPositions; i++) {
        before[i] = std::move(kept_[static_cast<size_t>(slot)][i]);
        each(parameters[i], [&](uint32_t number, float value) { moved[i].emplace_back(number, value); });
    }
    WireWriter payload;
    payload.i32(slot);
    for (size_t i = 0; i < from.size(); i++) {
        const auto source = static_cast<size_t>(from[i]);
        payload.i32(from[i]);
        kept_[static_cast<size_t>(slot)][i + 1] = std::move(before[source]);
        forget(parameters[i + 1]);
        for (const auto& [number, value] : moved[source]) keep(parameters[i + 1], number, value);
    }
    send(Ask::kOrder, payload);
}

std::vector<char> EngineClient::state(int32_t slot, int32_t position) {
    const auto answer = ask(Ask::kState, WireWriter().i32(slot).i32(position), 5000);
    std::vector<char> bytes = WireReader(answer).bytes();
    std::lock_guard lock(mutex_);
    Kept& place = kept(slot, position);
    if (!place.playing.empty() && place.coming.empty()) place.playing.state = bytes;
    return bytes;
}

void EngineClient::state(int32_t slot, int32_t position, std::vector<char> bytes) {
    WireWriter payload;
    payload.i32(slot).i32(position).bytes(bytes.data(), bytes.size());
    ask(Ask::kStateSet, payload, 5000);
    std::lock_guard lock(mutex_);
    // Moves from before are in the state, or undone by it.
    forget(shared().parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)]);
    kept(slot, position).playing.state = std::move(bytes);
}

void EngineClient::sound(int32_t slot, int32_t position, const std::string& name) {
    const auto answer = ask(Ask::kSound, WireWriter().i32(slot).i32(position).text(name), 5000);
    std::lock_guard lock(mutex_);
    forget(shared().parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)]);
    kept(slot, position).playing.state = WireReader(answer).bytes();
}

Texts EngineClient::contents(int32_t slot, int32_t position) {
    std::lock_guard lock(mutex_);
    const Kept& place = kept(slot, position);
    Texts texts;
    if (!place.coming.empty()) texts.add(place.coming.plugin).add("").add("loading").end();
    else if (!place.playing.empty())
        texts.add(place.playing.plugin).add(place.playing.name).add(place.left_out ? "left out" : "playing").end();
    return texts;
}

void EngineClient::restart() {
    std::unique_lock lock(mutex_);
    const uint64_t before = restarts_;
    const bool given_up = state_ == RC_ENGINE_GAVE_UP;
    asked_to_restart_ = true;
    if (engine_) engine_->kill();
    changed_.notify_all();
    if (!changed_.wait_for(lock, kStartMost, [&] { return running() && (given_up || restarts_ > before); }))
        throw Refused("the engine did not start again");
}

void EngineClient::become(uint32_t state, const std::string& text) {
    state_ = state;
    tell(news_of(RC_NEWS_ENGINE, -1, -1, static_cast<int32_t>(state)), text);
}

void EngineClient::tell(rc_engine_news head, const std::string& text) {
    std::lock_guard lock(news_mutex_);
    if (news_.size() >= kNewsMost) {
        auto least = std::find_if(news_.begin(), news_.end(), [](const Item& item) {
            return item.head.kind == RC_NEWS_PARAMETER || item.head.kind == RC_NEWS_SCANNING;
        });
        news_.erase(least == news_.end() ? news_.begin() : least);
    }
    std::string cut = text.substr(0, RC_ENGINE_MAX_TEXT - 1);
    // Not in the middle of a character: continuation bytes are 10xxxxxx.
    if (cut.size() < text.size()) {
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) cut.pop_back();
        if (!cut.empty()) cut.pop_back();
    }
    head.length = static_cast<int32_t>(cut.size() + 1);
    news_.push_back({head, std::move(cut)});
    news_there_ = true;
    news_signal_.notify();
}

int32_t EngineClient::wait(int64_t deadline, void* buffer, size_t capacity) {
    while (!news_there_ && !woken_ && now() < deadline)
        news_signal_.sleep(deadline, [this] { return news_there_ || woken_; });
    woken_ = false;
    std::lock_guard lock(news_mutex_);
    size_t written = 0;
    auto* to = static_cast<std::byte*>(buffer);
    while (!news_.empty()) {
        const Item& item = news_.front();
        const size_t size = (sizeof item.head + item.text.size() + 1 + 7) & ~size_t{7};
        if (written + size > capacity) break;
        std::memcpy(to + written, &item.head, sizeof item.head);
        std::memcpy(to + written + sizeof item.head, item.text.c_str(), item.text.size() + 1);
        written += size;
        news_.pop_front();
    }
    news_there_ = !news_.empty();
    return static_cast<int32_t>(written);
}

void EngineClient::wake() {
    woken_ = true;
    news_signal_.notify();
}

}  // namespace roadcase
