package roadcase.midi;

/** What to do where Java's MIDI comes to its end, by system ({@code os.name} in lower case). */
final class JavaAdvice {
    private JavaAdvice() {}

    static String noVirtualPorts(String name, String system) {
        String make = system.contains("windows") ? "make one of that name with loopMIDI"
                : system.contains("mac") ? "make one of that name in Audio MIDI Setup, IAC Driver"
                : "build the native library, which can: cmake -S native -B native/build && cmake --build native/build";
        return "Java's MIDI cannot make the port '" + name + "', and there is none of that name; " + make;
    }

    static String busy(RealPort port, String system) {
        String remedy = system.contains("windows")
                ? "Windows gives a port to one program only; close the other one (a DAW, the maker's editor, a browser)"
                : system.contains("mac") ? "close the program that uses it, or unplug it and plug it in again"
                : "ALSA gives a raw port to one program only (JACK, a2jmidid and PipeWire take all of them); close that"
                        + " program, or play through it: --midi jack";
        return "'" + port.name() + "' cannot be opened, another program may hold it; " + remedy;
    }
}
