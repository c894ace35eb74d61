package roadcase.midi.net

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets

/** WebSocket frames by hand (RFC 6455, 5.2), so that the product is not tested by the libraries that it stands on. */
@CompileStatic
class Frames {
    static final int TEXT = 1
    static final int BINARY = 2
    static final int CLOSE = 8
    static final int PING = 9
    static final int PONG = 10

    final DataInputStream from
    final OutputStream to
    /** Clients mask what they send, servers do not. */
    final boolean masks

    Frames(Socket socket, boolean masks) {
        from = new DataInputStream(new BufferedInputStream(socket.inputStream))
        to = socket.outputStream
        this.masks = masks
    }

    /** The next whole text; pings are answered. Null at the end. */
    String text() {
        try {
            def whole = new ByteArrayOutputStream()
            while (true) {
                int first = from.readUnsignedByte()
                int second = from.readUnsignedByte()
                long length = second & 0x7F
                if (length == 126) length = from.readUnsignedShort()
                else if (length == 127) length = from.readLong()
                byte[] mask = new byte[4]
                if (second & 0x80) from.readFully(mask)
                byte[] payload = new byte[(int) length]
                from.readFully(payload)
                if (second & 0x80) for (int i = 0; i < payload.length; i++) payload[i] = (byte) (payload[i] ^ mask[i % 4])
                int kind = first & 0x0F
                if (kind == CLOSE) return null
                if (kind == PING) send(frame(PONG, payload))
                if (kind >= CLOSE) continue
                whole.write(payload)
                if (first & 0x80) return whole.toString(StandardCharsets.UTF_8)
            }
        } catch (IOException over) {
            return null
        }
    }

    void text(String text) { send(frame(TEXT, text.getBytes(StandardCharsets.UTF_8))) }

    synchronized void send(byte[] bytes) {
        to.write(bytes)
        to.flush()
    }

    byte[] frame(int kind, byte[] payload, boolean last = true) {
        def out = new ByteArrayOutputStream()
        def data = new DataOutputStream(out)
        data.writeByte((last ? 0x80 : 0) | kind)
        int mask = masks ? 0x80 : 0
        if (payload.length < 126) {
            data.writeByte(mask | payload.length)
        } else if (payload.length < 65536) {
            data.writeByte(mask | 126)
            data.writeShort(payload.length)
        } else {
            data.writeByte(mask | 127)
            data.writeLong(payload.length)
        }
        if (masks) data.writeInt(0) // a mask of zeros leaves the payload as it is
        data.write(payload)
        out.toByteArray()
    }
}
