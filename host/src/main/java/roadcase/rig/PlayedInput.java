package roadcase.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import roadcase.midi.Kind;
import roadcase.route.Accept;
import roadcase.route.Event;
import roadcase.route.EventKind;
import roadcase.route.Joins;

/**
 * The routes of one input, in a table by kind, channel and number: a message finds its routes with one look, however
 * many there are.
 */
final class PlayedInput {
    private static final PlayedRoute[] NO_ROUTES = {};
    private static final int PAGE = 128;

    /** Null where the port is no device's. */
    PlayedDevice device;
    /** Whether the player was told that this keyboard plays MPE. */
    boolean toldMpe;
    private final PlayedRoute[][][] table = new PlayedRoute[Event.KINDS * 16][][];
    /** NRPN and RPN have 16384 numbers each: pages of 128 of them, equal ones shared. */
    private final PlayedRoute[][][][] wide = new PlayedRoute[2 * 16][][][];
    /** {@link Joins#NRPN} and {@link Joins#RPN}, as far as lines of this input take them. */
    private int whole;
    private final int[] pairs = new int[17];
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

    /** Routes for an NRPN or RPN. */
    PlayedRoute[] parameterRoutes(int kind, int channel, int number) {
        PlayedRoute[][][] pages = wide[(kind - Event.NRPN) * 16 + channel - 1];
        if (pages == null || pages[number / PAGE] == null) return NO_ROUTES;
        PlayedRoute[] routes = pages[number / PAGE][number % PAGE];
        return routes == null ? NO_ROUTES : routes;
    }

    /** Whether some line takes parameters of this kind ({@link Joins}) whole. */
    boolean joins(int partOf) {
        return (whole & partOf) != 0;
    }

    /** Whether some line takes this CC as one half of a pair. */
    boolean isPair(int channel, int number) {
        return number < 64 && (pairs[channel] >> (number & 31) & 1) != 0;
    }

    /** Routes for a system message; empty where none. */
    List<PlayedRoute> system(int status) {
        List<PlayedRoute> routes = system[status];
        return routes == null ? List.of() : routes;
    }

    /** Puts routes into the table, one after the other. Cells with the same routes share one array. */
    static final class Draft {
        private record Span(PlayedRoute route, int low, int high) {}

        private final List<Span>[] spans;
        private final PlayedInput input = new PlayedInput();
        private PlayedRoute[] without;
        private PlayedRoute[] with;

        @SuppressWarnings({"unchecked", "rawtypes"})
        Draft() {
            spans = new List[2 * 16];
        }

        /** @param offs whether the route wants to hear of keys going up itself */
        void add(PlayedRoute route, Accept accept, boolean offs) {
            Joins joins = accept.joins();
            if (joins != null) {
                input.whole |= joins.whole();
                for (int channel = 1; channel <= 16; channel++) input.pairs[channel] |= joins.pairs(channel);
            }
            Map<PlayedRoute[], PlayedRoute[]> longer = new IdentityHashMap<>();
            without = null;
            for (int kind = 0; kind < Event.KINDS; kind++) {
                if (!accept.takes(EventKind.of(kind)) || kind == Event.NOTE_OFF && !offs) continue;
                if (kind == Event.NRPN || kind == Event.RPN) {
                    span(route, accept, kind);
                    continue;
                }
                boolean numbered = EventKind.of(kind).mostNumber() >= 0;
                int low = numbered ? accept.low(kind) : 0;
                int high = numbered ? accept.high(kind) : 0;
                for (int channel = accept.channelLow(); channel <= accept.channelHigh(); channel++) {
                    int row = kind * 16 + channel - 1;
                    if (input.table[row] == null) input.table[row] = new PlayedRoute[128][];
                    PlayedRoute[][] cells = input.table[row];
                    for (int number = low; number <= high; number++)
                        cells[number] = longer(cells[number] == null ? NO_ROUTES : cells[number], route, longer);
                }
            }
            for (Kind kind : Kind.values()) {
                if (kind.isChannel() || !accept.takes(kind)) continue;
                if (input.system[kind.status()] == null) input.system[kind.status()] = new ArrayList<>(2);
                input.system[kind.status()].add(route);
            }
        }

        /** Neighbours mostly have the same routes: the last answer is tried first. */
        private PlayedRoute[] longer(PlayedRoute[] routes, PlayedRoute route, Map<PlayedRoute[], PlayedRoute[]> known) {
            if (routes == without) return with;
            without = routes;
            with = known.computeIfAbsent(routes, before -> {
                PlayedRoute[] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = route;
                return after;
            });
            return with;
        }

        private void span(PlayedRoute route, Accept accept, int kind) {
            for (int channel = accept.channelLow(); channel <= accept.channelHigh(); channel++) {
                int row = (kind - Event.NRPN) * 16 + channel - 1;
                if (spans[row] == null) spans[row] = new ArrayList<>();
                spans[row].add(new Span(route, accept.low(kind), accept.high(kind)));
            }
        }

        private static PlayedRoute[][][] pages(List<Span> row) {
            PlayedRoute[][][] pages = new PlayedRoute[PAGE][][];
            PlayedRoute[][] before = null;
            for (int page = 0; page < PAGE; page++) {
                int first = page * PAGE;
                List<Span> here = row.stream().filter(s -> s.low < first + PAGE && s.high >= first).toList();
                if (here.isEmpty()) continue;
                PlayedRoute[][] cells = new PlayedRoute[PAGE][];
                if (here.stream().allMatch(s -> s.low <= first && s.high >= first + PAGE - 1)) {
                    Arrays.fill(cells, here.stream().map(Span::route).toArray(PlayedRoute[]::new));
                } else for (int i = 0; i < PAGE; i++) {
                    int number = first + i;
                    PlayedRoute[] routes = here.stream().filter(s -> s.low <= number && number <= s.high).map(Span::route)
                            .toArray(PlayedRoute[]::new);
                    cells[i] = i > 0 && Arrays.equals(routes, cells[i - 1]) ? cells[i - 1] : routes;
                }
                pages[page] = Arrays.deepEquals(cells, before) ? before : cells;
                before = pages[page];
            }
            return pages;
        }

        PlayedInput finish() {
            for (int row = 0; row < spans.length; row++) if (spans[row] != null) input.wide[row] = pages(spans[row]);
            return input;
        }
    }
}
