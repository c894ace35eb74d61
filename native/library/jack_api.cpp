// SPDX-License-Identifier: GPL-3.0-or-later
#include "jack_api.h"

#include "backend.h"

#if defined(_WIN32)
#include <windows.h>
#else
#include <dlfcn.h>
#endif

namespace roadcase {

namespace {

#if defined(_WIN32)
void* load() { return reinterpret_cast<void*>(LoadLibraryA("libjack64.dll")); }
void* find(void* library, const char* name) {
    return reinterpret_cast<void*>(GetProcAddress(static_cast<HMODULE>(library), name));
}
#else
#if defined(__APPLE__)
constexpr const char* kLibrary = "libjack.0.dylib";
#else
constexpr const char* kLibrary = "libjack.so.0";
#endif
void* load() { return dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL); }
void* find(void* library, const char* name) { return dlsym(library, name); }
#endif

JackApi load_api() {
    void* library = load();
    if (library == nullptr)
        throw Refused("JACK's library (libjack) is not on this machine; install JACK or PipeWire's pipewire-jack");
    JackApi api;
    const auto take = [library](auto& function, const char* name) {
        function = reinterpret_cast<std::decay_t<decltype(function)>>(find(library, name));
        if (function == nullptr)
            throw Refused(std::string("JACK's library on this machine is too old: it has no ") + name);
    };
#define ROADCASE_TAKE(name) take(api.name, "jack_" #name);
    ROADCASE_JACK_FUNCTIONS(ROADCASE_TAKE)
#undef ROADCASE_TAKE
    // Without these libjack prints to the terminal whatever it tries, twice a second while a server is gone. What went
    // wrong is said by our own sentences.
    api.set_error_function([](const char*) {});
    api.set_info_function([](const char*) {});
    return api;
}

}  // namespace

const JackApi& JackApi::of_this_machine() {
    static const JackApi api = load_api();  // a throw leaves it to the next call
    return api;
}

}  // namespace roadcase
