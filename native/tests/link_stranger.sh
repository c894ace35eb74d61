#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# link_stranger.sh LINK_TEST LINKHUT FOLDER: our peer and LinkHut, which wants a JACK server, in a network of their own.
ip link set lo up || exit 1
JACK_DEFAULT_SERVER=roadcase-link-$$
export JACK_DEFAULT_SERVER
jackd -n "$JACK_DEFAULT_SERVER" -r -d dummy >"$3/jackd.txt" 2>&1 &
jackd=$!
jack_wait -s "$JACK_DEFAULT_SERVER" -w -t 10 >/dev/null
rm -f "$3/linkhut.keys"
mkfifo "$3/linkhut.keys"
"$2" <"$3/linkhut.keys" >"$3/linkhut.txt" 2>&1 &
hut=$!
exec 3>"$3/linkhut.keys"
echo a >&3 # enables it
"$1" stranger "$3/linkhut.txt"
result=$?
kill "$hut" "$jackd"
wait
exit $result
