package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.promises.Performance.Sent

/** Instruments at the outputs: which notes and pedals are on there. */
@CompileStatic
class Ears {
    private final Map<String, Set<String>> on = [:].withDefault { new TreeSet<String>() } as Map<String, Set<String>>

    void hear(Sent sent) {
        byte[] bytes = sent.message.bytes()
        if (bytes.length != 3) return
        int kind = bytes[0] >> 4 & 0xF
        int channel = (bytes[0] & 0xF) + 1
        int number = bytes[1]
        if (kind == 9 && bytes[2] > 0) on[sent.port] << ("note $number on $channel" as String)
        else if (kind == 8 || kind == 9) on[sent.port].remove("note $number on $channel" as String)
        else if (kind == 0xB && number in [64, 66]) {
            String pedal = "pedal $number on $channel"
            if (bytes[2] >= 64) on[sent.port] << pedal
            else on[sent.port].remove(pedal)
        }
    }

    List<String> sounding(Collection<String> ports) {
        ports.collectMany { String port -> on[port].collect { "$it at $port" as String } }
    }
}
