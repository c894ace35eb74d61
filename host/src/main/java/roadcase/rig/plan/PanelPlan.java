package roadcase.rig.plan;

import java.util.List;
import java.util.Map;

/** A page in the browser: kept as written until there is a browser. */
public record PanelPlan(String name, List<Item> items, Origin origin) {
    /**
     * @param kind the word: knob, meter, surface …
     * @param subjects written names of what it shows
     * @param settings named arguments as said
     */
    public record Item(String kind, String label, List<String> subjects, Map<String, Object> settings, Origin origin) {}
}
