package roadcase.rig.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where in a script something is written, outermost layer first. No layer is the top of the script. */
public record Place(List<Layer> layers) {
    public static final Place TOP = new Place(List.of());

    public Place {
        layers = List.copyOf(layers);
    }

    public Place inside(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Place(more);
    }

    public boolean isTop() {
        return layers.isEmpty();
    }

    @Override
    public String toString() {
        return isTop() ? "the top" : layers.stream().map(Object::toString).collect(Collectors.joining(" / "));
    }
}
