# shellcheck shell=bash disable=SC2034,SC2154 # a part of ../roadcase: the parts share their names
# Builds what is out of date. One launcher at a time: the others wait, look again and find it built.

app=$house/scripts/target/app
state=$house/scripts/target/launcher # what the launcher keeps: lock, log, stamp, class data
stamp=$state/built                   # its time: the start of the last good build; its text: was the native part built
library=$house/native/build/libroadcase

build_if_out_of_date() {
    # Started by a Spec: to wait for the build that runs the Spec would be to wait for ever.
    [ -n "${ROADCASE_BUILDING:-}" ] && return
    [ -n "$jdk" ] && ! out_of_date && return
    see_to "build native part"
    make_state_folder
    with_lock build || exit
}

test_all() {
    see_to "build native part plugins test testpart"
    make_state_folder
    with_lock verify "$@" || exit
    # No build compiles the benches, so a change could break them unseen.
    if [ $# -eq 0 ] && [ -d "$house/host/src/bench" ]; then
        local classes=
        compile_benches
    fi
    exit 0
}

# Show scripts are not looked at: they are read from their files and never built.
out_of_date() {
    local sources=(pom.xml host/pom.xml stdlib/pom.xml scripts/pom.xml host/src/main stdlib/src/main) built_native
    [ -f "$stamp" ] && [ -d "$app" ] || return 0
    read -r built_native <"$stamp"
    if [ -f "$house/native/CMakeLists.txt" ]; then
        sources+=(native)
        if [ "$built_native" = yes ]; then
            compgen -G "$library.*" >/dev/null || return 0
        else
            look_for native && return 0 # what was missing at the last build is here now
        fi
    fi
    [ -n "$(cd "$house" && find "${sources[@]}" -path native/build -prune -o -newer "$stamp" -print | head -n 1)" ]
}

make_state_folder() {
    if ! mkdir -p "$state" 2>/dev/null || ! [ -w "$state" ]; then
        fail 1 "Roadcase builds into its own folder and may not write to $house/scripts/target." \
            "Give the folder to yourself: sudo chown -R $(id -un) '$house'"
    fi
}

# macOS has no flock; two first starts at once are then the user's care.
with_lock() {
    (
        if has flock && ! flock -n 9; then
            say "Another Roadcase is building here; waiting for it …"
            flock -w 1200 9 || fail 2 "It is still building after 20 minutes. End it and start again."
        fi
        "$@"
    ) 9>"$state/lock"
}

# What Maven says after every failure, whatever it was.
maven_noise='^[^a-zA-Z]*(\[ERROR\])? *$|^ +at |-> \[Help|^\[ERROR\] (To see the full|Re-run Maven|For more info|\[Help)'
maven_noise+='|^\[ERROR\] After correcting|^\[ERROR\]   mvn '

build() {
    local start=$SECONDS log=$state/build.log
    out_of_date || return 0
    if [ -f "$stamp" ]; then say "Building Roadcase …"; else say "Building Roadcase (the first time takes longest) …"; fi
    if ! maven -q package -Dmaven.test.skip=true -Dnative.skip.tests=true -Dnative.tests=OFF >"$log" 2>&1; then
        say "Roadcase did not build. What $log says:"
        grep -vE "$maven_noise" "$log" | tail -n 15 >&2
        grep -qE 'Could not transfer artifact|offline mode' "$log" &&
            say "Maven could not fetch the parts Roadcase is built from: is this machine on the network?"
        return 2
    fi
    say "Built in $((SECONDS - start)) s."
}

# With plugins, whatever was built before.
verify() {
    if ! configure -DROADCASE_PLUGINS=ON >"$state/plugins.log" 2>&1; then
        tail -n 15 "$state/plugins.log" >&2
        return 2
    fi
    maven verify "$@"
}

# Once, a minute or three, and only when somebody asks for it or a gig needs it; from then on kept up to date.
build_plugins() {
    build_if_out_of_date
    see_to "build native plugins"
    make_state_folder
    with_lock make_plugins || exit
}

make_plugins() {
    local start=$SECONDS log=$state/plugins.log
    say "Building the part for plugins and sound cards (once, a minute or three) …"
    if configure -DROADCASE_PLUGINS=ON >"$log" 2>&1 &&
        cmake --build "$house/native/build" --parallel 2 \
            --target roadcase-engine roadcase-plugins >>"$log" 2>&1 9>&-; then
        say "Built in $((SECONDS - start)) s. Gigs find plugins from now on, also those that play."
        return
    fi
    say "The part for plugins was not built. What $log says:"
    tail -n 15 "$log" >&2
    return 2
}

# Where JUCE is no package of the system, CMake fetches it.
configure() {
    local fetch=OFF
    has_data juce/modules/juce_audio_processors || fetch=ON
    make_native_folder
    cmake -S "$house/native" -B "$house/native/build" -DCMAKE_BUILD_TYPE=Release -DROADCASE_FETCH=$fetch "$@" 9>&-
}

# maven ARGUMENTS: from the root of the house, on the JDK that was found; sets the stamp if all went well.
maven() {
    local options=(--batch-mode)
    [ "$native" = yes ] || options+=(-Dnative.skip=true)
    make_native_folder
    echo "$native" >"$stamp.new" # before the build: what is saved meanwhile is newer
    (
        MAVEN_OPTS="$(quiet_jvm) ${MAVEN_OPTS:-}"
        export JAVA_HOME=$jdk MAVEN_OPTS ROADCASE_BUILDING=yes
        cd "$house" && mvn "${options[@]}" "$@" </dev/null 9>&-
    ) || return 2
    rm -f "$state"/*.jsa
    make_class_data
    mv "$stamp.new" "$stamp"
}

# CMake refuses a build folder whose house was moved or copied from elsewhere. Made before the stamp, the folder does
# not make native/ look changed after it.
make_native_folder() {
    local build=$house/native/build
    [ -f "$house/native/CMakeLists.txt" ] || return
    [ -f "$build/CMakeCache.txt" ] &&
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$house/native" "$build/CMakeCache.txt" && rm -rf "$build"
    mkdir -p "$build"
}

# Newer JDKs warn about what JNA, JCTools and Maven itself do on purpose.
quiet_jvm() {
    [ "$jdk_major" -ge 24 ] && printf '%s ' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
}
