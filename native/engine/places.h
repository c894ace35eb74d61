// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "catalogue.h"
#include "news.h"
#include "rack.h"
#include "wire.h"

namespace roadcase {

/// What is in the places of the rack: loads it, owns it, asks it. All on the main thread.
class Places {
  public:
    using Host = std::function<PluginHost&()>;

    Places(Shared& shared, Rack& rack, Catalogue& catalogue, Host host, TellNews tell);
    ~Places();

    /// Loads and hands over; the end is told by news that repeats `number`.
    void load(int32_t slot, int32_t position, int32_t number, const std::string& plugin,
              const std::vector<char>& state);
    void remove(int32_t slot, int32_t position);
    void order(int32_t slot, const std::array<int32_t, RC_ENGINE_INSERTS>& from);

    Texts parameters(int32_t slot, int32_t position);
    std::vector<char> state(int32_t slot, int32_t position);
    void state(int32_t slot, int32_t position, const std::vector<char>& bytes);
    Texts sounds(int32_t slot, int32_t position);
    std::vector<char> sound(int32_t slot, int32_t position, const std::string& name);
    void window(int32_t slot, int32_t position, bool show);

    /// Everything for another rate and block; render is not under way.
    void prepare(double rate, int32_t most_frames);

    /// What the audio thread has told: frees what rang out, passes on the rest.
    void hear(const Told& told);

    /// Frees everything; render is over for good.
    void clear();

  private:
    struct Owned {
        std::unique_ptr<Processor> processor;
        int32_t slot, position;
    };

    std::unique_ptr<Processor> make(const std::string& plugin);
    void install(int32_t slot, int32_t position, Processor* processor);
    void give_kept_parameters(int32_t slot, int32_t position, Processor& processor, bool installed);
    void listen(Processor& processor);
    Processor& at(int32_t slot, int32_t position);
    Processor*& place(int32_t slot, int32_t position);

    Shared& shared_;
    Rack& rack_;
    Catalogue& catalogue_;
    const Host host_;
    const TellNews tell_;
    std::map<Processor*, Owned> owned_;
    std::array<std::array<Processor*, kPositions>, kPlaces> current_{};
};

}  // namespace roadcase
