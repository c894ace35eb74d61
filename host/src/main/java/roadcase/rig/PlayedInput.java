package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import roadcase.midi.Kind;
import roadcase.route.Accept;
import roadcase.route.Event;

/**
 * The routes of one input, in a table by kind, channel and number: a message finds its routes with one look, however
 * many there are.
 */
final class PlayedInput {
    private static final PlayedRoute[] NO_ROUTES = {};
    private static final Kind[] CHANNEL_KINDS = {
        Kind.NOTE_OFF, Kind.NOTE_ON, Kind.KEY_AFTERTOUCH, Kind.CC, Kind.PROGRAM, Kind.AFTERTOUCH, Kind.PITCH_BEND
    };

    /** Null where the port is no device's. */
    PlayedDevice device;
    private final PlayedRoute[][][] table = new PlayedRoute[Event.KINDS * 16][][];
    private final List<PlayedRoute>[] system;

    @SuppressWarnings({"unchecked", "rawtypes"})
    PlayedInput() {
        system = new List[256];
    }

    PlayedRoute[] routes(int kind, int channel, int number) {
        PlayedRoute[][] numbers = table[kind * 16 + channel - 1];
        if (numbers == null) return NO_ROUTES;
        PlayedRoute[] routes = numbers[number];
        return routes == null ? NO_ROUTES : routes;
    }

    /** Routes for a system message; empty where none. */
    List<PlayedRoute> system(int status) {
        List<PlayedRoute> routes = system[status];
        return routes == null ? List.of() : routes;
    }

    /** Collects routes before they are put into the table. */
    static final class Draft {
        private final List<PlayedRoute>[][] cells;
        private final PlayedInput input = new PlayedInput();

        @SuppressWarnings({"unchecked", "rawtypes"})
        Draft() {
            cells = new List[Event.KINDS * 16][];
        }

        /** @param offs whether the route wants to hear of keys going up itself */
        @SuppressWarnings({"unchecked", "rawtypes"})
        void add(PlayedRoute route, Accept accept, boolean offs) {
            for (int kind = 0; kind < Event.KINDS; kind++) {
                if (!accept.takes(CHANNEL_KINDS[kind]) || kind == Event.NOTE_OFF && !offs) continue;
                boolean numbered = kind <= Event.PROGRAM;
                int low = numbered ? accept.low(kind) : 0;
                int high = numbered ? accept.high(kind) : 0;
                for (int channel = accept.channelLow(); channel <= accept.channelHigh(); channel++) {
                    int row = kind * 16 + channel - 1;
                    if (cells[row] == null) cells[row] = new List[128];
                    for (int number = low; number <= high; number++) {
                        if (cells[row][number] == null) cells[row][number] = new ArrayList<>(2);
                        cells[row][number].add(route);
                    }
                }
            }
            for (Kind kind : Kind.values()) {
                if (kind.isChannel() || !accept.takes(kind)) continue;
                if (input.system[kind.status()] == null) input.system[kind.status()] = new ArrayList<>(2);
                input.system[kind.status()].add(route);
            }
        }

        PlayedInput finish() {
            for (int row = 0; row < cells.length; row++) {
                if (cells[row] == null) continue;
                input.table[row] = new PlayedRoute[128][];
                for (int number = 0; number < 128; number++)
                    if (cells[row][number] != null) input.table[row][number] = cells[row][number].toArray(PlayedRoute[]::new);
            }
            return input;
        }
    }
}
