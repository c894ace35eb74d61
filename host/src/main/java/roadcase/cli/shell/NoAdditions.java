package roadcase.cli.shell;

import java.util.List;
import roadcase.rig.KnownPlugin;
import roadcase.rig.RackRefusal;
import roadcase.rig.Turnable;
import roadcase.rig.plan.Overlay;

/** Where nothing sounds and nothing is kept: every deed is refused with the same sentence. */
public class NoAdditions implements Additions {
    private final String why;

    /** @param why a sentence */
    public NoAdditions(String why) {
        this.why = why;
    }

    @Override
    public Overlay overlay() {
        return Overlay.NOTHING;
    }

    @Override
    public String lines() {
        return "";
    }

    @Override
    public Reply change(Overlay wanted) {
        return Reply.mistake(why);
    }

    @Override
    public boolean isAlone() {
        return false;
    }

    @Override
    public List<String> inputs() {
        return List.of();
    }

    @Override
    public List<Turnable> parameters(int slot, int position) {
        throw new RackRefusal(why);
    }

    @Override
    public Turnable turn(int slot, int position, int index, Turnable parameter, double value) {
        throw new RackRefusal(why);
    }

    @Override
    public String await(int slot, int position, String plugin) {
        return null;
    }

    @Override
    public String meant(String plugin) {
        return plugin;
    }

    @Override
    public List<KnownPlugin> plugins(String part) {
        return List.of();
    }

    @Override
    public Reply scan() {
        return Reply.mistake(why);
    }

    @Override
    public Reply window(int slot, int position) {
        return Reply.mistake(why);
    }

    @Override
    public List<List<String>> devices() {
        return List.of();
    }

    @Override
    public Reply audio(String type, String device) {
        return Reply.mistake(why);
    }

    @Override
    public Reply save(String file) {
        return Reply.mistake(why);
    }

    @Override
    public Reply restore(String file) {
        return Reply.mistake(why);
    }

    @Override
    public String kept() {
        return "";
    }

    @Override
    public List<String> parts() {
        return List.of();
    }
}
