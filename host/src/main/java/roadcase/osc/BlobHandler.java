package roadcase.osc;

import com.illposed.osc.BytesReceiver;
import com.illposed.osc.argument.ArgumentHandler;
import java.nio.ByteBuffer;
import java.util.Map;

/** Blobs for JavaOSC, whose own handlers leave what fills a blob up to four bytes to be read as the next argument. */
final class BlobHandler implements ArgumentHandler<OscBlob> {
    @Override
    public char getDefaultIdentifier() {
        return 'b';
    }

    @Override
    public Class<OscBlob> getJavaClass() {
        return OscBlob.class;
    }

    @Override
    public void setProperties(Map<String, Object> properties) {
        // It has none.
    }

    @Override
    public boolean isMarkerOnly() {
        return false;
    }

    @Override
    public OscBlob parse(ByteBuffer input) {
        byte[] bytes = new byte[input.getInt()];
        input.get(bytes);
        input.position(input.position() + filling(bytes.length));
        return new OscBlob(bytes);
    }

    @Override
    public void serialize(BytesReceiver output, OscBlob blob) {
        output.put(ByteBuffer.allocate(4).putInt(0, blob.length()).array());
        output.put(blob.bytes());
        output.put(new byte[filling(blob.length())]);
    }

    private static int filling(int length) {
        return -length & 3;
    }

    @Override
    public ArgumentHandler<OscBlob> clone() {
        return this; // it has no state
    }
}
