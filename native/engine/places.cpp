// SPDX-License-Identifier: GPL-3.0-or-later
#include "places.h"

#include <chrono>
#include <cstring>
#include <thread>

#include "blame.h"
#include "moves.h"
#include "poly.h"

namespace roadcase {

namespace {

/// While this lives, whoever looks for the one to blame sees the place.
class AtWork {
  public:
    AtWork(Shared& shared, int32_t slot, int32_t position) : shared_(shared) {
        shared_.loading_place = place_of_this_thread() = place_number(slot, position);
    }
    ~AtWork() { shared_.loading_place = place_of_this_thread() = 0; }

  private:
    Shared& shared_;
};

/// The audio thread takes commands with every block; where none comes (offline), room is for 2,048.
template <typename Push>
void push_patiently(Push&& push) {
    for (int i = 0; i < 2000; i++) {
        if (push()) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    throw Refusal("the sound does not go on, so that nothing can be changed in it");
}

}  // namespace

Places::Places(Shared& shared, Rack& rack, Catalogue& catalogue, Host host, TellNews tell)
    : shared_(shared), rack_(rack), catalogue_(catalogue), host_(std::move(host)), tell_(std::move(tell)) {}

Places::~Places() { clear(); }

void Places::clear() {
    current_ = {};
    rack_.abandon();
    owned_.clear();
}

Processor*& Places::place(int32_t slot, int32_t position) {
    return current_[static_cast<size_t>(slot)][static_cast<size_t>(position)];
}

Processor& Places::at(int32_t slot, int32_t position) {
    Processor* processor = place(slot, position);
    if (processor == nullptr) throw Refusal("there is nothing in this place");
    return *processor;
}

std::unique_ptr<Processor> Places::make(const std::string& plugin) {
    if (plugin == Poly::kId) {
        auto poly = std::make_unique<Poly>();
        poly->prepare(rack_.rate(), rack_.most());
        return poly;
    }
    // A file that was never looked at is looked at elsewhere first: what crashes there costs nothing here.
    if (plugin.find('/') != std::string::npos && plugin.find('#') == std::string::npos) {
        const std::string format = host_().format_of(plugin);
        if (format.empty()) throw Refusal(plugin + " is no plugin that can be played here; VST3 and LV2 are");
        catalogue_.look({format, plugin}, false);
    }
    const PluginFacts facts = catalogue_.find(plugin);
    if (facts.format == "built in") return make(Poly::kId);
    return host_().load(facts, rack_.rate(), rack_.most());
}

void Places::load(int32_t slot, int32_t position, int32_t number, const std::string& plugin,
                  const std::vector<char>& state) {
    const AtWork at_work(shared_, slot, position);
    KeptParameters& kept = shared_.parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)];
    try {
        auto made = make(plugin);
        if (!state.empty()) made->state(state);
        Processor* processor = made.get();
        give_kept_parameters(slot, position, *processor, false);
        listen(*processor);
        const std::string name = processor->name();
        owned_[processor] = {std::move(made), slot, position};
        install(slot, position, processor);
        kept.loading = 0;
        // What was moved in between found no plugin at work: once more, through the audio thread.
        give_kept_parameters(slot, position, *processor, true);
        tell_({RC_NEWS_LOADED, slot, position, number, 0, name});
        if (processor->latency() > 0) tell_({RC_NEWS_LATENCY, slot, position, processor->latency(), 0, name});
    } catch (const std::exception& cause) {
        kept.loading = 0;
        tell_({RC_NEWS_FAILED, slot, position, number, 0, cause.what()});
    }
}

void Places::give_kept_parameters(int32_t slot, int32_t position, Processor& processor, bool installed) {
    const auto& kept = shared_.parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)];
    each(kept, [&](uint32_t number, float value) {
        const auto which = static_cast<int32_t>(number);
        if (!installed) processor.parameter(which, value);
        else push_patiently([&] { return rack_.parameter(slot, position, &processor, which, value); });
    });
}

void Places::install(int32_t slot, int32_t position, Processor* processor) {
    const int32_t latency = processor == nullptr ? 0 : processor->latency();
    push_patiently([&] { return rack_.install(slot, position, processor, latency); });
    // What goes rings out; its window would only mislead meanwhile.
    if (place(slot, position) != nullptr) place(slot, position)->window(false);
    place(slot, position) = processor;
}

void Places::listen(Processor& processor) {
    Processor* which = &processor;
    const auto where = [this, which]() -> Owned* {
        const auto found = owned_.find(which);
        return found == owned_.end() ? nullptr : &found->second;
    };
    processor.listen({[this, where](int32_t number, float value, const std::string& shown) {
                          if (const Owned* owned = where())
                              tell_({RC_NEWS_PARAMETER, owned->slot, owned->position, number, value, shown});
                      },
                      [this, where, which] {
                          const Owned* owned = where();
                          if (owned == nullptr) return;
                          const int32_t frames = which->latency();
                          if (rack_.latency(owned->slot, owned->position, which, frames))
                              tell_({RC_NEWS_LATENCY, owned->slot, owned->position, frames, 0, which->name()});
                      }});
}

void Places::remove(int32_t slot, int32_t position) {
    shared_.parameters[static_cast<size_t>(slot)][static_cast<size_t>(position)].loading = 0;
    if (place(slot, position) != nullptr) install(slot, position, nullptr);
}

void Places::order(int32_t slot, const std::array<int32_t, RC_ENGINE_INSERTS>& from) {
    push_patiently([&] { return rack_.order(slot, from); });
    auto& here = current_[static_cast<size_t>(slot)];
    const auto before = here;
    for (size_t i = 0; i < from.size(); i++) {
        Processor* processor = before[static_cast<size_t>(from[i])];
        here[i + 1] = processor;
        if (processor != nullptr) owned_[processor].position = static_cast<int32_t>(i + 1);
    }
}

Texts Places::parameters(int32_t slot, int32_t position) {
    Texts texts;
    if (place(slot, position) == nullptr) return texts;
    const AtWork at_work(shared_, slot, position);
    const auto number = [](float value) {
        char text[32];
        std::snprintf(text, sizeof text, "%.6g", static_cast<double>(value));
        return std::string(text);
    };
    for (const Parameter& parameter : at(slot, position).parameters()) {
        texts.add(std::to_string(parameter.number)).add(parameter.name).add(number(parameter.value));
        texts.add(number(parameter.start)).add(std::to_string(parameter.steps)).add(parameter.shown);
        texts.add(parameter.unit).end();
    }
    return texts;
}

std::vector<char> Places::state(int32_t slot, int32_t position) {
    if (place(slot, position) == nullptr) return {};
    const AtWork at_work(shared_, slot, position);
    return at(slot, position).state();
}

void Places::state(int32_t slot, int32_t position, const std::vector<char>& bytes) {
    const AtWork at_work(shared_, slot, position);
    at(slot, position).state(bytes);
}

Texts Places::sounds(int32_t slot, int32_t position) {
    const AtWork at_work(shared_, slot, position);
    Texts texts;
    for (const SoundName& sound : at(slot, position).sounds()) texts.add(sound.name).add(sound.path).end();
    return texts;
}

std::vector<char> Places::sound(int32_t slot, int32_t position, const std::string& name) {
    const AtWork at_work(shared_, slot, position);
    at(slot, position).sound(name);
    return at(slot, position).state();
}

void Places::window(int32_t slot, int32_t position, bool show) {
    const AtWork at_work(shared_, slot, position);
    at(slot, position).window(show);
}

void Places::prepare(double rate, int32_t most_frames) {
    for (auto& [processor, owned] : owned_) {
        const AtWork at_work(shared_, owned.slot, owned.position);
        processor->prepare(rate, most_frames);
        // A delay of a time has another number of frames now.
        rack_.latency(owned.slot, owned.position, processor, processor->latency());
    }
    rack_.prepare(rate, most_frames);
}

void Places::hear(const Told& told) {
    const auto found = owned_.find(told.processor);
    if (found == owned_.end()) return;
    if (told.kind == Told::kRetired) {
        const AtWork at_work(shared_, found->second.slot, found->second.position);
        owned_.erase(found);
    } else {
        tell_({RC_NEWS_SILENCED, found->second.slot, found->second.position, 0, 0,
               told.processor->name() + " gave no numbers (NaN, infinity or far too loud); it is silent until it is "
                                        "well for a second"});
    }
}

}  // namespace roadcase
