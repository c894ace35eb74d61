// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace roadcase {

/// Where the beat is, for a while: a straight line.
struct BeatLine {
    double tempo = 120;
    double beat = 0;
    int64_t time = 0;
    double quantum = 4;

    double beat_at(int64_t when) const { return beat + static_cast<double>(when - time) * tempo / 60e9; }
    int64_t time_of(double which) const { return time + static_cast<int64_t>((which - beat) * 60e9 / tempo); }
};

/// Makes MIDI clock from a line that may change at any time. Knows no port and no thread; time is passed in.
class ClockMaker {
  public:
    enum Message : int32_t { kTick = 0xF8, kStart = 0xFA, kContinue = 0xFB, kStop = 0xFC, kPosition = 0xF2 };

    /// What is to be sent: at bar begins a joining output is placed and continued with it.
    struct Out {
        int64_t time;
        int32_t packed;
        bool bar;      // with a tick: a bar begins here
    };

    void start() { wait_for_bar(kStart); }
    void resume() { wait_for_bar(kContinue); }

    /// Plays on from where the line is.
    void join() {
        if (playing_) return;
        waiting_ = kContinue;
        waits_for_sixteenth_ = true;
        joins_ = true;
    }

    template <typename Emit>
    void stop(int64_t now, Emit&& emit) {
        waiting_ = 0;
        if (!playing_) return;
        playing_ = false;
        emit(Out{now, kStop, false});
    }

    template <typename Emit>
    void place(int32_t sixteenths, int64_t now, Emit&& emit) {
        const bool played = playing_;
        stop(now, emit);
        song_ = int64_t{sixteenths} * kTicksOfSixteenth;
        emit(Out{now, position(), false});
        if (played) resume();
    }

    /// Everything up to `horizon` that was not made yet.
    template <typename Emit>
    void make(const BeatLine& line, int64_t now, int64_t horizon, Emit&& emit) {
        const auto tick = static_cast<int64_t>(60e9 / line.tempo / kTicksOfBeat);
        const bool begins = !anchored_;
        if (begins || jumped(line, now, tick)) anchor(line, now, begins, emit);
        bar_ = static_cast<int64_t>(line.quantum * kTicksOfBeat + 0.5);
        for (;;) {
            const int64_t due = line.time_of(static_cast<double>(next_) / kTicksOfBeat);
            if (due >= horizon) return;
            const int64_t time = due < now ? now : due;
            send_tick(time, emit);
            last_ = due;
            next_++;
        }
    }

    bool playing() const { return playing_; }
    bool waiting() const { return waiting_ != 0; }
    int32_t sixteenths() const { return static_cast<int32_t>((song_ / kTicksOfSixteenth) & 0x3FFF); }
    int32_t position() const { return kPosition | (sixteenths() & 0x7F) << 8 | (sixteenths() >> 7) << 16; }
    uint64_t ticks() const { return ticks_; }
    uint64_t replaced() const { return replaced_; }

  private:
    static constexpr int64_t kTicksOfBeat = 24, kTicksOfSixteenth = 6;

    static int64_t modulo(int64_t a, int64_t b) { return ((a % b) + b) % b; }
    static int64_t ceiling(double x) {
        const auto whole = static_cast<int64_t>(x);
        return static_cast<double>(whole) < x ? whole + 1 : whole;
    }

    void wait_for_bar(int32_t what) {
        if (playing_) return;
        waiting_ = what;
        waits_for_sixteenth_ = false;
        joins_ = false;
    }

    /// Whether the next tick is no longer about where it was to be, or we come far too late for it.
    bool jumped(const BeatLine& line, int64_t now, int64_t tick) const {
        const int64_t due = line.time_of(static_cast<double>(next_) / kTicksOfBeat);
        const int64_t off = due - (last_ + tick);
        return off > tick || off < -tick || due < now - 2 * tick;
    }

    template <typename Emit>
    void anchor(const BeatLine& line, int64_t now, bool begins, Emit&& emit) {
        next_ = ceiling(line.beat_at(now) * kTicksOfBeat - 1e-6);
        last_ = line.time_of(static_cast<double>(next_ - 1) / kTicksOfBeat);
        anchored_ = true;
        if (begins || !playing_) return;
        replaced_++;
        playing_ = false;
        emit(Out{now, kStop, false});
        // The nearest place of the song with the phase that the bar has now.
        const int64_t at = next_ + modulo(-next_, kTicksOfSixteenth);
        int64_t off = modulo(at - song_, bar_);
        if (off > bar_ / 2) off -= bar_;
        song_ += off;
        while (song_ < 0) song_ += bar_;
        waiting_ = kContinue;
        waits_for_sixteenth_ = true;
    }

    template <typename Emit>
    void send_tick(int64_t time, Emit&& emit) {
        const bool bar = modulo(next_, bar_) == 0;
        const bool place = waits_for_sixteenth_ && modulo(next_, kTicksOfSixteenth) == 0 && (!joins_ || next_ >= 0);
        if (waiting_ != 0 && (place || (bar && !joins_))) {
            if (joins_ && next_ == 0) waiting_ = kStart;
            if (joins_) song_ = next_;
            if (waiting_ == kStart) song_ = 0;
            if (waits_for_sixteenth_ && waiting_ == kContinue) emit(Out{time, position(), false});
            emit(Out{time, waiting_, false});
            playing_ = true;
            waiting_ = 0;
            waits_for_sixteenth_ = false;
            joins_ = false;
        }
        emit(Out{time, kTick, bar});
        ticks_++;
        if (playing_) song_++;
    }

    bool anchored_ = false;
    int64_t next_ = 0;   // tick to be made next, counted on the line
    int64_t last_ = 0;   // ns: when the one before it was due
    int64_t bar_ = 96;   // ticks
    int64_t song_ = 0;   // ticks since the song's begin, at next_
    bool playing_ = false;
    int32_t waiting_ = 0;
    bool waits_for_sixteenth_ = false;
    bool joins_ = false;
    uint64_t ticks_ = 0, replaced_ = 0;
};

}  // namespace roadcase
