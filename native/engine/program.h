// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace roadcase {

/// The path of the program that runs.
std::string this_program();

/// What is before the last slash.
std::string folder_of(const std::string& path);

/// How a program that was run ended.
struct Ended {
    enum How { kFine, kFailed, kCrashed, kHung } how;
    int number;          // exit code or signal
    std::string output;  // of its standard output
};

/// Runs a program, at most so many milliseconds, then ends it; takes at most 16 MB of what it says. Its standard error
/// goes where ours goes. [may wait]
Ended run_program(const std::vector<std::string>& words, int milliseconds);

}  // namespace roadcase
