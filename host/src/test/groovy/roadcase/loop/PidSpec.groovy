package roadcase.loop

import spock.lang.Specification

/** A plain PID, beside what simple-pid says, and what it does better. */
class PidSpec extends Specification {
    /** @return name of the case to [settings, lines] */
    static Map<String, List> recorded() {
        Map<String, List> cases = [:]
        List now = null
        PidSpec.getResourceAsStream('simple-pid.csv').eachLine('UTF-8') { String line ->
            if (line.startsWith('#')) return
            def parts = line.split(',')
            if (parts[0] == 'case') cases[parts[1]] = now = [parts[2..-1], []]
            else now[1] << parts*.toDouble()
        }
        cases
    }

    def "the numbers are those of simple-pid: #name"() {
        given:
        def (settings, lines) = recorded()[name]
        def (p, i, d, target) = settings[0..3]*.toDouble()
        def pid = new Pid(new Gains(p, i, d))
        if (settings[4] != 'None') pid.limits(settings[4].toDouble(), settings[5].toDouble())

        expect:
        lines.size() > 30
        lines.every { List<Double> line ->
            double output = pid.step(target, line[1], line[0])
            near(output, line[2]) && near(pid.proportional(), line[3]) && near(pid.integral(), line[4])
                    && near(pid.derivative(), line[5])
        }

        where:
        name << recorded().keySet()
    }

    static boolean near(double a, double b) {
        Math.abs(a - b) < 1e-9
    }

    def "other gains do not move the output"() {
        given:
        def pid = new Pid(new Gains(0.3, 0.3, 0))
        def before = 0
        20.times { before = pid.step(-18, -22, 0.25) }

        when:
        pid.gains(2, 0.3, 0)

        then: 'but for what the integral adds in one step'
        near(pid.step(-18, -22, 0.001), before + 0.3 * 4 * 0.001)
    }

    def "another target does not move the output at once, and is reached"() {
        given:
        def pid = new Pid(new Gains(0.5, 0.5, 0))
        double level = -18
        def output = pid.step(-18, level, 0.25)

        expect:
        near(pid.step(-12, level, 0.001), output + 0.5 * 6 * 0.001)

        when: 'what it moves follows'
        200.times { level = -18 + pid.step(-12, level, 0.25) }

        then:
        Math.abs(level + 12) < 0.01
    }

    def "what the output could not do does not wind up"() {
        given: 'a fader at its limit for a minute'
        def pid = new Pid(new Gains(0.31, 0.31, 0))
        240.times { pid.step(-18, -40, 0.25); pid.applied(3, 0.25) }

        when: 'and then it is far too loud'
        int steps = 0
        double output = 3
        while (output >= 3) { output = pid.step(-18, -6, 0.25); pid.applied(Math.min(3, output), 0.25); steps++ }

        then: 'it comes down within half a second'
        steps <= 2
    }

    def "it goes on from where the output is"() {
        given:
        def pid = new Pid(new Gains(0.31, 0.31, 0.1))
        50.times { pid.step(-18, -40, 0.25) }

        when:
        pid.seed(-7, -18, -21)

        then:
        near(pid.step(-18, -21, 0.001), -7 + 0.31 * 3 * 0.001)
    }

    def "a filtered derivative is smaller than a raw one, and as large in the long run"() {
        given:
        def raw = new Pid(new Gains(0, 0, 1))
        def soft = new Pid(new Gains(0, 0, 1))
        soft.filter(0.5)
        [raw, soft]*.step(0, 0, 0.1)

        expect:
        near(raw.step(0, 1, 0.1), -10)
        soft.step(0, 1, 0.1) > -2

        when: 'it rises by 1 dB in each tenth of a second'
        def level = 1
        100.times { level++; soft.step(0, level, 0.1) }

        then:
        Math.abs(soft.derivative() + 10) < 1e-6
    }

    def "#what is refused"() {
        when:
        make()

        then:
        thrown(IllegalArgumentException)

        where:
        what                 | make
        'a step of no time'  | { new Pid(Gains.GENTLE).step(0, 0, 0) }
        'time backwards'     | { new Pid(Gains.GENTLE).step(0, 0, -1) }
        'no level'           | { new Pid(Gains.GENTLE).step(0, Double.NaN, 1) }
        'an infinite target' | { new Pid(Gains.GENTLE).step(Double.POSITIVE_INFINITY, 0, 1) }
        'limits reversed'    | { new Pid(Gains.GENTLE).limits(1, -1) }
        'gains below 0'      | { new Gains(-1, 0, 0) }
        'gains of nothing'   | { new Gains(Double.NaN, 0, 0) }
    }
}
