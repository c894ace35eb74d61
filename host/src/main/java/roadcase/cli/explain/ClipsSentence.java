package roadcase.cli.explain;

import java.util.List;
import roadcase.rig.plan.ClipsPlan;
import roadcase.rig.plan.Reaction;

/** What a launcher of clips does, in a sentence. */
final class ClipsSentence {
    private ClipsSentence() {}

    static String of(ClipsPlan clips) {
        String when = clips.quantise() == null ? "starts when its pad is let go"
                : "is " + StepPhrase.of(clips.quantise(), List.of()).orElseThrow();
        int count = clips.count();
        return "'" + clips.name() + "' has " + count + (count == 1 ? " clip" : " clips") + ", one of a column plays; a pressed one " + when
                + ". Its pads show " + clips.looks().ready() + " for ready, " + clips.looks().waiting() + " for waiting, "
                + clips.looks().playing() + " for playing; the others do nothing." + code("start", clips.onStart()) + code("stop", clips.onStop());
    }

    private static String code(String what, Reaction code) {
        return code == null ? "" : " On " + what + ": code of the script (" + code.origin() + ").";
    }
}
