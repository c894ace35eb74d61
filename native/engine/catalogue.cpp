// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "poly.h"
#include "program.h"

namespace roadcase {

namespace {

constexpr int kLookMs = 20'000;
constexpr const char* kFirstLine = "roadcase plugins 1";

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return text;
}

/// The newest date and the sum of the sizes of a file, or of a bundle's binaries.
void date_and_size(const std::string& path, int64_t& date, int64_t& size) {
    struct stat facts {};
    date = size = 0;
    if (stat(path.c_str(), &facts) != 0) return;
    date = facts.st_mtime;
    size = facts.st_size;
    if (!S_ISDIR(facts.st_mode)) return;
    // A bundle is installed anew by writing into it, which the folder itself does not show.
    const std::string stem = path.substr(path.rfind('/') + 1);
    const std::string name = stem.substr(0, stem.rfind('.'));
    for (const char* inside : {"/Contents/x86_64-linux/", "/Contents/aarch64-linux/", "/Contents/armv7l-linux/",
                               "/Contents/MacOS/"}) {
        for (const char* end : {".so", ""}) {
            if (stat((path + inside + name + end).c_str(), &facts) != 0 || S_ISDIR(facts.st_mode)) continue;
            date = std::max<int64_t>(date, facts.st_mtime);
            size += facts.st_size;
        }
    }
}

/// A text on one line of its own fields.
std::string quoted(const std::string& text) {
    std::string all;
    for (const char c : text) {
        if (c == '\\') all += "\\\\";
        else if (c == '\t') all += "\\t";
        else if (c == '\n' || c == '\r') all += "\\n";
        else all += c;
    }
    return all;
}

std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> all(1);
    for (size_t i = 0; i < line.size(); i++) {
        if (line[i] == '\t') all.emplace_back();
        else if (line[i] != '\\' || i + 1 == line.size()) all.back() += line[i];
        else all.back() += line[++i] == 't' ? '\t' : line[i] == 'n' ? '\n' : line[i];
    }
    return all;
}

int64_t number(const std::string& text) {
    try {
        return std::stoll(text);
    } catch (const std::exception&) {
        return 0;
    }
}

std::string line_of(const PluginFacts& facts) {
    return "plugin\t" + quoted(facts.format) + "\t" + quoted(facts.file) + "\t" + quoted(facts.uid) + "\t" +
           quoted(facts.name) + "\t" + quoted(facts.maker) + "\t" + quoted(facts.version) + "\t" +
           (facts.instrument ? "instrument" : "effect");
}

bool facts_of(const std::vector<std::string>& f, PluginFacts& facts) {
    if (f.size() != 8 || f[0] != "plugin") return false;
    facts = {f[1], f[2], f[3], f[4], f[5], f[6], f[7] == "instrument"};
    return true;
}

/// A VST3 bundle has a folder for each kind of machine, "" where it is none. Source: VST3's page on plug-in formats.
std::string made_for(const std::string& bundle) {
    std::string machines;
    DIR* contents = opendir((bundle + "/Contents").c_str());
    if (contents == nullptr) return "";
    while (const dirent* entry = readdir(contents)) {
        const std::string name = entry->d_name;
        const bool machine = name == "MacOS" || name.find("-linux") != std::string::npos ||
                             name.find("-win") != std::string::npos;
        if (machine) machines += (machines.empty() ? "" : ", ") + name;
    }
    closedir(contents);
    return machines.empty() ? "" : "; it is made for " + machines;
}

PluginFacts built_in() { return {"built in", "", "", "Poly", "Roadcase", "1", true}; }

}  // namespace

std::string plugin_line(const PluginFacts& facts) { return line_of(facts); }

Catalogue::Catalogue(std::string folder) : folder_(std::move(folder)) { load(); }

Catalogue::~Catalogue() {
    stop_ = true;
    std::lock_guard lock(scan_);
    if (scanner_.joinable()) scanner_.join();
}

void Catalogue::load() {
    if (folder_.empty()) return;
    std::ifstream in(folder_ + "/plugins.txt", std::ios::binary);
    std::string line;
    // A list that cannot be read is found out anew.
    if (!std::getline(in, line) || line != kFirstLine) return;
    Looked* looked = nullptr;
    while (std::getline(in, line)) {
        const auto f = fields(line);
        PluginFacts facts;
        if (f.size() == 6 && f[0] == "file") {
            const PluginFile file{f[1], f[2]};
            looked = &files_[key(file)];
            *looked = {file, number(f[3]), number(f[4]), f[5], {}};
        } else if (looked != nullptr && facts_of(f, facts)) {
            looked->plugins.push_back(facts);
        }
    }
}

void Catalogue::save() const {
    if (folder_.empty()) return;
    std::ostringstream text;
    text << kFirstLine << '\n';
    {
        std::lock_guard lock(mutex_);
        for (const auto& [ignored, looked] : files_) {
            text << "file\t" << quoted(looked.file.format) << '\t' << quoted(looked.file.file) << '\t' << looked.date
                 << '\t' << looked.size << '\t' << quoted(looked.verdict) << '\n';
            for (const PluginFacts& facts : looked.plugins) text << line_of(facts) << '\n';
        }
    }
    const std::string path = folder_ + "/plugins.txt", fresh = path + "." + std::to_string(getpid());
    bool written = false;
    if (FILE* out = std::fopen(fresh.c_str(), "wb")) {
        const std::string all = text.str();
        written = std::fwrite(all.data(), 1, all.size(), out) == all.size() && std::fflush(out) == 0 &&
                  fsync(fileno(out)) == 0;
        written = std::fclose(out) == 0 && written;
    }
    // Whole or not at all; without the list the next start only takes longer.
    if (!written || std::rename(fresh.c_str(), path.c_str()) != 0) {
        std::fprintf(stderr, "the list of plugins cannot be written to %s\n", path.c_str());
        std::remove(fresh.c_str());
    }
}

void Catalogue::scan(std::vector<PluginFile> files, bool again, Progress progress) {
    std::lock_guard one(scan_);
    if (scanning_) return;
    if (scanner_.joinable()) scanner_.join();
    scanning_ = true;
    scanner_ = std::thread([this, files = std::move(files), again, progress = std::move(progress)] {
        const int all = static_cast<int>(files.size());
        int done = 0;
        forget_the_gone();
        for (const PluginFile& file : files) {
            if (stop_) break;
            progress.looking(done, all, file.file);
            look(file, again);
            done++;
        }
        int known = 1, bad = 0;
        {
            std::lock_guard lock(mutex_);
            for (const auto& [ignored, looked] : files_) {
                known += static_cast<int>(looked.plugins.size());
                bad += looked.verdict.empty() ? 0 : 1;
            }
        }
        scanning_ = false;
        progress.over(known, bad);
    });
}

/// What was uninstalled since; names that are no paths (LV2's) are their host's to know.
void Catalogue::forget_the_gone() {
    std::lock_guard lock(mutex_);
    for (auto at = files_.begin(); at != files_.end();) {
        const std::string& file = at->second.file.file;
        at = file[0] == '/' && access(file.c_str(), F_OK) != 0 ? files_.erase(at) : std::next(at);
    }
}

void Catalogue::look(const PluginFile& file, bool again) {
    int64_t date, size;
    date_and_size(file.file, date, size);
    if (!again) {
        std::lock_guard lock(mutex_);
        const auto known = files_.find(key(file));
        if (known != files_.end() && known->second.date == date && known->second.size == size) return;
    }
    Looked looked = examine(file);
    looked.date = date;
    looked.size = size;
    {
        std::lock_guard lock(mutex_);
        files_[key(file)] = std::move(looked);
    }
    save();
}

Catalogue::Looked Catalogue::examine(const PluginFile& file) const {
    Looked looked{file, 0, 0, "", {}};
    const Ended ended = run_program({this_program(), "--scan", file.format, file.file}, kLookMs);
    // What it said before it went is believed only where it ended well.
    switch (ended.how) {
        case Ended::kHung: looked.verdict = "it hung while it was looked at"; return looked;
        case Ended::kCrashed:
            looked.verdict = "it crashed while it was looked at (signal " + std::to_string(ended.number) + ")";
            return looked;
        case Ended::kFailed:
            looked.verdict = "it ended the process that looked at it (" + std::to_string(ended.number) + ")";
            return looked;
        case Ended::kFine: break;
    }
    std::istringstream lines(ended.output);
    std::string line;
    PluginFacts facts;
    while (std::getline(lines, line))
        if (facts_of(fields(line), facts)) looked.plugins.push_back(facts);
    if (looked.plugins.empty()) looked.verdict = "there is no plugin for this machine in it" + made_for(file.file);
    return looked;
}

PluginFacts Catalogue::find(const std::string& wanted) const {
    if (wanted == Poly::kId) return built_in();
    if (wanted.empty()) throw Refusal("a plugin needs a name or a path");
    std::lock_guard lock(mutex_);
    std::vector<const PluginFacts*> same, part;
    const Looked* bad = nullptr;
    const std::string name = lower(wanted);
    const bool path = wanted.find('/') != std::string::npos;
    for (const auto& [id, looked] : files_) {
        const bool this_file = looked.file.file == wanted || id == wanted;
        const std::string stem = looked.file.file.substr(looked.file.file.rfind('/') + 1);
        if (!looked.verdict.empty() && (this_file || (!path && lower(stem).find(name) != std::string::npos)))
            bad = &looked;
        for (const PluginFacts& facts : looked.plugins) {
            if (facts.id() == wanted) return facts;
            if (this_file || lower(facts.name) == name) same.push_back(&facts);
            else if (!path && lower(facts.name).find(name) != std::string::npos) part.push_back(&facts);
        }
    }
    // The same plugin in two formats: VST3 first.
    const auto choose = [](std::vector<const PluginFacts*>& some) {
        std::stable_sort(some.begin(), some.end(), [](auto* a, auto* b) {
            return (a->format == "VST3") > (b->format == "VST3");
        });
        return *some.front();
    };
    if (!same.empty()) return choose(same);
    std::vector<std::string> names;
    for (const auto* facts : part)
        if (std::find(names.begin(), names.end(), facts->name) == names.end()) names.push_back(facts->name);
    if (names.size() == 1) return choose(part);
    if (names.size() > 1) {
        std::string some;
        for (size_t i = 0; i < names.size() && i < 5; i++) some += (i == 0 ? "" : ", ") + names[i];
        throw Refusal("'" + wanted + "' may be " + some + (names.size() > 5 ? " and others" : "") + "; say more of it");
    }
    if (bad != nullptr) throw Refusal(bad->file.file + " is not offered: " + bad->verdict);
    throw Refusal("there is no plugin '" + wanted + "'" +
                  (path ? "" : " among those that were scanned; scan again, or give its path"));
}

Texts Catalogue::texts(const std::string& part) const {
    const std::string wanted = lower(part);
    const auto fits = [&](const std::string& text) { return lower(text).find(wanted) != std::string::npos; };
    Texts texts;
    const auto add = [&](const std::string& id, const PluginFacts& facts, const std::string& verdict) {
        if (!wanted.empty() && !fits(facts.name) && !fits(facts.maker) && !fits(facts.file)) return;
        texts.add(id).add(facts.name).add(facts.maker).add(facts.format);
        texts.add(facts.instrument ? "instrument" : "effect").add(verdict.empty() ? "fine" : verdict);
        texts.add(facts.version).end();
    };
    add(Poly::kId, built_in(), "");
    std::lock_guard lock(mutex_);
    for (const auto& [ignored, looked] : files_) {
        for (const PluginFacts& facts : looked.plugins) add(facts.id(), facts, looked.verdict);
        if (looked.plugins.empty())
            add(looked.file.file, {looked.file.format, looked.file.file, "", "", "", "", false}, looked.verdict);
    }
    return texts;
}

}  // namespace roadcase
