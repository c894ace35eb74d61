// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend.h"
#include "rtmidi_module.h"

#if defined(_WIN32)
#include <windows.h>
#else
#include <dlfcn.h>
#endif

namespace roadcase {

namespace {

#if defined(_WIN32)

OpenRtMidi* load() {
    HMODULE self = nullptr;
    GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                       reinterpret_cast<LPCSTR>(&open_rtmidi), &self);
    char path[MAX_PATH];
    GetModuleFileNameA(self, path, sizeof path);
    std::string folder(path);
    folder.resize(folder.find_last_of("\\/") + 1);
    HMODULE module = LoadLibraryA((folder + "roadcase-rtmidi.dll").c_str());
    if (module == nullptr) throw Refused("roadcase-rtmidi.dll does not load; build the native part again");
    return reinterpret_cast<OpenRtMidi*>(reinterpret_cast<void*>(GetProcAddress(module, kOpenRtMidi)));
}

#else

#if defined(__APPLE__)
constexpr const char* kModule = "libroadcase-rtmidi.dylib";
#else
constexpr const char* kModule = "libroadcase-rtmidi.so";
#endif

OpenRtMidi* load() {
    Dl_info self;
    if (dladdr(reinterpret_cast<void*>(&open_rtmidi), &self) == 0) throw Refused("this library does not find itself");
    std::string path(self.dli_fname);
    path.resize(path.find_last_of('/') + 1);
    path += kModule;
    void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr)
        throw Refused(std::string("the part that speaks to the system's MIDI does not load; install librtmidi and "
                                  "build the native part again (") + dlerror() + ")");
    return reinterpret_cast<OpenRtMidi*>(dlsym(module, kOpenRtMidi));
}

#endif

}  // namespace

Backend* open_rtmidi(const std::string& api, const std::string& client) {
    static OpenRtMidi* const open = load();  // a throw leaves it to the next call
    if (open == nullptr)
        throw Refused("the part that speaks to the system's MIDI is of another version; build it again");
    std::string error;
    Backend* backend = open(api, client, error);
    if (backend == nullptr) throw Refused(error);
    return backend;
}

}  // namespace roadcase
