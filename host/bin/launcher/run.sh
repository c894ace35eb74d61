# shellcheck shell=bash disable=SC2034,SC2154 # a part of ../roadcase: the parts share their names
# Starts Java: with the flags of a show for play and demo, with those of a short visit for everything else.

run() {
    local flags classes=$app/'*'
    [ -n "$jdk" ] || fail 1 "Roadcase needs a JDK, version $oldest_jdk or newer."
    common_flags
    case ${1:-} in
        play | demo) show_flags && use_class_data show ;;
        bench) show_flags && compile_benches ;;
        *) quick_flags && use_class_data quick ;;
    esac
    exec "$jdk/bin/java" "${flags[@]}" -cp "$classes" roadcase.cli.Main "$@"
}

# No part of the product and of no build: compiled when asked for, in two seconds.
compile_benches() {
    local sources=$house/host/src/bench made=$house/host/target/bench
    if [ ! -d "$made" ] || [ -n "$(find "$sources" "$stamp" -newer "$made" -print 2>/dev/null | head -n 1)" ]; then
        rm -rf "$made"
        if ! find "$sources/java" -name '*.java' -exec "$jdk/bin/javac" -nowarn -d "$made" -cp "$app/*" {} + >&2; then
            rm -rf "$made"
            fail 2 "The benches of Roadcase did not compile."
        fi
    fi
    classes+=:$made:$sources/resources
}

# Java's own warnings are kept off standard output: what rehearse and check --json print is read by programs.
common_flags() {
    local new
    read -r -a new <<<"$(quiet_jvm)"
    flags=(-Droadcase.house="$house" -Djna.library.path="$house/native/build" -Dfile.encoding=UTF-8
        -XX:+DisplayVMOutputToStderr -Xlog:disable ${new[@]+"${new[@]}"})
}

# A heap that never grows and is touched before the first note; pauses below a millisecond where there is memory for it.
show_flags() {
    local memory
    memory=$(memory_mb)
    if [ "$memory" -ge 4096 ] && has_zgc; then
        flags+=(-Xms512m -Xmx512m -XX:+UseZGC)
        # From 23 on ZGC is generational by itself.
        [ "$jdk_major" -ge 21 ] && [ "$jdk_major" -lt 23 ] && flags+=(-XX:+ZGenerational)
    else
        flags+=(-Xms256m -Xmx256m -XX:+UseSerialGC)
    fi
    flags+=(-XX:+AlwaysPreTouch)
}

quick_flags() { flags+=(-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto); }

class_data() { printf '%s\n' "$state/$1-$jdk_major.jsa"; }

use_class_data() { [ ! -f "$(class_data "$1")" ] || flags+=(-XX:SharedArchiveFile="$(class_data "$1")"); }

# Made after each build by checking the gigs of the house, for shows too: a show that ends still has threads at work,
# and the JVM may stumble over them while it writes. With an empty script cache, so that the compiler is in it as well.
# Without it everything works, a second later; one that does not fit (another JDK, a newer jar) is ignored by Java.
make_class_data() {
    local flags kind data deadline=() cache=$state/empty-cache
    has timeout && deadline=(timeout 120)
    for kind in quick show; do
        data=$(class_data "$kind")
        common_flags
        "${kind}_flags"
        XDG_CACHE_HOME=$cache ${deadline[@]+"${deadline[@]}"} "$jdk/bin/java" "${flags[@]}" -XX:ArchiveClassesAtExit="$data.new" -cp "$app/*" \
            roadcase.cli.Main check "$house"/scripts/gigs/*.groovy </dev/null >/dev/null 2>&1 9>&-
        [ -f "$data.new" ] && mv -f "$data.new" "$data"
        rm -rf "$cache"
    done
}

has_zgc() {
    case $(uname -m) in
        x86_64 | amd64 | aarch64 | arm64) ;;
        *) return 1 ;;
    esac
}

# What this machine, or the container we are in, has.
memory_mb() {
    local total limit=max
    if [ -r /proc/meminfo ]; then
        total=$(awk '/^MemTotal:/ { print int($2 / 1024) }' /proc/meminfo)
    else
        total=$(($(sysctl -n hw.memsize) / 1048576))
    fi
    [ -r /sys/fs/cgroup/memory.max ] && read -r limit </sys/fs/cgroup/memory.max
    [ "$limit" != max ] && ((limit / 1048576 < total)) && total=$((limit / 1048576))
    printf '%s\n' "$total"
}
