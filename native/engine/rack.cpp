// SPDX-License-Identifier: GPL-3.0-or-later
#include "rack.h"

#include <algorithm>
#include <cmath>

#include "moves.h"

namespace roadcase {

namespace {

constexpr int32_t kLevelMs = 10;
constexpr int32_t kDipMs = 10;
constexpr int32_t kFadeMs = 20;
constexpr int32_t kMovesMost = 16384;  // taken from the ring in one block, so that a flood cannot hold it up for ever
constexpr float kKnee = 0.9f;          // below this the safety clip changes nothing

/// Numbers that fade to nothing would cost a hundred times as much to compute with.
class NoDenormals {
  public:
#if defined(__x86_64__) || defined(__i386__)
    NoDenormals() : before_(__builtin_ia32_stmxcsr()) { __builtin_ia32_ldmxcsr(before_ | 0x8040u); }
    ~NoDenormals() { __builtin_ia32_ldmxcsr(before_); }

  private:
    unsigned before_;
#elif defined(__aarch64__)
    NoDenormals() {
        __asm__ volatile("mrs %0, fpcr" : "=r"(before_));
        __asm__ volatile("msr fpcr, %0" ::"r"(before_ | (uint64_t{1} << 24)));
    }
    ~NoDenormals() { __asm__ volatile("msr fpcr, %0" ::"r"(before_)); }

  private:
    uint64_t before_;
#endif
};

float clipped(float x) noexcept {
    const float size = std::fabs(x);
    if (size <= kKnee) return x;
    return std::copysign(kKnee + (1 - kKnee) * std::tanh((size - kKnee) / (1 - kKnee)), x);
}

}  // namespace

Rack::Rack(Shared& shared)
    : shared_(shared), play_{shared, told_, {}, 48000, 0, 0, nullptr, nullptr, nullptr, nullptr, spare_} {
    loudness_.reserve(kPlaces);
    for (size_t i = 0; i < kPlaces; i++) {
        loudness_.emplace_back(shared.meters[i]);
        for (size_t p = 0; p < kPositions; p++) {
            slots_[i].stages[p] = std::make_unique<Stage>();
            slots_[i].stages[p]->become(p == 0);
        }
    }
    panics_ = shared.panics;
}

void Rack::prepare(double rate, int32_t most_frames) {
    most_ = most_frames;
    play_.rate = rate;
    play_.moment.rate = rate;
    room_.assign(static_cast<size_t>(most_frames) * 6, 0.0f);
    float* at = room_.data();
    for (float** part : {&play_.in_left, &play_.in_right, &play_.sum_left, &play_.sum_right, &slot_left_,
                         &slot_right_}) {
        *part = at;
        at += most_frames;
    }
    shared_.status.rate = static_cast<uint32_t>(rate);
}

void Rack::take_kept_levels() {
    for (size_t i = 0; i < kPlaces; i++) {
        slots_[i].gain = kept_gain(shared_.levels[i]);
        slots_[i].mute = shared_.levels[i].mute != 0;
        slots_[i].solo = shared_.levels[i].solo != 0;
    }
    set_levels();
    for (Slot& slot : slots_) slot.level.jump(slot.level.target());
}

bool Rack::install(int32_t slot, int32_t position, Processor* processor, int32_t latency) {
    return commands_.push({Command::kInstall, slot, position, processor, latency, 0, {}});
}

bool Rack::latency(int32_t slot, int32_t position, const Processor* processor, int32_t frames) {
    return commands_.push({Command::kLatency, slot, position, const_cast<Processor*>(processor), frames, 0, {}});
}

bool Rack::parameter(int32_t slot, int32_t position, const Processor* processor, int32_t number, float value) {
    return commands_.push({Command::kParameter, slot, position, const_cast<Processor*>(processor), number, value, {}});
}

bool Rack::order(int32_t slot, const std::array<int32_t, RC_ENGINE_INSERTS>& from) {
    Command command{Command::kOrder, slot, 0, nullptr, 0, 0, {}};
    for (size_t i = 0; i < from.size(); i++) command.from[i] = static_cast<int8_t>(from[i]);
    return commands_.push(command);
}

std::vector<Processor*> Rack::abandon() {
    std::vector<Processor*> all;
    for (Slot& slot : slots_)
        for (auto& stage : slot.stages) {
            stage->abandon(all);
            stage = std::make_unique<Stage>();
        }
    Command command;
    while (holds_ || commands_.pop(command)) {
        if (holds_) command = held_;
        holds_ = false;
        if (command.kind == Command::kInstall && command.processor != nullptr) all.push_back(command.processor);
    }
    Told told;
    while (told_.pop(told))
        if (told.kind == Told::kRetired) all.push_back(told.processor);
    return all;
}

void Rack::render(float* left, float* right, int32_t frames, int64_t time, int64_t lead, int64_t latency,
                  bool offline) noexcept {
    const NoDenormals quick;
    play_.moment.offline = offline;
    shared_.status.block_time.store(time, std::memory_order_relaxed);
    release_where_asked();
    take_commands();
    take_moves(time, lead);
    fade_.to(fade_in_ ? 1 : 0, play_.milliseconds(kFadeMs));
    for (int32_t done = 0; done < frames;) {
        const int32_t part = std::min(most_, frames - done);
        // From the whole count, so that parts meet without a gap.
        const int64_t begin = time + static_cast<int64_t>(done * 1e9 / play_.rate);
        const int64_t end = time + static_cast<int64_t>((done + part) * 1e9 / play_.rate);
        look_at_timeline(begin, latency);
        spread(begin, end, part);
        play_chunk(left + done, right + done, part, begin);
        play_.moment.frame += part;
        done += part;
    }
    shared_.status.blocks.fetch_add(1, std::memory_order_release);
}

void Rack::take_commands() noexcept {
    while (holds_ || commands_.pop(held_)) {
        holds_ = !execute(held_);
        if (holds_) return;
    }
}

bool Rack::execute(const Command& command) noexcept {
    if (!valid_place(command.slot, command.position)) return true;
    Slot& slot = slots_[static_cast<size_t>(command.slot)];
    Stage& stage = *slot.stages[static_cast<size_t>(command.position)];
    switch (command.kind) {
        case Command::kInstall: return stage.install(command.processor, command.number, play_);
        case Command::kLatency:
            for (auto& each : slot.stages) each->latency(command.processor, command.number);
            return true;
        case Command::kParameter:
            for (auto& each : slot.stages)
                if (each->processor() == command.processor) each->parameter(command.number, command.value);
            return true;
        case Command::kOrder: {
            if (slot.reorders) return false;
            slot.from = command.from;
            int8_t last = 0;
            for (const int8_t from : slot.from) {
                if (slot.stages[static_cast<size_t>(from)]->idle()) continue;
                slot.reorders = slot.reorders || from < last;
                last = from;
            }
            if (!slot.reorders) reorder(slot);
            else slot.dip.to(0, play_.milliseconds(kDipMs));
            return true;
        }
    }
    return true;
}

void Rack::reorder(Slot& slot) noexcept {
    std::array<std::unique_ptr<Stage>, RC_ENGINE_INSERTS> moved;
    for (size_t i = 0; i < moved.size(); i++) moved[i] = std::move(slot.stages[static_cast<size_t>(slot.from[i])]);
    for (size_t i = 0; i < moved.size(); i++) slot.stages[i + 1] = std::move(moved[i]);
    slot.reorders = false;
    slot.dip.to(1, play_.milliseconds(kDipMs));
}

void Rack::release_where_asked() noexcept {
    const uint32_t panics = shared_.panics.load(std::memory_order_acquire);
    const uint32_t releases = releases_.load(std::memory_order_acquire);
    if (panics == panics_ && releases == released_) return;
    const bool panic = panics != panics_;
    for (Slot& slot : slots_) slot.stages[0]->release_all(panic);
    panics_ = panics;
    released_ = releases;
    // What came in before is forgotten too; what is in the ring already may be newer and stays.
    schedule_.forget_notes();
}

void Rack::take_moves(int64_t time, int64_t lead) noexcept {
    drain(shared_.ring, kMovesMost, [&](const Move& move, const std::byte* payload) {
        if (!valid_place(move.slot, move.position)) return;
        const int64_t due = move.time == 0 ? time : std::max(move.time + lead, time);
        if (move.time != 0 && move.time + lead < time) shared_.status.late.fetch_add(1, std::memory_order_relaxed);
        if (!schedule_.add(due, move, payload)) shared_.status.dropped.fetch_add(1, std::memory_order_relaxed);
    });
}

void Rack::look_at_timeline(int64_t time, int64_t latency) noexcept {
    read(shared_.timeline, timeline_);
    Moment& moment = play_.moment;
    moment.time = time;
    moment.tempo = timeline_.tempo;
    moment.quantum = timeline_.quantum;
    moment.playing = timeline_.playing != 0;
    moment.beat = timeline_.beat + static_cast<double>(time + latency - timeline_.time) * timeline_.tempo / 60e9;
}

/// Gives what is due in this chunk to the slots.
void Rack::spread(int64_t begin, int64_t end, int32_t frames) noexcept {
    for (Slot& slot : slots_) {
        slot.events.clear();
        slot.stages[0]->begin(slot.events);
    }
    while (const Waiting* next = schedule_.peek(end)) {
        const Waiting waiting = *next;
        const bool note = waiting.move.kind == Move::kMidi || waiting.move.kind == Move::kMidiLong;
        // The rest waits for the next chunk; nothing overtakes it.
        if (note && slots_[waiting.move.slot].events.count() > EventList::kMost / 2) break;
        schedule_.pop();
        const auto frame = static_cast<int32_t>(static_cast<double>(waiting.due - begin) * play_.rate / 1e9 + 0.5);
        apply(waiting, std::clamp(frame, 0, frames - 1));
    }
    set_levels();
}

void Rack::apply(const Waiting& waiting, int32_t frame) noexcept {
    const Move& move = waiting.move;
    Slot& slot = slots_[move.slot];
    switch (move.kind) {
        case Move::kMidi: {
            const uint32_t packed = move.number;
            if ((packed & 0x80) == 0 || (packed & 0xF0) == 0xF0) break;
            slot.events.add(frame, static_cast<uint8_t>(packed), (packed >> 8) & 0x7F, (packed >> 16) & 0x7F);
            break;
        }
        case Move::kMidiLong:
            slot.events.add_long(frame, schedule_.bytes(waiting), move.number);
            blocks_[static_cast<size_t>(block_count_++)] = waiting.block;
            break;
        case Move::kParameter:
            // While another plugin is on its way to this place, it is for that one, which finds it where it is kept.
            if (shared_.parameters[move.slot][move.position].loading.load(std::memory_order_relaxed) == 0)
                slot.stages[move.position]->parameter(static_cast<int32_t>(move.number), move.value);
            break;
        case Move::kGain:
            if (std::isfinite(move.value)) slot.gain = std::clamp(move.value, 0.0f, 4.0f);
            break;
        case Move::kMute: slot.mute = move.number != 0; break;
        case Move::kSolo: slot.solo = move.number != 0; break;
        default: break;
    }
}

void Rack::set_levels() noexcept {
    const int32_t frames = play_.milliseconds(kLevelMs);
    const bool solo = std::any_of(slots_.begin() + 1, slots_.end(), [](const Slot& slot) { return slot.solo; });
    for (size_t i = 0; i < kPlaces; i++) {
        Slot& slot = slots_[i];
        const bool heard = !slot.mute && (i == RC_ENGINE_MASTER || !solo || slot.solo);
        slot.level.to(heard ? slot.gain : 0, frames);
    }
}

void Rack::compensate() noexcept {
    std::array<int32_t, kPlaces> own{};
    int32_t most = 0;
    for (size_t i = 1; i < kPlaces; i++) {
        for (const auto& stage : slots_[i].stages) own[i] += std::max(0, stage->latency());
        own[i] = std::min(own[i], Delay::kMost);
        most = std::max(most, own[i]);
    }
    for (size_t i = 1; i < kPlaces; i++) slots_[i].delay.set(most - own[i], play_.milliseconds(kFadeMs));
    shared_.status.compensation.store(static_cast<uint32_t>(most), std::memory_order_relaxed);
}

void Rack::play_chunk(float* left, float* right, int32_t frames, int64_t time) noexcept {
    compensate();
    std::fill_n(left, frames, 0.0f);
    std::fill_n(right, frames, 0.0f);
    const int32_t window = play_.milliseconds(5);
    for (size_t i = 1; i < kPlaces; i++) {
        Slot& slot = slots_[i];
        std::fill_n(slot_left_, frames, 0.0f);
        std::fill_n(slot_right_, frames, 0.0f);
        play_.slot = static_cast<int32_t>(i);
        for (size_t p = 0; p < kPositions; p++) {
            play_.position = static_cast<int32_t>(p);
            slot.stages[p]->process(slot_left_, slot_right_, frames, slot.events, play_);
        }
        slot.dip.apply(slot_left_, slot_right_, frames);
        if (slot.reorders && !slot.dip.moving()) reorder(slot);
        slot.delay.apply(slot_left_, slot_right_, frames);
        slot.level.apply(slot_left_, slot_right_, frames);
        loudness_[i].measure(slot_left_, slot_right_, frames, time, window);
        for (int32_t f = 0; f < frames; f++) {
            left[f] += slot_left_[f];
            right[f] += slot_right_[f];
        }
    }
    while (block_count_ > 0) schedule_.release(blocks_[static_cast<size_t>(--block_count_)]);
    Slot& master = slots_[RC_ENGINE_MASTER];
    play_.slot = RC_ENGINE_MASTER;
    for (size_t p = 1; p < kPositions; p++) {
        play_.position = static_cast<int32_t>(p);
        master.stages[p]->process(left, right, frames, master.events, play_);
    }
    master.dip.apply(left, right, frames);
    if (master.reorders && !master.dip.moving()) reorder(master);
    master.level.apply(left, right, frames);
    clip(left, right, frames);
    fade_.apply(left, right, frames);
    loudness_[RC_ENGINE_MASTER].measure(left, right, frames, time, window);
}

void Rack::clip(float* left, float* right, int32_t frames) noexcept {
    uint64_t over = 0;
    for (int32_t i = 0; i < frames; i++) {
        if (std::fabs(left[i]) > kKnee || std::fabs(right[i]) > kKnee) {
            over++;
            left[i] = clipped(left[i]);
            right[i] = clipped(right[i]);
        }
    }
    if (over > 0) shared_.status.clipped.fetch_add(over, std::memory_order_relaxed);
}

bool Rack::valid_place(int32_t slot, int32_t position) const noexcept {
    return slot >= 0 && slot < kPlaces && position >= 0 && position < kPositions;
}

}  // namespace roadcase
