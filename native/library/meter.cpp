// SPDX-License-Identifier: GPL-3.0-or-later
//
// The C ABI of meter.h: reads the cells that the engine's audio thread writes.
#include "roadcase/meter.h"

#include <array>
#include <cmath>
#include <complex>

#include "engine_abi.h"

using roadcase::MeterCells;
using roadcase::MeterWindow;

namespace {

constexpr int64_t kShortest = 10'000'000, kLongest = 5'000'000'000;
constexpr size_t kFrames = 2048;
constexpr double kLowest = 40, kHighest = 16'000;
constexpr double kPi = 3.14159265358979323846;

/// In place, by halves; `data` has a power of two of values.
void fourier(std::array<std::complex<float>, kFrames>& data) {
    for (size_t i = 1, j = 0; i < kFrames; i++) {
        size_t bit = kFrames >> 1;
        for (; (j & bit) != 0; bit >>= 1) j ^= bit;
        j ^= bit;
        if (i < j) std::swap(data[i], data[j]);
    }
    for (size_t length = 2; length <= kFrames; length <<= 1) {
        const double angle = -2 * kPi / static_cast<double>(length);
        const std::complex<double> turn(std::cos(angle), std::sin(angle));
        for (size_t from = 0; from < kFrames; from += length) {
            std::complex<double> at = 1;
            for (size_t k = 0; k < length / 2; k++, at *= turn) {
                const auto odd = data[from + k + length / 2] * std::complex<float>(at);
                data[from + k + length / 2] = data[from + k] - odd;
                data[from + k] += odd;
            }
        }
    }
}

}  // namespace

int32_t rc_meter_read(rc_engine* engine, int32_t slot, int64_t span, rc_meter* meter) {
    *meter = {};
    if (!roadcase::is_slot(slot) || !engine->client.running()) return 0;
    const roadcase::Shared& shared = engine->client.shared();
    const MeterCells& cells = shared.meters[static_cast<size_t>(slot)];
    const uint64_t written = cells.written.load(std::memory_order_acquire);
    const double rate = std::max<uint32_t>(1, shared.status.rate);
    const int64_t wanted = std::min(kLongest, std::max(kShortest, span));
    double square[2] = {}, frames = 0;
    int64_t from = INT64_MIN;
    // The oldest may be written anew while we read: one window less.
    for (uint64_t back = 1; back <= written && back < roadcase::kWindows; back++) {
        const MeterWindow& window = cells.windows[(written - back) % roadcase::kWindows];
        const double length = window.frames;
        const int64_t begin = window.begin;
        const int64_t end = begin + static_cast<int64_t>(length * 1e9 / rate);
        if (back == 1) {
            meter->time = end;
            from = end - wanted;
        }
        if (end <= from) break;
        for (size_t c = 0; c < 2; c++) {
            meter->peak[c] = std::max<float>(meter->peak[c], window.peak[c]);
            square[c] += window.square[c] * length;
        }
        frames += length;
    }
    for (size_t c = 0; c < 2 && frames > 0; c++) meter->rms[c] = static_cast<float>(std::sqrt(square[c] / frames));
    return 1;
}

int32_t rc_meter_spectrum(rc_engine* engine, int32_t slot, int32_t bands, float* levels) {
    if (bands < 1 || bands > RC_METER_MAX_BANDS || levels == nullptr) return 0;
    std::fill_n(levels, bands, 0.0f);
    if (!roadcase::is_slot(slot) || !engine->client.running()) return 0;
    const roadcase::Shared& shared = engine->client.shared();
    const MeterCells& cells = shared.meters[static_cast<size_t>(slot)];
    const uint64_t written = cells.scope_written.load(std::memory_order_acquire);
    if (written < kFrames) return 1;
    std::array<std::complex<float>, kFrames> data;
    for (size_t i = 0; i < kFrames; i++) {
        // Hann, twice as high, so that a sine keeps its height.
        const double window = 1 - std::cos(2 * kPi * static_cast<double>(i) / kFrames);
        data[i] = cells.scope[(written - kFrames + i) % roadcase::kScopeFrames] * static_cast<float>(window);
    }
    fourier(data);
    const double bin = std::max<uint32_t>(1, shared.status.rate) / static_cast<double>(kFrames);
    for (int32_t band = 0; band < bands; band++) {
        const double low = kLowest * std::pow(kHighest / kLowest, band / static_cast<double>(bands));
        const double high = kLowest * std::pow(kHighest / kLowest, (band + 1) / static_cast<double>(bands));
        // Low bands are narrower than a bin: the nearest one then.
        const auto first = static_cast<size_t>(std::lround(low / bin));
        const auto end = static_cast<size_t>(std::lround(high / bin));
        const size_t last = std::min(kFrames / 2, std::max(first + 1, end));
        float energy = 0;
        for (size_t i = first; i < last; i++) energy += std::norm(data[i]);
        // A sine spreads over three bins of this window, with 1.5 times its energy in them.
        levels[band] = std::sqrt(energy / 1.5f) * 2 / kFrames;
    }
    return 1;
}
