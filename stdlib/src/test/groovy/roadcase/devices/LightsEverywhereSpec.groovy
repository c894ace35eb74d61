package roadcase.devices

import groovy.transform.CompileStatic
import roadcase.midi.Message
import roadcase.midi.RealPort.Direction
import roadcase.rig.Rehearsal
import roadcase.rig.Remembered
import roadcase.rig.RigBuilder
import roadcase.rig.Stage
import roadcase.rig.plan.Layer
import roadcase.rig.plan.LightPlan
import roadcase.rig.plan.LightPlan.LightSource.Painted
import roadcase.rig.plan.Origin
import roadcase.rig.plan.PagesPlan
import roadcase.rig.plan.PagesPlan.PagePlan
import roadcase.rig.plan.Place
import roadcase.rig.plan.RoutePlan
import roadcase.rig.plan.RoutePlan.Looks
import roadcase.rig.plan.RoutePlan.Press
import roadcase.rig.plan.RoutePlan.Takeover
import roadcase.rig.plan.Source
import roadcase.rig.plan.Target
import roadcase.surface.ControlSpec
import roadcase.surface.ControlSpec.Type
import roadcase.surface.DeviceSpec
import roadcase.surface.Light
import roadcase.surface.SimulatedUnit
import spock.lang.Specification

/**
 * After any sequence of paints, presses, changes of pages, modes, losses and returns, of the same unit or one of another generation, what the
 * unit shows is what is meant. On two pages half of its buttons are toggles and the other half are part of a picture; the third
 * page has none of it.
 */
class LightsEverywhereSpec extends Specification {
    static final int CASES = 60
    static final int DEEDS = 60

    def "#spec.model shows what is meant"() {
        expect:
        (1..CASES).every { int seed -> new Evening(spec, seed).play(DEEDS) == '' }

        where:
        spec << new KnownDevices().devices().findAll { DeviceSpec d -> d.controls().any { it.hasLight() } }
    }

    @CompileStatic
    static class Evening implements Rehearsal.Paper {
        private static final List<Looks> LOOKS = [new Looks(Light.RED.blinking(0), Light.GREEN), new Looks(Light.YELLOW, Light.OFF)]
        private static final List<String> PAGES = ['one', 'two', 'dark']
        private static final List<Light> LIGHTS = [Light.OFF, Light.ON, Light.GREEN, Light.RED, Light.YELLOW, Light.GREEN.blinking(0),
            Light.RED.pulsing(0), Light.YELLOW.dimmed(25), Light.palette(53), Light.palette(9).blinking(8), Light.rgb(0xFF6400),
            Light.rgb(0x2040FF), Light.rgb(0x804020).dimmed(50)]

        private final DeviceSpec spec
        private final Random random
        private final List<ControlSpec> toggles
        private final List<ControlSpec> painted
        private final Rehearsal rehearsal
        private final List<Map<String, Boolean>> on = [[:], [:]]
        private final List<Map<String, Light>> pictures = [[:], [:]]
        private final List<String> deeds = []
        private final List<Message> answers = []
        private SimulatedUnit unit
        private DeviceSpec there
        private boolean plugged = true
        private int page
        private long now

        Evening(DeviceSpec spec, int seed) {
            this.spec = spec
            this.there = spec
            random = new Random(seed)
            unit = new SimulatedUnit(spec, { Message m -> answers << m })
            List<ControlSpec> buttons = spec.controls().findAll { ControlSpec c -> c.hasLight() && c.type() == Type.BUTTON }
            toggles = buttons.findAll { ControlSpec c -> c.index() % 2 == 1 && c.twin() == null }
            painted = buttons.findAll { ControlSpec c -> c.index() % 2 == 0 && c.twin() == null }
            RigBuilder builder = new RigBuilder('evening')
            builder.device(spec, null)
            Target daw = new Target.ToPort(builder.port('DAW', Direction.OUTPUT, false))
            LOOKS.eachWithIndex { Looks looks, int page ->
                Place here = Place.TOP.inside(new Layer.Page(spec.type(), PAGES[page]))
                builder.route(new RoutePlan(null, new Source.Controls(spec.type(), toggles*.name()), [], Press.TOGGLE, Takeover.JUMP, null,
                        false, [daw], here, new Origin('evening', 1, 1), looks))
                painted.eachWithIndex { ControlSpec c, int i ->
                    builder.light(new LightPlan(spec.type(), c.name(), new Painted(PAGES[page], i), here, new Origin('evening', 2 + i, 1)))
                }
            }
            builder.pages(new PagesPlan(spec.type(), PAGES.collect { String name -> new PagePlan(name, Origin.NOWHERE) }, false, Origin.NOWHERE))
            rehearsal = new Rehearsal(builder.finish(), Remembered.NOTHING, this)
        }

        String play(int count) {
            for (int i = 0; i < count; i++) {
                now += random.nextInt(90) * 1_000_000L
                deed()
                rehearsal.end(now)
                answer()
            }
            if (!plugged) plug()
            now += 2_000_000_000L
            rehearsal.end(now)
            answer()
            now += 2_000_000_000L
            rehearsal.end(now)
            String wrong = wrong()
            wrong ? "$wrong after ${deeds.join(', ')}" : ''
        }

        private void deed() {
            int dice = random.nextInt(100)
            if (dice < 30) press(toggles[random.nextInt(toggles.size())])
            else if (dice < 40) turnPage()
            else if (dice < 75) paint()
            else if (dice < 80) {
                deeds << 'vanish'
                plugged = false
                rehearsal.vanish(now, spec.port())
                unit.powerLost()
            } else if (dice < 88) plug()
            else if (dice < 92) {
                deeds << 'identity'
                if (plugged) says(unit.identity())
            } else mode()
        }

        private void press(ControlSpec control) {
            if (!plugged) return
            deeds << "press ${control.name()}".toString()
            if (page < on.size()) on[page][control.name()] = !on[page][control.name()]
            says(unit.press(control.name()))
            says(unit.release(control.name()))
        }

        private void turnPage() {
            page = random.nextInt(PAGES.size())
            deeds << "page ${PAGES[page]}".toString()
            rehearsal.at(now) { Stage stage -> assert stage.goPage(spec.type(), PAGES[page]) == null }
        }

        /** A picture, whether it is seen or not. */
        private void paint() {
            if (painted.isEmpty()) return
            int where = random.nextInt(pictures.size())
            int many = 1 + random.nextInt(painted.size())
            Map<Integer, Light> change = [:]
            for (int i = 0; i < many; i++) {
                int which = random.nextInt(painted.size())
                change[which] = LIGHTS[random.nextInt(LIGHTS.size())]
                pictures[where][painted[which].name()] = change[which]
            }
            deeds << "paint $change".toString()
            rehearsal.at(now) { Stage stage -> change.each { Integer index, Light light -> stage.paint(PAGES[where], index, light) } }
        }

        /** It comes back, or another generation does; it is asked who it is, and answers. */
        private void plug() {
            boolean wasThere = plugged
            if (!wasThere && random.nextInt(3) == 0) {
                List<DeviceSpec> all = spec.generations()
                there = all[random.nextInt(all.size())]
                unit = new SimulatedUnit(there, { Message m -> answers << m })
            }
            deeds << "plug ${there.model()}".toString()
            plugged = true
            rehearsal.comeBack(now, spec.port())
            rehearsal.end(now)
            if (!wasThere && there.identity()) says(unit.identity())
        }

        private void mode() {
            if (!plugged || there.manners().reports().empty) return
            deeds << 'mode'
            unit.powerLost()
            List<Integer> head = there.manners().reports().last().head().collect { Integer b -> b < 0 ? 0x7F : b }
            says(Message.parse(((head + [0x00, 0xF7]).collect { Integer b -> String.format('%02X', b) }).join(' ')))
        }

        private void says(Message message) {
            assert rehearsal.message(now, spec.port(), message) == null
            rehearsal.end(now)
        }

        private void answer() {
            List<Message> said = answers.toList()
            answers.clear()
            if (plugged) said.each { Message m -> says(m) }
        }

        private String wrong() {
            for (ControlSpec control : there.controls()) {
                if (!control.hasLight() || control.type() != Type.BUTTON) continue
                Light meant = Light.OFF
                if (page == pictures.size()) meant = Light.OFF
                else if (painted.any { ControlSpec c -> c.name() == control.name() }) meant = pictures[page][control.name()] ?: Light.OFF
                else if (toggles.any { ControlSpec c -> c.name() == control.name() }) meant = on[page][control.name()] ? LOOKS[page].on() : LOOKS[page].off()
                Light should = control.lamp().kind().shown(control.lamp().wire(meant.code()))
                if (unit.shows(control.name()) != should)
                    return "${control.name()} shows ${unit.shows(control.name())} and should show $should for $meant"
            }
            ''
        }

        @Override
        void sent(long timeNanos, String port, Message message) {
            if (port == spec.port() && plugged) unit.hear(message)
        }

        @Override
        void fault(long timeNanos, Origin where, String sentence) {}

        @Override
        void note(long timeNanos, String sentence) {}

        @Override
        void light(long timeNanos, String port, String control, boolean on) {}
    }
}
