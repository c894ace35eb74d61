package roadcase.cli.demo

import roadcase.midi.Message
import roadcase.surface.ControlSpec
import roadcase.surface.DeviceSpec
import spock.lang.Specification

import static roadcase.surface.ControlSpec.Type.*

class LightPictureSpec extends Specification {
    static button(String name, String row, int i, int light) { new ControlSpec(name, row, i, BUTTON, 1, i, light, null, null) }

    static final GEAR = new DeviceSpec('Gear', 'Gear', [], [], [
            button('mute 1', 'mute', 1, 1), button('rec 1', 'rec', 1, 2), button('mute 2', 'mute', 2, 3), button('rec 2', 'rec', 2, 4),
            button('left', 'left', 1, 25), button('right', 'right', 1, 26), button('dark', 'dark', 1, -1),
            new ControlSpec('knob 1', 'knob', 1, ABSOLUTE, 1, 16, -1, null, null)])

    def "rows are lines, what stands alone shares one, and what has no light is left out"() {
        given:
        def picture = new LightPicture(GEAR)

        when:
        def changed = ['90 03 7F', '90 1A 01', '90 1A 7F', '90 02 00', '91 02 7F', 'B0 02 7F', '90 63 7F'].collect { picture.sent(Message.parse(it)) }

        then:
        changed == [true, true, false, false, false, false, false]
        picture.lines('#', '.') == ['mute  .  #', 'rec   .  .', 'left .   right #']
    }
}
