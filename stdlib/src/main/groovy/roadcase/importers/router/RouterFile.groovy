package roadcase.importers.router

import groovy.transform.PackageScope

// The format as it is, in one place: objects and fields in the order of the file. -1 is "any" or "as it was".

/** A whole configuration. */
@PackageScope
record RouterFile(String uniqueId, int active, String version, List<Dropdown> lists, List<String> virtualPorts,
        List<String> connectedIns, List<String> connectedOuts, List<RouterPreset> presets, String criticalError) {}

/** Labels, shared by all presets. */
@PackageScope
record Dropdown(String name, List<String> labels, String uuid, Place place) {}

@PackageScope
record RouterPreset(String name, String uuid, boolean enabled, List<PresetControl> controls, List<RouterInput> inputs,
        List<UserControl> userControls, Place place) {}

/** What a message does to a preset: 0 off, 1 on, 2 toggle, 3 select. */
@PackageScope
record PresetControl(int action, String port, int event, int channel, int data1, int data2, Place place) {}

@PackageScope
record RouterInput(String uuid, String description, String port, boolean ignoresSysex, boolean ignoresTime,
        boolean ignoresSense, RouterClock clock, List<Cc14> cc14s, boolean monitored, int logLength, EasyConfig easy,
        List<RouterChain> chains, Place place) {}

/** A bar is signature times division sixteenths; a start may be moved; other inputs may follow. */
@PackageScope
record RouterClock(int signature, int division, int fromPosition, List<String> followers, Place place) {
    boolean isUsual() {
        sixteenths() == 16 && fromPosition == 0
    }

    int sixteenths() {
        signature * division
    }
}

/** A pair of CCs n and n + 32 that make one value. */
@PackageScope
record Cc14(int channel, int cc, Place place) {}

@PackageScope
record EasyConfig(List<Integer> splits, List<String> zones, List<EasyRoute> routes, Place place) {}

@PackageScope
record EasyRoute(String uuid, int split, int fromEvent, int fromChannel, int fromData1, int transpose, int fromStart,
        int fromEnd, int toStart, int toEnd, int toEvent, int toChannel, int toData1, String destination,
        String description, Place place) {}

@PackageScope
record RouterChain(String uuid, String name, boolean easy, boolean onAndOff, List<RouterFilter> filters, Place place) {}

/** One thing that a chain does. */
@PackageScope
interface RouterFilter {
    Place place()
}

/** Filter type 0. */
@PackageScope
record ToPort(String port, Place place) implements RouterFilter {}

/** Filter type 1; 0 is the client, 1 the server. */
@PackageScope
record ToConsole(int where, String data, Place place) implements RouterFilter {}

/** Filter type 2. */
@PackageScope
record ToNetwork(String host, int socket, String port, Place place) implements RouterFilter {}

/** Filter type 3: 0 and 1 in, 2 and 3 at, 4 and 5 quantised; even by sixteenths, odd by bars. */
@PackageScope
record Schedule(int kind, int count, Place place) implements RouterFilter {}

/** Filter type 4; action 0 changes, 1 lets only matches pass, 2 drops matches. */
@PackageScope
record Condition(String name, int action, Ranges channel, Ranges events, Ranges data1, Ranges data2, Place place)
        implements RouterFilter {}

/** Filter type 5. */
@PackageScope
record Swap(Place place) implements RouterFilter {}

@PackageScope
record UserControl(String uuid, int event, String description, int value, int low, int high, boolean centred,
        int channel, int cc, int nrpn, String port, boolean labelled, String list, boolean sentOnChange, Place place) {}
