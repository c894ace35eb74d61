// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugin_host.h"

#include <dlfcn.h>
#include <unistd.h>

#include "program.h"

namespace roadcase {

namespace {

#if defined(__APPLE__)
constexpr const char* kModule = "libroadcase-plugins.dylib";
#else
constexpr const char* kModule = "libroadcase-plugins.so";
#endif

}  // namespace

PluginHost& load_plugin_host() {
    static PluginHost* host = nullptr;
    if (host != nullptr) return *host;
    const std::string path = folder_of(this_program()) + "/" + kModule;
    if (access(path.c_str(), R_OK) != 0)
        throw Refusal("the part for plugins and sound cards is not built yet; 'host/bin/roadcase plugins build' does "
                      "it, also while a gig plays; save the gig again then");
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw Refusal(std::string("the module for plugins does not load: ") + dlerror());
    auto* make = reinterpret_cast<MakePluginHost>(dlsym(library, "roadcase_plugin_host"));
    host = make == nullptr ? nullptr : make(kPluginModule);
    if (host == nullptr)
        throw Refusal("the part for plugins is of another version; 'host/bin/roadcase plugins build' builds it again");
    return *host;
}

}  // namespace roadcase
