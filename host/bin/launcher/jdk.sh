# shellcheck shell=bash disable=SC2034,SC2154 # a part of ../roadcase: the parts share their names
# Which JDK runs and builds Roadcase: JAVA_HOME if it is one of 17 or newer, else the newest of 17 or newer to be found.
# A JDK is a folder with java and javac. Sets jdk ("" if there is none) and jdk_major.

oldest_jdk=17
jdk=
jdk_major=0

find_jdk() {
    local home
    jdk=
    jdk_major=0
    consider_jdk "${JAVA_HOME:-}"
    [ -n "$jdk" ] && return
    while IFS= read -r home; do
        consider_jdk "$home"
    done < <(jdk_folders)
}

jdk_folders() {
    local java
    java=$(command -v javac) && java=$(real_path "$java") && printf '%s\n' "${java%/bin/javac}"
    [ -x /usr/libexec/java_home ] && /usr/libexec/java_home 2>/dev/null
    printf '%s\n' /usr/lib/jvm/* /usr/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk* /usr/local/opt/openjdk* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*
}

real_path() { readlink -f "$1" 2>/dev/null || printf '%s\n' "$1"; }

consider_jdk() {
    local major
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return
    major=$(jdk_version "$1")
    if [ "$major" -ge "$oldest_jdk" ] && [ "$major" -gt "$jdk_major" ]; then
        jdk=$1
        jdk_major=$major
    fi
}

# Prints 8, 17, 25 … or 0. The file `release` answers without starting a JVM; not every distribution ships it.
jdk_version() {
    local line=
    [ -r "$1/release" ] && line=$(grep '^JAVA_VERSION=' "$1/release")
    [ -n "$line" ] || line=$("$1/bin/java" -version 2>&1 </dev/null | grep ' version "')
    [[ $line =~ \"(1\.)?([0-9]+) ]] && printf '%s\n' "${BASH_REMATCH[2]}" || printf '0\n'
}
