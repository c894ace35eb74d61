package roadcase.cli.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roadcase.rig.Spelling;
import roadcase.rig.plan.PagesPlan;

/** {@code page}: which page each device is on, and going to another. */
final class PageCommand {
    private final Playing playing;

    PageCommand(Playing playing) {
        this.playing = playing;
    }

    Reply page(List<String> given) {
        List<PagesPlan> all = playing.rig().pages();
        if (all.isEmpty()) return Reply.mistake("This gig has no pages");
        if (given.isEmpty()) return Reply.lines(playing.status().pages().entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue()).toList());
        if (given.size() > 2) return Reply.mistake("`page` takes a device and a name; a name with spaces needs quotes");
        String name = given.get(given.size() - 1);
        List<PagesPlan> meant = given.size() == 1 ? all
                : all.stream().filter(p -> p.device().equals(given.get(0))).toList();
        if (meant.isEmpty())
            return Reply.mistake("There are no pages of '" + given.get(0) + "'"
                    + Spelling.didYouMean(given.get(0), all.stream().map(PagesPlan::device).toList()));
        List<PagesPlan> having = meant.stream().filter(p -> names(p).anyMatch(name::equals)).toList();
        if (having.isEmpty())
            return Reply.mistake("There is no page '" + name + "'; there are "
                    + meant.stream().flatMap(PageCommand::names).distinct().collect(Collectors.joining(", ")));
        if (having.size() > 1)
            return Reply.mistake("There is a page '" + name + "' of "
                    + having.stream().map(PagesPlan::device).collect(Collectors.joining(" and "))
                    + ": name the device too");
        playing.goPage(having.get(0).device(), name);
        return Reply.said(having.get(0).device() + ": " + name);
    }

    /** What could stand after {@code before}. */
    Stream<String> after(List<String> before) {
        List<PagesPlan> all = playing.rig().pages();
        if (before.size() == 1)
            return Stream.concat(all.stream().map(PagesPlan::device), all.stream().flatMap(PageCommand::names));
        return all.stream().filter(p -> p.device().equals(before.get(1))).flatMap(PageCommand::names);
    }

    private static Stream<String> names(PagesPlan pages) {
        return pages.pages().stream().map(PagesPlan.PagePlan::name);
    }
}
