// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

#include "clock.h"

namespace roadcase {

namespace {

constexpr auto kTick = std::chrono::milliseconds(20);
constexpr int kTicksASecond = 50;
constexpr unsigned kEndSeconds = 5;
constexpr int kPlayingHangs = 3 * kTicksASecond;
constexpr int kLoadingHangs = 45 * kTicksASecond;  // longer than a look at an unknown file may take
constexpr int64_t kRingOut = milliseconds(15'000);
constexpr float kSilence = 1e-4f;
constexpr auto kMainPatience = std::chrono::milliseconds(4'500);
constexpr int kExitHung = 70;
constexpr off_t kLogMost = 4 << 20;

struct Place {
    int32_t slot, position;
};

Place place_of(WireReader& reader) {
    const Place place{reader.i32(), reader.i32()};
    if (place.slot < 0 || place.slot >= kPlaces)
        throw Refusal("there is no slot " + std::to_string(place.slot) + "; slots are 1 to 8, 0 is the master");
    if (place.position < 0 || place.position >= kPositions || (place.slot == RC_ENGINE_MASTER && place.position == 0))
        throw Refusal("there is no place " + std::to_string(place.position) + " in it; inserts are 1 to 8");
    return place;
}

/// What is in the ring was for the engine before. First of all: levels that are moved from now on come through the
/// ring, those from before are read where they are kept.
Shared& begin_anew(Shared& shared) {
    shared.ring.head.store(shared.ring.tail.load(std::memory_order_acquire), std::memory_order_release);
    shared.playing_place = 0;
    shared.loading_place = 0;
    shared.blamed_place = 0;
    for (MeterCells& cells : shared.meters) {
        cells.written = 0;
        cells.scope_written = 0;
    }
    return shared;
}

WireWriter written(const Texts& texts) { return WireWriter().text(texts.all); }
WireWriter written(const std::vector<char>& bytes) { return WireWriter().bytes(bytes.data(), bytes.size()); }

}  // namespace

Session::Session(Shared& shared, int socket, std::string folder, int64_t grace)
    : shared_(begin_anew(shared)), grace_(grace), channel_(socket), catalogue_(std::move(folder)),
      sound_(shared, [this](const DeviceWish& wish) {
                 return main_.call(kMainPatience, [this, wish] { return host().open(wish); });
             },
             [this](double rate, int32_t most) {
                 main_.call(kMainPatience, [this, rate, most] { places_.prepare(rate, most); });
             },
             [this](const News& news) { tell(news); }),
      places_(shared, sound_.rack(), catalogue_, [this]() -> PluginHost& { return host(); },
              [this](const News& news) { tell(news); }) {}

Session::~Session() = default;

void Session::run() {
    control_ = std::thread([this] { control(); });
    house_ = std::thread([this] { keep_house(); });
    main_.run();
    stop_ = true;
    control_.join();
    house_.join();
    places_.clear();
    channel_.flush(200);
}

void Session::control() {
    Channel::Message message;
    try {
        sound_.device({"none", "", 0, 0}, false);
    } catch (const std::exception& cause) {
        std::fprintf(stderr, "the silent clock does not begin: %s\n", cause.what());
    }
    while (!quit_ && channel_.receive(message)) answer(message);
    if (!quit_) outlive_client();
    // A JACK server that stands still lets nobody go, and plugins may hang at their end: then the system ends us.
    alarm(kEndSeconds);
    sound_.finish();
    main_.stop();
}

void Session::answer(const Channel::Message& message) {
    try {
        WireReader reader(message.payload);
        answer(static_cast<Ask>(message.kind), message.id, reader);
    } catch (const std::exception& cause) {
        refuse(message.id, cause.what());
    }
}

void Session::answer(Ask ask, uint32_t id, WireReader& reader) {
    switch (ask) {
        case Ask::kHello:
            if (reader.u32() != kSharedMagic || shared_.magic != kSharedMagic)
                throw Refusal("the engine and the library are of different builds; build both again");
            return say(id, WireWriter().u32(static_cast<uint32_t>(getpid())));
        case Ask::kQuit: quit_ = true; return;
        case Ask::kDevice: {
            DeviceWish wish;
            wish.type = reader.text();
            wish.name = reader.text();
            wish.rate = reader.i32();
            wish.block = reader.i32();
            const bool insist = reader.i32() != 0;
            reader.end();
            sound_.device(wish, insist);
            return say(id, {});
        }
        case Ask::kDevices: return say(id, written(devices()));
        case Ask::kRender: {
            const int32_t frames = reader.i32();
            if (frames < 1 || frames > 65536) throw Refusal("1 to 65536 frames can be rendered at a time");
            std::vector<float> all(static_cast<size_t>(frames) * 2);
            sound_.render_offline(all.data(), frames);
            return say(id, WireWriter().bytes(all.data(), all.size() * sizeof(float)));
        }
        case Ask::kScan: {
            const bool again = reader.i32() != 0;
            std::vector<std::string> folders(std::min<uint32_t>(reader.u32(), 1000));
            for (std::string& folder : folders) folder = reader.text();
            reader.end();
            return on_main(id, [this, again, folders] {
                scan(again, folders);
                return WireWriter();
            });
        }
        case Ask::kPlugins: return say(id, written(catalogue_.texts(reader.text())));
        case Ask::kLoad: {
            const Place place = place_of(reader);
            const int32_t number = reader.i32();
            const std::string plugin = reader.text();
            std::vector<char> state = reader.bytes();
            reader.end();
            say(id, {});
            return main_.post([this, place, number, plugin, state = std::move(state)] {
                places_.load(place.slot, place.position, number, plugin, state);
            });
        }
        case Ask::kRemove: {
            const Place place = place_of(reader);
            return on_main(id, [this, place] {
                places_.remove(place.slot, place.position);
                return WireWriter();
            });
        }
        case Ask::kOrder: {
            const int32_t slot = reader.i32();
            std::array<int32_t, RC_ENGINE_INSERTS> from{};
            uint32_t seen = 0;
            for (int32_t& each : from) {
                each = reader.i32();
                if (each >= 1 && each <= RC_ENGINE_INSERTS) seen |= 1u << each;
            }
            if (slot < 0 || slot >= kPlaces || seen != (1u << (RC_ENGINE_INSERTS + 1)) - 2)
                throw Refusal("an order of inserts names each of 1 to 8 once");
            return on_main(id, [this, slot, from] {
                places_.order(slot, from);
                return WireWriter();
            });
        }
        case Ask::kParameters: {
            const Place place = place_of(reader);
            return on_main(id, [this, place] { return written(places_.parameters(place.slot, place.position)); });
        }
        case Ask::kState: {
            const Place place = place_of(reader);
            return on_main(id, [this, place] { return written(places_.state(place.slot, place.position)); });
        }
        case Ask::kStateSet: {
            const Place place = place_of(reader);
            return on_main(id, [this, place, state = reader.bytes()] {
                places_.state(place.slot, place.position, state);
                return WireWriter();
            });
        }
        case Ask::kSounds: {
            const Place place = place_of(reader);
            return on_main(id, [this, place] { return written(places_.sounds(place.slot, place.position)); });
        }
        case Ask::kSound: {
            const Place place = place_of(reader);
            return on_main(id, [this, place, name = reader.text()] {
                return written(places_.sound(place.slot, place.position, name));
            });
        }
        case Ask::kWindow: {
            const Place place = place_of(reader);
            const bool show = reader.i32() != 0;
            return on_main(id, [this, place, show] {
                places_.window(place.slot, place.position, show);
                return WireWriter();
            });
        }
    }
    throw Refusal("the engine does not know this question");
}

template <typename Task>
void Session::on_main(uint32_t id, Task task) {
    main_.post([this, id, task = std::move(task)]() mutable {
        try {
            say(id, task());
        } catch (const std::exception& cause) {
            refuse(id, cause.what());
        }
    });
}

void Session::refuse(uint32_t id, const std::string& sentence) {
    channel_.send(static_cast<uint32_t>(Tell::kRefusal), id, WireWriter().text(sentence));
}

void Session::tell(const News& news) {
    WireWriter payload;
    payload.i32(news.kind).i32(news.slot).i32(news.position).i32(news.number).f64(news.value).text(news.text);
    channel_.send(static_cast<uint32_t>(Tell::kNews), 0, payload);
}

/// The first plugin, or the first sound card, brings the module that knows them. [main thread]
PluginHost& Session::host() {
    static PluginHost* taken = nullptr;
    PluginHost& host = load_plugin_host();
    if (taken == nullptr) {
        taken = &host;
        main_.hand_over({[&host] { host.run(); },
                         [&host](std::function<void()> task) { host.post(std::move(task)); },
                         [&host] { host.stop(); }});
    }
    return host;
}

Texts Session::devices() {
    Texts texts;
    try {
        open_jack({"jack", "", 0, 0});
        texts.add("jack").add("").end();
    } catch (const Refusal&) {
        // No server: it is not offered.
    }
    try {
        for (const auto& device : main_.call(kMainPatience, [this] { return host().devices(); }))
            texts.add(device.type).add(device.name).end();
    } catch (const Refusal&) {
        // The module that knows sound cards is not built.
    }
    texts.add("none").add("").end();
    return texts;
}

void Session::scan(bool again, const std::vector<std::string>& folders) {
    catalogue_.scan(host().files(folders), again,
                    {[this](int done, int all, const std::string& file) {
                         tell({RC_NEWS_SCANNING, -1, -1, done, static_cast<double>(all), file});
                     },
                     [this](int known, int bad) {
                         tell({RC_NEWS_SCANNED, -1, -1, known, static_cast<double>(bad), ""});
                     }});
}

void Session::keep_house() {
    for (int tick = 0; !stop_; tick++) {
        std::this_thread::sleep_for(kTick);
        Told told;
        while (sound_.rack().told().pop(told)) main_.post([this, told] { places_.hear(told); });
        if (tick % 5 == 0) {
            try {
                sound_.look_after();
            } catch (const std::exception& cause) {
                std::fprintf(stderr, "the device could not be looked after: %s\n", cause.what());
            }
        }
        if (tick % kTicksASecond == 0) bound_the_log();
        see_who_hangs();
    }
}

/// Plugins print what they like, as often as they like.
void Session::bound_the_log() {
    struct stat log {};
    if (fstat(STDERR_FILENO, &log) != 0 || !S_ISREG(log.st_mode) || log.st_size < kLogMost) return;
    if (ftruncate(STDERR_FILENO, 0) != 0) return;
    std::fprintf(stderr, "the log was emptied because it had grown too long\n");
}

/// Counted in looks, not in time: a process that was stopped as a whole does not hang.
void Session::see_who_hangs() {
    const uint64_t blocks = shared_.status.blocks;
    const uint32_t playing = shared_.playing_place, loading = shared_.loading_place;
    playing_ticks_ = playing != 0 && playing == playing_ && blocks == blocks_ ? playing_ticks_ + 1 : 0;
    loading_ticks_ = loading != 0 && loading == loading_ ? loading_ticks_ + 1 : 0;
    blocks_ = blocks;
    playing_ = playing;
    loading_ = loading;
    if (playing_ticks_ < kPlayingHangs && loading_ticks_ < kLoadingHangs) return;
    std::fprintf(stderr, "a plugin hangs while it %s; the engine ends\n",
                 playing_ticks_ >= kPlayingHangs ? "plays" : "is loaded or asked");
    shared_.blamed_place = playing_ticks_ >= kPlayingHangs ? playing : loading;
    std::fflush(stderr);
    _exit(kExitHung);
}

void Session::outlive_client() {
    if (sound_.offline()) return;  // its time stands still without the client
    std::fprintf(stderr, "the client is gone; what sounds goes on for %.1f s\n", static_cast<double>(grace_) / 1e9);
    const int64_t until = now() + grace_;
    while (now() < until) std::this_thread::sleep_for(kTick);
    sound_.rack().release();
    const int64_t over = now() + kRingOut;
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    while (now() < over && !silent()) std::this_thread::sleep_for(kTick);
}

bool Session::silent() const {
    const MeterCells& cells = shared_.meters[RC_ENGINE_MASTER];
    const uint64_t written = cells.written;
    for (uint64_t i = 1; i <= std::min<uint64_t>(written, 40); i++) {
        const MeterWindow& window = cells.windows[(written - i) % kWindows];
        if (window.peak[0] > kSilence || window.peak[1] > kSilence) return false;
    }
    return true;
}

}  // namespace roadcase
