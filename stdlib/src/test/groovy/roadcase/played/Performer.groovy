package roadcase.played

import groovy.transform.CompileStatic

/** A performer without a plan: plays keys, pedals, buttons and knobs, reloads, pulls plugs. Equal seeds do equal things. */
@CompileStatic
class Performer {
    private static final List<String> INPUTS = ['Keystation', 'Pads', 'MIDI Mix']
    private static final List<String> PORTS = INPUTS + ['Synth', 'Piano']
    private static final List<Integer> KEYS = [0, 36, 40, 59, 60, 64, 67, 100, 127]
    private static final List<Integer> BUTTONS = (1..27).toList()
    private static final List<Integer> KNOBS = [16, 17, 19, 23, 46, 62]
    private static final List<Integer> PEDALS = [64, 66]

    private final Random random
    private final Played gig
    private final List<String> scripts
    private final Map<String, Set<String>> down = [:].withDefault { new LinkedHashSet<String>() } as Map<String, Set<String>>
    private final Set<String> away = []
    private double time

    Performer(long seed, Played gig, List<String> scripts) {
        this.random = new Random(seed)
        this.gig = gig
        this.scripts = scripts
    }

    void performs(int events) {
        events.times {
            time += random.nextInt(4) == 0 ? 0 : random.nextInt(60) / 1000d
            gig.at(time)
            something()
        }
    }

    private void something() {
        int dice = random.nextInt(100)
        if (dice < 45) key(random.nextInt(3) == 0 ? 'Pads' : 'Keystation')
        else if (dice < 55) pedal(random.nextBoolean() ? 'Pads' : 'Keystation')
        else if (dice < 75) button()
        else if (dice < 85) play('MIDI Mix', hex(0xB0, oneOf(KNOBS), random.nextInt(128)))
        else if (dice < 88) play('Keystation', hex(0xB0, 1, random.nextInt(3) * 63))
        else if (dice < 92) gig.reload(oneOf(scripts))
        else if (dice < 95) vanish(oneOf(PORTS))
        else if (dice < 98) { if (!away.isEmpty()) comeBack(oneOf(away.toList())) }
        else gig.panic()
    }

    private void key(String port) {
        int channel = random.nextInt(2)
        int number = oneOf(KEYS)
        String name = "$channel $number"
        if (down[port].remove(name)) play(port, random.nextInt(4) == 0 ? hex(0x90 + channel, number, 0) : hex(0x80 + channel, number, random.nextInt(128)))
        else press(port, name, hex(0x90 + channel, number, 1 + random.nextInt(127)))
    }

    private void press(String port, String name, String message) {
        if (port in away) return
        down[port] << name
        play(port, message)
    }

    private void pedal(String port) {
        int number = oneOf(PEDALS)
        String name = "pedal $number"
        if (down[port].remove(name)) play(port, hex(0xB0, number, random.nextInt(64)))
        else press(port, name, hex(0xB0, number, 64 + random.nextInt(64)))
    }

    /** As the unit sends it: while SOLO is down the MUTE row says other numbers, also for what was pressed before. */
    private void button() {
        int number = oneOf(BUTTONS)
        boolean solo = 'button 27' in down['MIDI Mix']
        if (number % 3 == 2 && number < 25) number--
        String name = "button $number"
        int said = solo && number % 3 == 1 && number < 25 ? number + 1 : number
        if (down['MIDI Mix'].remove(name)) play('MIDI Mix', hex(0x80, said, 127))
        else press('MIDI Mix', name, hex(0x90, said, 127))
    }

    private void vanish(String port) {
        if (!away.add(port)) return
        gig.vanishes(port)
        down[port].clear()
        if (port == 'MIDI Mix') gig.receivers[port].notes.clear()
    }

    private void comeBack(String port) {
        if (away.remove(port)) gig.comesBack(port)
    }

    private void play(String port, String message) {
        if (!(port in away)) gig.plays(port, message)
    }

    /** All fingers off, all plugs in. */
    void stops() {
        time += 0.1
        gig.at(time)
        away.toList().each { comeBack(it) }
        for (String port : INPUTS) {
            for (String name : down[port].toList().sort { it == 'button 27' ? 1 : 0 }) {
                List<String> words = name.split(' ').toList()
                int number = words[1] as int
                if (words[0] == 'pedal') play(port, hex(0xB0, number, 0))
                else if (words[0] == 'button') {
                    boolean shifted = 'button 27' in down[port] && number % 3 == 1 && number < 25
                    play(port, hex(0x80, shifted ? number + 1 : number, 127))
                } else play(port, hex(0x80 + (words[0] as int), number, 64))
                down[port].remove(name)
            }
        }
        play('Keystation', hex(0xB0, 1, 0))
    }

    private <T> T oneOf(List<T> list) {
        list[random.nextInt(list.size())]
    }

    private static String hex(int... bytes) {
        bytes.collect { int b -> String.format('%02X', b) }.join(' ')
    }
}
