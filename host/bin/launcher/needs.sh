# shellcheck shell=bash disable=SC2034,SC2154 # a part of ../roadcase: the parts share their names
# What Roadcase needs from the machine, how to see whether it is there, and how to get it.

# kind|what it is|how to see it|Debian packages|Homebrew formula
#   build: nothing works without it; native: without it there is no native library; test: only the tests use it;
#   part: the native library does without it, and says so; testpart: so do the tests;
#   plugins: for the module that plays them, asked for when a gig names one; elsewhere CMake fetches it
needs() {
    cat <<'END'
build|a JDK, version 17 or newer|has_jdk|default-jdk-headless|openjdk
build|Maven 3.6.3 or newer|has_maven|maven|maven
native|CMake|has cmake|cmake|cmake
native|a C++ compiler|has_compiler|g++|gcc
native|make|has make|make|make
native|pkg-config|has pkg-config|pkg-config|pkg-config
native|JACK's library and headers|has_library jack|libjack-jackd2-dev|jack
native|RtMidi's library and headers|has_library rtmidi|librtmidi-dev|rtmidi
END
    echo 'test|the JACK server|has jackd|jackd2|jack'
    [ "$(uname -s)" = Linux ] && cat <<'END'
native|ALSA's library and headers|has_library alsa|libasound2-dev|
part|Ableton Link's headers|has_header ableton/Link.hpp|ableton-link-dev|
testpart|LinkHut, another peer on Ableton Link|has LinkHut|ableton-link-utils|
plugins|JUCE|has_data juce/modules/juce_audio_processors|juce-modules-source juce-modules-source-data juce-tools|
plugins|FreeType's library and headers|has_library freetype2|libfreetype6-dev|
plugins|X11's library and headers|has_libraries x11 xext|libx11-dev libxext-dev|
plugins|X11's parts for screens|has_libraries xinerama xrandr|libxinerama-dev libxrandr-dev|
plugins|X11's parts for windows|has_libraries xcursor xcomposite|libxcursor-dev libxcomposite-dev|
plugins|OpenGL's headers|has_library gl|libgl1-mesa-dev|
test|what plugins for tests are made from|has_data dpf/distrho/DistrhoPluginMain.cpp|dpf-source|
test|plugins of other makers|has ZamDelay|zam-plugins|
test|an X server without a screen|has Xvfb|xvfb|
test|a look at its windows|has xwininfo|x11-utils|
END
}

has() { command -v "$1" >/dev/null 2>&1; }
has_jdk() { find_jdk; [ -n "$jdk" ]; }
has_compiler() { has c++ || has g++ || has clang++; }
has_library() { has pkg-config && pkg-config --exists "$1" 2>/dev/null; }
has_header() {
    local compiler
    for compiler in c++ g++ clang++; do
        has "$compiler" || continue
        printf '#if !__has_include(<%s>)\n#error\n#endif\n' "$1" | "$compiler" -E -x c++ -o /dev/null - >/dev/null 2>&1
        return
    done
    return 1
}
has_libraries() { local library; for library; do has_library "$library" || return; done; }
has_data() {
    local folders folder
    IFS=: read -r -a folders <<<"${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
    for folder in "${folders[@]}"; do [ -e "$folder/$1" ] && return; done
    return 1
}
has_maven() {
    local version
    has mvn || return
    # An old JAVA_HOME would stop Maven itself; with no JDK yet any Maven will do, and the next look decides.
    [ -n "$jdk" ] || return 0
    version=$(JAVA_HOME=$jdk mvn -v </dev/null 2>/dev/null | grep 'Apache Maven')
    [[ $version =~ Maven\ ([0-9]+)\.([0-9]+)\.([0-9]+) ]] || return
    ((BASH_REMATCH[1] * 1000000 + BASH_REMATCH[2] * 1000 + BASH_REMATCH[3] >= 3006003))
}

# look_for "build native": sets missing (what it is, one per line), missing_kinds, packages and formulas.
look_for() {
    local kind what check package formula some
    missing=
    missing_kinds=
    packages=()
    formulas=()
    hash -r
    while IFS='|' read -r kind what check package formula; do
        [[ " $1 " == *" $kind "* ]] || continue
        # The check is one of the words of the table above, split on purpose.
        # shellcheck disable=SC2086
        $check && continue
        missing+="  $what"$'\n'
        missing_kinds+=" $kind"
        read -r -a some <<<"$package"
        packages+=(${some[@]+"${some[@]}"})
        [ -n "$formula" ] && formulas+=("$formula")
    done < <(needs)
    [ -z "$missing" ]
}

# see_to "build native": returns when these kinds of need are met; if only the native library's are not, sets
# native=no and returns as well; else ends the launcher.
see_to() {
    native=yes
    look_for "$1" && return
    find_root
    say "Roadcase needs what this machine does not have:"
    say "${missing%$'\n'}"
    if may_install && install_missing; then
        look_for "$1" && return
        if [[ $missing_kinds == *build* ]] && has apt-get && [ -z "$jdk" ]; then
            # The default JDK of some older systems is 11, while they have 17 beside it.
            packages=(openjdk-17-jdk-headless)
            install_missing && look_for "$1" && return
        fi
        say "Still missing:"
        say "${missing%$'\n'}"
    fi
    only_parts && say "Going on without: what needs it says so." && return
    [[ $1 == *test* || $1 == *plugins* || $missing_kinds == *build* ]] && exit 1
    native=no
    say "Going on without the native library: no JACK, no virtual ports, only the MIDI that Java brings."
}

# True where everything that is missing can be done without.
only_parts() { [[ $missing_kinds =~ ^(\ (test)?part)+$ ]]; }

# True when Roadcase may install by itself. Ends the launcher when nobody can be asked.
may_install() {
    local answer
    if [ -n "$(install_command)" ]; then
        say "This installs it${as_root}:"
        say "  $(install_command)"
    else
        say "This system's own installer has it, perhaps by these names: ${packages[*]}"
    fi
    if [ "$yes" = no ] && { ! [ -t 0 ] || ! [ -t 2 ]; }; then
        only_parts && return 1
        say "Please do that, or start again with --yes to have it done."
        exit 1
    fi
    if ! has apt-get || [ -n "$as_root" ]; then
        say "Roadcase cannot do that by itself here. Please do it, then start again."
        return 1
    fi
    [ "$yes" = yes ] && return
    printf 'Install now? [Y/n] ' >&2
    read -r -t 300 answer || answer=no
    case $answer in
        '' | [Yy]*) return 0 ;;
        *) return 1 ;;
    esac
}

# The command a person would type; nothing where there is no installer we know.
install_command() {
    if has apt-get; then
        printf '%s' "${sudo:+$sudo }apt-get update && " \
            "${sudo:+$sudo }apt-get install -y --no-install-recommends ${packages[*]}"
    elif has brew; then
        printf '%s' "brew install ${formulas[*]}"
    fi
}

# How to become root: sets sudo, or as_root where only another account can do it.
find_root() {
    sudo=
    as_root=
    [ "$(id -u)" = 0 ] && return
    if has sudo; then sudo=sudo; elif has apt-get; then as_root=', run as root'; fi
}

install_missing() {
    local log apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300
        -o Acquire::Retries=3 -o Acquire::http::Timeout=60 -o Acquire::https::Timeout=60)
    [ -n "$sudo" ] && apt=("$sudo" "${apt[@]}")
    if [ -n "$sudo" ] && ! sudo true </dev/null; then
        say "sudo does not let this account do it. Have the command above run as root, then start again."
        return 1
    fi
    log=$(mktemp "${TMPDIR:-/tmp}/roadcase-install.XXXXXX") || return
    say "Installing ${packages[*]} …"
    # A broken third-party source makes the update fail and leaves Debian's own lists fresh.
    "${apt[@]}" update </dev/null >"$log" 2>&1 || say "apt-get update did not fully succeed; trying all the same."
    if "${apt[@]}" install --no-install-recommends "${packages[@]}" </dev/null >>"$log" 2>&1; then
        rm -f "$log"
        return
    fi
    say "apt-get could not install it. Its last words (all of them in $log):"
    tail -n 8 "$log" >&2
    return 1
}
