package roadcase.midi.net

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import java.security.MessageDigest
import java.util.concurrent.CopyOnWriteArrayList

/** A MIDI Router as its protocol describes it: methods by number, ports by number, names with {@code 0_} in front. */
@CompileStatic
class PretendedRouter implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper()
    private static final List<String> OUT = ['msgToServer', 'getPortNumber', 'openPort', 'isPortOpen', 'sendMessage']
    private static final List<String> IN = ['getPortNumber', 'openPort', 'routingMidiChainsAaddChain', 'routingActionAddLogData']

    final ServerSocket server
    final List<String> outputs = new CopyOnWriteArrayList<>()
    final List<String> inputs = new CopyOnWriteArrayList<>()
    /** What was sent to it: {@code 0_Synth: 90 3C 64}. */
    final List<String> heard = new CopyOnWriteArrayList<>()
    /** What it was asked, by method. */
    final List<String> asked = new CopyOnWriteArrayList<>()
    volatile boolean answers = true
    /** What it sends instead of an answer: a text, or bytes that need be no frame. */
    volatile Object nonsense
    private final List<Client> clients = new CopyOnWriteArrayList<>()
    private volatile boolean closed

    private static class Client {
        Socket socket
        Frames frames
        List<List> logs = new CopyOnWriteArrayList<>()
        boolean connected
        boolean wantsConfig
    }

    PretendedRouter(int port = 0) {
        server = new ServerSocket()
        server.reuseAddress = true
        server.bind(new InetSocketAddress('127.0.0.1', port))
        Thread.startDaemon('a router accepts') { accept() }
    }

    int getPort() { server.localPort }

    private void accept() {
        while (!closed) {
            try {
                def socket = server.accept()
                Thread.startDaemon('a router serves') { serveWhileItMay(socket) }
            } catch (IOException over) {
                return
            }
        }
    }

    private void serveWhileItMay(Socket socket) {
        try {
            serve(socket)
        } catch (IOException thrownOut) {
            // by the Spec, or by the one that it tests
        }
    }

    private void serve(Socket socket) {
        socket.tcpNoDelay = true
        String key = null
        for (String said; (said = line(socket));) if (said.toLowerCase().startsWith("sec-websocket-key:")) key = said.substring(18).trim()
        if (!key) {
            socket.close()
            return
        }
        def accept = MessageDigest.getInstance('SHA-1').digest((key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').bytes).encodeBase64()
        socket.outputStream.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: $accept\r\n\r\n").bytes)
        def client = new Client(socket: socket, frames: new Frames(socket, false))
        clients << client
        for (String text; (text = client.frames.text()) != null;) if (answers) answer(client, text)
        clients.remove(client)
    }

    private static String line(Socket socket) {
        def line = new StringBuilder()
        for (int c; (c = socket.inputStream.read()) >= 0 && c != (int) ('\n' as char);) line.append((char) c)
        line.toString().trim()
    }

    private void answer(Client client, String text) {
        def instead = nonsense
        if (instead instanceof byte[]) client.frames.send((byte[]) instead)
        else if (instead != null) client.frames.text((String) instead)
        else take(client, (Map) JSON.readValue(text, Map))
    }

    /** Sends this text to all. */
    void raw(String text) { clients.each { it.frames.text(text) } }

    String getTag() { (String) clients.collectMany { it.logs }*.get(1).first() }

    private void take(Client client, Map message) {
        switch (message.type) {
            case 3:
                reply(client, message, [wcmidiout: described(OUT, ['msgToClient']), wcmidiin: described(IN, ['destroyed', 'dataToClient']),
                        wcuserdata: described(['getJon'], ['userDataChanges'])])
                break
            case 6:
                reply(client, message, invoke(client, (String) message.object, (int) message.method, (List) message.args))
                break
            case 7:
                if (message.object == 'wcmidiin' && message.signal == 8) client.connected = true
                if (message.object == 'wcuserdata' && message.signal == 7) client.wantsConfig = true
                break
        }
    }

    /** Qt numbers methods and signals together, and not from 0. */
    private static Map described(List<String> methods, List<String> signals) {
        [methods: methods.withIndex(20).collect { m, i -> [m, i] }, signals: signals.withIndex(7).collect { s, i -> [s, i] },
                properties: [], enums: [:]]
    }

    private static void reply(Client client, Map to, Object data) {
        client.frames.text(JSON.writeValueAsString([type: 10, id: to.id, data: data]))
    }

    private Object invoke(Client client, String object, int number, List args) {
        String method = (object == 'wcmidiout' ? OUT : IN)[number - 20]
        if (method != 'sendMessage') asked << "$object.$method($args)".toString()
        def ports = object == 'wcmidiout' ? outputs : inputs
        switch (method) {
            case 'getPortNumber': return ports.indexOf(args[0])
            case 'sendMessage':
                heard << ports[(int) args[0]] + ': ' + ((List<Integer>) args[1]).collect { String.format('%02X', it) }.join(' ')
                return null
            case 'routingMidiChainsAaddChain': return client.logs.size()
            case 'routingActionAddLogData':
                client.logs << [args[0], args[3]]
                return 0
        }
        null
    }

    /** A message comes in at an input of the router. */
    void says(String input, String hex) {
        def data = hex.split(' ').collect { Integer.parseInt(it, 16) }
        for (client in clients)
            for (log in client.logs)
                if (client.connected && inputs[(int) log[0]] == input)
                    client.frames.text(JSON.writeValueAsString([type: 1, object: 'wcmidiin', signal: 8,
                            args: [JSON.writeValueAsString([portName: input, data: data, userdata: log[1]])]]))
    }

    /** Its configuration is applied: all that was opened is closed. */
    void applyConfiguration() {
        for (client in clients) {
            client.logs.clear()
            if (client.wantsConfig) client.frames.text(JSON.writeValueAsString([type: 1, object: 'wcuserdata', signal: 7, args: [[:]]]))
        }
    }

    int getConnected() { clients.size() }

    void throwOut() { clients.each { it.socket.close() } }

    @Override
    void close() {
        closed = true
        server.close()
        throwOut()
    }
}
