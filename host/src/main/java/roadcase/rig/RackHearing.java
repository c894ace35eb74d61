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

    RackHearing(Conductor conductor, RackReports reports, RackDevice device, RackPlaces places) {
        this.conductor = conductor;
        this.reports = reports;
        this.device = device;
        this.places = places;
    }

    void hear(EngineRack engine, News news) {
        switch (news.kind()) {
            case ENGINE -> device.engine(EngineStatus.engine(news.number()), news.text());
            case DEVICE -> device.device(EngineStatus.device(news.number()), news.text());
            case LOADED -> {
                if (places.isAsked(news)) loaded(engine, news);
            }
            case FAILED -> {
                if (places.isAsked(news)) places.failed(engine, news.slot(), news.position(), news.text());
            }
            case LEFT_OUT -> reports.fault(news.slot(), ": '" + news.text() + "' was to blame " + news.number()
                    + " times and is left out until it is loaded anew");
            case SILENCED -> reports.fault(news.slot(), " is muted for a moment: " + news.text());
            case BLAMED -> reports.fault(news.slot(), ": '" + news.text() + "' was at work when the sound engine died");
            case PARAMETER -> moved(engine, news);
            case SCANNED -> places.scanned(engine, news);
            case SCANNING, LATENCY, UNKNOWN -> { }
        }
    }

    private void loaded(EngineRack engine, News news) {
        List<Parameter> all = engine.parameters(news.slot(), news.position());
        if (news.position() == 0) places.sound(engine, news.slot());
        // After its sound: what was remembered is what was turned since.
        conductor.tell(stage -> stage.pluginLoaded(news.slot(), news.position()));
        warnOfParameters(news, all);
    }

    private void warnOfParameters(News news, List<Parameter> all) {
        SlotPlan slot = reports.slot(news.slot());
        if (slot == null) return;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) names.addAll(List.of(String.valueOf(i + 1), all.get(i).name()));
        for (SlotPlan.ParameterPlan parameter : slot.parameters())
            if (parameter.position() == news.position() && !names.contains(parameter.which()))
                reports.fault(parameter.origin(), "'" + news.text() + "' has no parameter '" + parameter.which() + "'"
                        + Spelling.didYouMean(parameter.which(), names));
    }

    private void moved(EngineRack engine, News news) {
        List<Parameter> all = engine.parameters(news.slot(), news.position());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number() != news.number()) continue;
            List<String> names = List.of(String.valueOf(i + 1), all.get(i).name());
            conductor.tell(stage -> stage.pluginMoved(news.slot(), news.position(), names, news.value()));
        }
    }
}
