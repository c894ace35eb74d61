// SPDX-License-Identifier: GPL-3.0-or-later
//
// A plugin's own window, on an X server of our own.
#include <signal.h>
#include <sys/wait.h>

#include "plugins_under_test.h"

namespace {

/// An X server of our own, its number in `display`.
pid_t start_x(const char* xvfb, std::string& display) {
    int ends[2];
    CHECK(pipe(ends) == 0);
    const pid_t x = fork();
    if (x == 0) {
        const std::string to = std::to_string(ends[1]);
        execl(xvfb, xvfb, "-displayfd", to.c_str(), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", nullptr);
        _exit(1);
    }
    close(ends[1]);
    char number[16] = {};
    CHECK(read(ends[0], number, sizeof number - 1) > 0);
    close(ends[0]);
    display = ":" + std::to_string(std::atoi(number));
    return x;
}

/// What a program prints.
std::string printed(const std::string& command) {
    std::string all;
    FILE* from = popen(command.c_str(), "r");
    CHECK(from != nullptr);
    char piece[4096];
    while (const size_t count = std::fread(piece, 1, sizeof piece, from)) all.append(piece, count);
    pclose(from);
    return all;
}

void a_window_opens_where_there_is_a_display() {
    unsetenv("DISPLAY");
    const bool zam = access("/usr/lib/vst3/ZamDelay.vst3", R_OK) == 0;
    {
        Engine engine;
        load(engine, 1, 0, fixture("sine"));
        CHECK(rc_slot_window(engine, 1, 0, 1, error, sizeof error) == -1);
        CHECK(std::string(error).find("no display") != std::string::npos);
        CHECK(status(engine).restarts == 0);
    }
    const char* xvfb = "/usr/bin/Xvfb";
    if (!zam || access(xvfb, X_OK) != 0 || access("/usr/bin/xwininfo", X_OK) != 0) return;
    std::string display;
    const pid_t x = start_x(xvfb, display);
    setenv("DISPLAY", display.c_str(), 1);
    const auto shown = [&] { return printed("xwininfo -root -tree").find("\"ZamDelay\"") != std::string::npos; };
    {
        Engine engine;
        load(engine, 1, 1, "/usr/lib/vst3/ZamDelay.vst3");
        CHECK(!shown());
        CHECK(rc_slot_window(engine, 1, 1, 1, error, sizeof error) == 0);
        CHECK(soon(shown, milliseconds(20'000)));
        CHECK(rc_slot_window(engine, 1, 1, 0, error, sizeof error) == 0);
        CHECK(soon([&] { return !shown(); }, milliseconds(20'000)));
        // With its window open, a plugin may go.
        CHECK(rc_slot_window(engine, 1, 1, 1, error, sizeof error) == 0);
        CHECK(rc_slot_remove(engine, 1, 1, error, sizeof error) == 0);
        CHECK(soon([&] { return !shown(); }, milliseconds(20'000)));
        CHECK(status(engine).restarts == 0);
    }
    unsetenv("DISPLAY");
    kill(x, SIGTERM);
    waitpid(x, nullptr, 0);
}

}  // namespace

int main(int, char** words) {
    begin(words, "plugins-window-test");
    a_window_opens_where_there_is_a_display();
    return end();
}
