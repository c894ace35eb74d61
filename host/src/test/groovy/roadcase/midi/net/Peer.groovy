package roadcase.midi.net

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit

/** A program that speaks the MIDI Router's protocol to a server, as one who only read its description would write it. */
@CompileStatic
class Peer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper()

    final Socket socket
    final String answer
    private Frames frames
    private final LinkedBlockingQueue<Map> heard = new LinkedBlockingQueue<>()
    final List<Map> signals = [].asSynchronized() as List<Map>
    volatile boolean ended
    Map objects
    private int ids

    Peer(int port, Map<String, String> headers = [:]) {
        socket = new Socket('127.0.0.1', port)
        socket.tcpNoDelay = true
        def lines = [Host: 'localhost:' + port, Upgrade: 'websocket', Connection: 'Upgrade',
                'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version': '13'] + headers
        socket.outputStream.write(("GET / HTTP/1.1\r\n" + lines.collect { k, v -> "$k: $v\r\n" }.join('') + "\r\n").bytes)
        socket.soTimeout = 10_000
        answer = line()
        while (line()) {}
        if (!answer.contains('101')) return
        socket.soTimeout = 0
        frames = new Frames(socket, true)
        Thread.startDaemon('a peer reads') { read() }
    }

    private String line() {
        def line = new StringBuilder()
        for (int c; (c = socket.inputStream.read()) >= 0 && c != (int) ('\n' as char);) line.append((char) c)
        line.toString().trim()
    }

    private void read() {
        for (String text; (text = frames.text()) != null;) {
            def message = (Map) JSON.readValue(text, Map)
            if (message.type == 1) signals << message
            else heard << message
        }
        ended = true
    }

    boolean isIn() { answer.contains('101') }

    /** Asks for the objects; from then on methods are known by name. */
    Peer greet() {
        say([type: 3, id: ++ids])
        objects = (Map) reply().data
        say([type: 4])
        this
    }

    void say(Object message) { frames.text(JSON.writeValueAsString(message)) }

    void raw(String text) { frames.text(text) }

    void bytes(byte[] bytes) { frames.send(bytes) }

    byte[] frame(int kind, byte[] payload, boolean last = true) { frames.frame(kind, payload, last) }

    Map reply() {
        def next = heard.poll(10, TimeUnit.SECONDS)
        assert next != null: 'no reply within 10 s'
        next
    }

    int index(String object, String kind, String name) {
        def found = ((List<List>) ((Map) objects[object])[kind]).find { it[0] == name }
        assert found: "$object has no $name among $kind"
        (int) found[1]
    }

    /** Sends without waiting. @return the id */
    int begin(String object, String method, Object... args) {
        say([type: 6, object: object, method: index(object, 'methods', method), args: args as List, id: ++ids])
        ids
    }

    Map invoke(String object, String method, Object... args) {
        begin(object, method, args)
        reply()
    }

    int port(String name) { (int) invoke('wcmidiout', 'getPortNumber', name).data }

    void play(int port, String hex) { invoke('wcmidiout', 'sendMessage', port, hex.split(' ').collect { Integer.parseInt(it, 16) }) }

    @Override
    void close() { socket.close() }
}
