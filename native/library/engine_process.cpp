// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_process.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>
#include <vector>

#include "backend.h"
#include "clock.h"

extern char** environ;

namespace roadcase {

namespace {

constexpr off_t kLogMost = 1 << 20;

int anonymous_memory() {
#if defined(__linux__)
    return memfd_create("roadcase", MFD_CLOEXEC);
#else
    const std::string name = "/roadcase." + std::to_string(getpid()) + "." + std::to_string(now());
    const int fd = shm_open(name.c_str(), O_RDWR | O_CREAT | O_EXCL, 0600);
    shm_unlink(name.c_str());
    return fd;
#endif
}

/// Out of the way of the numbers that the engine gets them by.
int moved_up(int fd) {
    const int moved = fcntl(fd, F_DUPFD_CLOEXEC, 16);
    close(fd);
    return moved;
}

std::string log_file(const std::string& folder) {
    if (folder.empty()) return "/dev/null";
    const std::string path = folder + "/engine.log";
    struct stat facts {};
    if (stat(path.c_str(), &facts) == 0 && facts.st_size > kLogMost) unlink(path.c_str());
    return path;
}

}  // namespace

SharedMemory::SharedMemory() {
    fd_ = moved_up(anonymous_memory());
    if (fd_ < 0 || ftruncate(fd_, sizeof(Shared)) != 0)
        throw Refused(std::string("there is no memory to share with the engine: ") + std::strerror(errno));
    void* at = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED, fd_, 0);
    if (at == MAP_FAILED)
        throw Refused(std::string("the memory to share with the engine cannot be had: ") + std::strerror(errno));
    shared_ = static_cast<Shared*>(at);
    shared_->magic = kSharedMagic;
}

SharedMemory::~SharedMemory() {
    if (shared_ != nullptr) munmap(shared_, sizeof(Shared));
    if (fd_ >= 0) close(fd_);
}

EngineProcess::EngineProcess(const std::string& program, const SharedMemory& memory, const std::string& folder,
                             int64_t grace) {
    if (access(program.c_str(), X_OK) != 0)
        throw Refused("the engine is not built: there is no program " + program + "; build the native part again");
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        throw Refused(std::string("there is no way to talk to the engine: ") + std::strerror(errno));
    socket_ = moved_up(ends[0]);
    const int theirs = moved_up(ends[1]);
    const std::string log = log_file(folder);
    std::vector<std::string> words = {program, "--socket", "3", "--memory", "4", "--folder", folder, "--grace",
                                      std::to_string(grace)};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    posix_spawn_file_actions_adddup2(&files, 1, 2);
    posix_spawn_file_actions_adddup2(&files, theirs, 3);
    posix_spawn_file_actions_adddup2(&files, memory.fd(), 4);
    posix_spawnattr_t how;
    posix_spawnattr_init(&how);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setsigdefault(&how, &all);
    // A session of its own: Ctrl-C and the terminal's end are the caller's affair.
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
    pid_t process = 0;
    const int failed = posix_spawn(&process, program.c_str(), &files, &how, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&how);
    close(theirs);
    if (failed != 0) {
        close(socket_);
        throw Refused("the engine does not start: " + std::string(std::strerror(failed)));
    }
    id_ = process;
}

EngineProcess::~EngineProcess() {
    if (socket_ >= 0) close(socket_);
    reap(0);
}

int EngineProcess::take_socket() {
    const int socket = socket_;
    socket_ = -1;
    return socket;
}

void EngineProcess::kill() noexcept {
    if (!reaped_) ::kill(id_, SIGKILL);
}

std::string EngineProcess::reap(int milliseconds_most) {
    if (reaped_) return "";
    const int64_t deadline = now() + milliseconds(milliseconds_most);
    int status = 0;
    pid_t ended;
    while ((ended = waitpid(id_, &status, WNOHANG)) == 0 && now() < deadline) usleep(1000);
    if (ended == 0) {
        kill();
        ended = waitpid(id_, &status, 0);
    }
    reaped_ = true;
    if (ended < 0) return "ended";
    if (WIFSIGNALED(status)) return "ended by signal " + std::to_string(WTERMSIG(status));
    return "ended with " + std::to_string(WEXITSTATUS(status));
}

std::string engine_beside_library() {
    Dl_info facts;
    if (dladdr(reinterpret_cast<void*>(&engine_beside_library), &facts) == 0 || facts.dli_fname == nullptr) return "";
    const std::string path = facts.dli_fname;
    const size_t slash = path.rfind('/');
    return (slash == std::string::npos ? "." : path.substr(0, slash)) + "/roadcase-engine";
}

}  // namespace roadcase
