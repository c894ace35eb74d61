package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import roadcase.audio.EngineRack;
import roadcase.audio.EngineStatus;
import roadcase.audio.News;
import roadcase.audio.Parameter;
import roadcase.rig.plan.SlotPlan;

/** Passes on what the engine says: to whom it concerns, and to the faces in sentences. The rack's thread. */
final class RackHearing {
    private final Conductor conductor;
    private final RackReports reports;
    private final RackDevice device;
    private final RackPlaces places;
    private final RackStates states;

    RackHearing(Conductor conductor, RackReports reports, RackDevice device, RackPlaces places, RackStates states) {
        this.conductor = conductor;
        this.reports = reports;
        this.device = device;
        this.places = places;
        this.states = states;
    }

    void hear(EngineRack engine, News news) {
        switch (news.kind()) {
            case ENGINE -> device.engine(EngineStatus.engine(news.number()), news.text());
            case DEVICE -> device.device(EngineStatus.device(news.number()), news.text());
            case LOADED -> loaded(engine, news);
            case FAILED -> places.failed(engine, news);
            case LEFT_OUT -> reports.fault(news.slot(), ": '" + news.text() + "' was to blame " + news.number()
                    + " times and is left out until it is loaded anew");
            case SILENCED -> reports.fault(news.slot(), " is muted for a moment: " + news.text());
            case BLAMED -> reports.fault(news.slot(), ": '" + news.text() + "' was at work when the sound engine died");
            case PARAMETER -> moved(engine, news);
            case SCANNING -> places.scanning(news);
            case SCANNED -> places.scanned(engine, news);
            case LATENCY, UNKNOWN -> { }
        }
    }

    private void loaded(EngineRack engine, News news) {
        int position = places.loaded(engine, news);
        if (position < 0) return;
        List<Parameter> all = engine.parameters(news.slot(), position);
        // After its state and its sound: what was remembered is what was turned since.
        conductor.tell(stage -> stage.pluginLoaded(news.slot(), position));
        reports.guest().loaded(news.slot(), position, places.plugin(news.slot(), position), all);
        warnOfParameters(news, position, all);
    }

    private void warnOfParameters(News news, int position, List<Parameter> all) {
        SlotPlan slot = reports.slot(news.slot());
        if (slot == null) return;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) names.addAll(List.of(String.valueOf(i + 1), all.get(i).name()));
        for (SlotPlan.ParameterPlan parameter : slot.parameters())
            if (parameter.position() == position && !names.contains(parameter.which()))
                reports.fault(parameter.origin(), "'" + news.text() + "' has no parameter '" + parameter.which() + "'"
                        + Spelling.didYouMean(parameter.which(), names));
    }

    /** Somebody moved it on the plugin itself. */
    private void moved(EngineRack engine, News news) {
        states.turned(news.slot(), news.position());
        reports.guest().moved();
        List<Parameter> all = engine.parameters(news.slot(), news.position());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number() != news.number()) continue;
            List<String> called = called(all, i);
            conductor.tell(stage -> stage.pluginMoved(news.slot(), news.position(), called, news.value()));
        }
    }

    /** The plugin was given another state: where its parameters stand now is where they are. */
    void given(EngineRack engine, int slot, int position) {
        states.turned(slot, position);
        List<Parameter> all = engine.parameters(slot, position);
        conductor.tell(stage -> {
            for (int i = 0; i < all.size(); i++) stage.pluginMoved(slot, position, called(all, i), all.get(i).value());
        });
    }

    private static List<String> called(List<Parameter> all, int index) {
        return List.of(String.valueOf(index + 1), all.get(index).name());
    }
}
