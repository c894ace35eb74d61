// SPDX-License-Identifier: GPL-3.0-or-later
//
// roadcase-engine: started by the client in libroadcase, never by hand.
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>

#include "blame.h"
#include "catalogue.h"
#include "session.h"

namespace roadcase {

namespace {

/// Looks at one file, says a line for each plugin, and may crash or hang meanwhile: that is what it is for.
int scan(const std::string& format, const std::string& file) {
    // What plugins print must not be taken for our lines.
    const int out = dup(STDOUT_FILENO);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    try {
        std::string all;
        for (const PluginFacts& facts : load_plugin_host().look({format, file})) all += plugin_line(facts) + "\n";
        for (size_t sent = 0; sent < all.size();) {
            const ssize_t count = write(out, all.data() + sent, all.size() - sent);
            if (count <= 0) return 1;
            sent += static_cast<size_t>(count);
        }
    } catch (const std::exception& cause) {
        std::fprintf(stderr, "%s: %s\n", file.c_str(), cause.what());
        return 1;
    }
    _exit(0);  // what plugins do at the end of a process is not asked for
}

/// What the client has open is not for us: a port that it listens at would stay taken for as long as we outlive it.
void close_all_from(int first) {
#if defined(SYS_close_range)
    if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
    const long most = std::min(sysconf(_SC_OPEN_MAX), 65'536L);
    for (long fd = first; fd < most; fd++) close(static_cast<int>(fd));
}

int serve(int socket, int memory, const std::string& folder, int64_t grace) {
    void* shared = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
    if (shared == MAP_FAILED) {
        std::perror("the shared memory cannot be had");
        return 1;
    }
    close(memory);
    blame_in(*static_cast<Shared*>(shared));
    Session session(*static_cast<Shared*>(shared), socket, folder, grace);
    session.run();
    std::fflush(nullptr);
    _exit(0);
}

}  // namespace

}  // namespace roadcase

int main(int count, char** words) {
    // A file for every crash would fill the disk of a machine that plays.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
    if (count == 4 && std::strcmp(words[1], "--scan") == 0) return roadcase::scan(words[2], words[3]);
    std::map<std::string, std::string> options;
    for (int i = 1; i + 1 < count; i += 2) options[words[i]] = words[i + 1];
    if (options.count("--socket") == 0 || options.count("--memory") == 0) {
        std::fprintf(stderr, "roadcase-engine is started by Roadcase itself when a gig makes sound\n");
        return 2;
    }
    const int socket = std::atoi(options["--socket"].c_str()), memory = std::atoi(options["--memory"].c_str());
    roadcase::close_all_from(std::max(socket, memory) + 1);
    return roadcase::serve(socket, memory, options["--folder"], std::atoll(options["--grace"].c_str()));
}
