package roadcase.rig

import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit
import roadcase.midi.VirtualBackend
import roadcase.midi.VirtualGear
import roadcase.rig.plan.Origin
import roadcase.rig.plan.RoutePlan.Press
import roadcase.rig.plan.RoutePlan.Takeover
import roadcase.rig.plan.Source
import roadcase.surface.DeviceSpec
import spock.lang.Specification
import spock.lang.Timeout

/** Two equal boxes, 'left' and 'right', each playing to the synth and showing toggles; real threads, virtual plugs. */
@Timeout(120)
class TwinGearSpec extends Specification {
    static final DeviceSpec BOX = new DeviceSpec('Box', 'The Box', ['The Box'], [0x47, 0x31], SmallGig.BOX.controls())

    final VirtualBackend midi = new VirtualBackend()
    final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>()
    final Witness witness = new Witness() {
        void fault(long t, Origin where, String sentence) { faults << sentence }
        void note(long t, String sentence) { }
        void light(long t, String port, String control, boolean on) { }
    }
    Gear gear
    final Conductor conductor = new Conductor(midi, { r, w, l -> true }, witness, Remembered.NOTHING, { gear.changed() }, { })
    final VirtualGear synth = midi.gear('synth')

    void setup() {
        gear = new Gear(midi, conductor, witness)
        conductor.start()
        gear.start()
    }

    void cleanup() {
        conductor.close()
        gear.close()
        midi.close()
    }

    VirtualGear box(int number) { midi.gear("The Box:The Box MIDI 1 $number:0") }

    static Declared gig(List<String> devices, Map<String, String> binds = [:]) {
        def g = new SmallGig()
        devices.each { g.builder.device(BOX, it) }
        devices.eachWithIndex { device, i ->
            g.route(new Source.Controls(device, ['pad 1', 'pad 2', 'pad 3']), [], Press.TOGGLE, Takeover.JUMP, g.synth())
            g.route(new Source.Controls(device, ['key']), [new roadcase.route.Step.ToChannel(i + 5)], Press.PLAIN, Takeover.JUMP, g.synth())
        }
        binds.each { name, to -> g.builder.bind(name, to) }
        g.declared()
    }

    void plays(Declared declared, boolean first = true) {
        assert gear.open(declared.rig()) == []
        def prepared = conductor.prepare(declared)
        if (first) prepared.start()
        else {
            prepared.swap()
            gear.closeOthers(declared.rig())
        }
    }

    static void soon(String what, Closure<Boolean> thing) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (!thing.call()) {
            assert System.nanoTime() < deadline: "not within 10 s: $what"
            Thread.onSpinWait()
        }
    }

    /** What is joined to what: input and output of each, by unit. */
    Map<String, String> joined() {
        gear.states().findAll { it.port().device() }.groupBy { it.port().device() }
                .collectEntries { device, states -> [device, states*.real()*.replaceAll(/.* (\d+):0/, '$1').toUnique().join(' / ')] }
    }

    final Map<VirtualGear, Map<Integer, Integer>> shows = [:].withDefault { [:].withDefault { 0 } }

    /** The lights of a unit as a simulated one would show them: it starts dark, and is dark again after its plug was pulled. */
    Map<Integer, Integer> shown(VirtualGear unit) {
        unit.take().each { m -> if ((m.message().bytes()[0] & 0xF0) == 0x90) shows[unit][m.message().bytes()[1] as int] = m.message().bytes()[2] as int }
        shows[unit]
    }

    boolean lightsAreTrue(String device, VirtualGear unit) {
        def wanted = conductor.ask { it.lights(device) }
        def now = shown(unit)
        BOX.controls().findAll { it.hasLight() }.every { (now[it.light()] > 0) == wanted[it.name()] }
    }

    def "two equal units that come and go at random: each alias keeps its unit, its toggles and its lights (seed #seed)"() {
        given:
        def random = new Random(seed)
        def numbers = [16, 20, 24, 28, 32, 36]
        [24, 28].each { box(it) }
        plays(gig(['left', 'right']))
        soon('both are joined') { joined() == [left: '24', right: '28'] }
        List<Integer> units = [24, 28]
        Map<String, Integer> of = [left: 24, right: 28]
        def toggles = [left: [false] * 3, right: [false] * 3]

        expect:
        (1..25).every {
            def step = random.nextInt(3)
            if (step == 0 && units) {
                int gone = units.remove(random.nextInt(units.size()))
                box(gone).vanish()
                box(gone).take()
                shows[box(gone)].clear()
                soon('it is missed') { !joined().containsValue(gone as String) }
                of = of.findAll { it.value != gone }
            } else if (step == 1 && units.size() < 2) {
                int comes = (numbers - units)[random.nextInt(4)]
                box(comes).appear()
                units << comes
                soon('somebody takes it') { joined().containsValue(comes as String) }
                def taker = joined().find { it.value == comes as String }.key
                assert !of.containsKey(taker): "$taker had ${of[taker]} and was moved to $comes"
                of[taker] = comes
            } else if (units) {
                def device = of.keySet()[random.nextInt(of.size())]
                int pad = random.nextInt(3)
                assert box(of[device]).play(String.format('90 %02X 7F', pad + 1))
                assert box(of[device]).play(String.format('80 %02X 7F', pad + 1))
                toggles[device][pad] = !toggles[device][pad]
                soon('it is toggled') { conductor.ask { it.lights(device) }["pad ${pad + 1}" as String] == toggles[device][pad] }
            }
            of.each { device, unit ->
                assert joined()[device] == unit as String
                soon("lights of $device at $unit") { lightsAreTrue(device, box(unit)) }
            }
            ['left', 'right'].each { device ->
                def lights = conductor.ask { it.lights(device) }
                assert (1..3).collect { lights["pad $it" as String] } == toggles[device]
            }
            true
        }
        conductor.ask { it.standing().held() } == 0
        faults.empty

        where:
        seed << (1..20)
    }

    def "a reload that drops the first unit leaves the second its own"() {
        given:
        [24, 28].each { box(it) }
        plays(gig(['left', 'right']))
        soon('both are joined') { joined() == [left: '24', right: '28'] }

        when:
        box(24).play('90 09 7F')
        soon('its key sounds') { synth.take()*.message()*.hex() == ['94 09 7F'] }
        plays(gig(['right']), false)

        then:
        joined() == [right: '28']
        soon('what the first held is ended') { synth.take()*.message()*.hex().contains('84 09 00') }
        soon('lights') { lightsAreTrue('right', box(28)) }
    }

    def "this room binds an alias to a unit, and takes it back on the next reload"() {
        given:
        [24, 28].each { box(it) }

        when:
        plays(gig(['left', 'right'], [left: 'The Box #2']))

        then:
        joined() == [left: '28', right: '24']

        when:
        plays(gig(['left', 'right'], [left: 'The Box #1', right: 'The Box #2']), false)

        then:
        joined() == [left: '24', right: '28']
    }

    def "a unit of another maker behind a fitting name is told, counted, and left for the right one when that comes"() {
        given:
        box(24)
        plays(gig(['left']))
        soon('it is joined') { joined() == [left: '24'] }

        when: 'it says who it is, twice'
        2.times { box(24).play('F0 7E 7F 06 02 00 20 29 13 01 00 00 01 02 03 04 F7') }

        then:
        soon('it is counted') { conductor.ask { it.standing().strangers() } == 2 }
        faults as List == ["what is joined to 'The Box' says that it is no Box (F0 7E 7F 06 02 00 20 29 13 01 00 00 …); " +
                "if it is the wrong unit, say bind 'left', to: and the name that `roadcase ports` shows for the right one"]
        joined() == [left: '24']

        when:
        box(28)

        then:
        soon('the other is taken') { joined() == [left: '28'] }

        when:
        box(28).play('F0 7E 00 06 02 47 31 00 19 01 00 00 00 F7')
        conductor.ask { null }

        then:
        conductor.ask { it.standing().strangers() } == 2
        faults.size() == 1
    }

    def "a unit is taken again well within a second of its return"() {
        given:
        box(24)
        plays(gig(['left']))
        soon('it is joined') { joined() == [left: '24'] }
        box(24).vanish()
        soon('it is missed') { joined() == [left: ''] }

        when:
        long begin = System.nanoTime()
        box(24).appear()
        soon('it is back') { joined() == [left: '24'] }

        then:
        System.nanoTime() - begin < 1_000_000_000
    }
}
