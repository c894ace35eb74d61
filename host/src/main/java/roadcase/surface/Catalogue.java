package roadcase.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The devices that a language has data of. Found by {@link ServiceLoader}; any thread. */
public interface Catalogue {
    /** Each with all its generations. */
    List<DeviceSpec> devices();

    /** Those of all languages that are installed. */
    static List<DeviceSpec> installed() {
        List<DeviceSpec> all = new ArrayList<>();
        for (Catalogue catalogue : ServiceLoader.load(Catalogue.class)) all.addAll(catalogue.devices());
        return all;
    }
}
