package roadcase.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.Map;

/** Finds libroadcase (in {@code jna.library.path}, then where the system looks) and binds classes to it. */
final class NativeCode {
    static final String NAME = "roadcase";

    private NativeCode() {}

    /**
     * Binds the native methods of a class to the functions of the same names.
     *
     * @throws EngineFault where the library or one of the functions is missing
     */
    static void bind(Class<?> header) {
        bind(header, NAME);
    }

    static void bind(Class<?> header, String library) {
        try {
            Map<String, Object> utf8 = Map.of(Library.OPTION_STRING_ENCODING, "UTF-8");
            Native.register(header, NativeLibrary.getInstance(library, utf8));
        } catch (UnsatisfiedLinkError missing) {
            throw new EngineFault("the native library '" + library + "' is missing or too old; build it with "
                    + "'cmake -S native -B native/build' and 'cmake --build native/build'", missing);
        }
    }
}
