// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

#include <cerrno>

#include "clock.h"

extern char** environ;

namespace roadcase {

namespace {

constexpr size_t kOutputMost = size_t{16} << 20;

/// Reads until the end or the deadline. Returns whether the end came.
bool read_until(int fd, int64_t deadline, std::string& to) {
    char piece[4096];
    for (;;) {
        const int64_t left = (deadline - now()) / 1'000'000;
        if (left <= 0) return false;
        pollfd watched{fd, POLLIN, 0};
        if (poll(&watched, 1, static_cast<int>(left)) <= 0) continue;
        const ssize_t count = read(fd, piece, sizeof piece);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return true;
        if (to.size() < kOutputMost) to.append(piece, static_cast<size_t>(count));
    }
}

int wait_until(pid_t process, int64_t deadline, bool& ended) {
    int status = 0;
    while (!(ended = waitpid(process, &status, WNOHANG) == process) && now() < deadline) usleep(2000);
    return status;
}

}  // namespace

std::string this_program() {
    char path[4096];
#if defined(__APPLE__)
    uint32_t size = sizeof path;
    if (_NSGetExecutablePath(path, &size) != 0) return "";
    return path;
#else
    const ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    return length > 0 ? std::string(path, static_cast<size_t>(length)) : "";
#endif
}

std::string folder_of(const std::string& path) {
    const size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash);
}

Ended run_program(const std::vector<std::string>& words, int milliseconds) {
    int ends[2];
    if (pipe(ends) != 0) return {Ended::kFailed, errno, ""};
    for (const int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, ends[1], 1);
    posix_spawnattr_t how;
    posix_spawnattr_init(&how);
    // A group of its own, so that what it starts itself ends with it.
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&how, 0);
    pid_t process = 0;
    const int failed = posix_spawn(&process, words[0].c_str(), &files, &how, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&how);
    close(ends[1]);
    if (failed != 0) {
        close(ends[0]);
        return {Ended::kFailed, failed, ""};
    }
    Ended ended{Ended::kFine, 0, ""};
    const int64_t deadline = now() + milliseconds * int64_t{1'000'000};
    bool over = false;
    int status = 0;
    if (read_until(ends[0], deadline, ended.output)) status = wait_until(process, deadline, over);
    close(ends[0]);
    if (!over) {
        kill(-process, SIGKILL);
        waitpid(process, &status, 0);
        ended.how = Ended::kHung;
        return ended;
    }
    kill(-process, SIGKILL);  // what it left behind
    if (WIFSIGNALED(status)) ended = {Ended::kCrashed, WTERMSIG(status), std::move(ended.output)};
    else if (WEXITSTATUS(status) != 0) ended = {Ended::kFailed, WEXITSTATUS(status), std::move(ended.output)};
    return ended;
}

}  // namespace roadcase
