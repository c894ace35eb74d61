package roadcase.rig.plan;

import java.util.List;

/**
 * Meanings of a whole device, one of them at a time. What is written in a page has the place {@link Layer.Page}.
 *
 * @param device its name in the gig
 * @param wraps whether the last is followed by the first
 */
public record PagesPlan(String device, List<PagePlan> pages, boolean wraps, Origin origin) {
    public PagesPlan {
        pages = List.copyOf(pages);
    }

    /** The written name under which it is kept which page is shown. */
    public String kept() {
        return "page of " + device;
    }

    public record PagePlan(String name, Origin origin) {}
}
