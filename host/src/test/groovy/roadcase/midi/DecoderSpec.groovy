package roadcase.midi

import static roadcase.midi.Decoder.Fault.*

import com.sun.management.ThreadMXBean
import java.lang.management.ManagementFactory
import spock.lang.Specification

class DecoderSpec extends Specification {
    List<String> heard = []
    Decoder decoder = new Decoder(new Decoder.Output() {
        @Override
        void message(long time, int packed) { heard << "$time ${Packed.message(packed).hex()}".toString() }

        @Override
        void message(long time, byte[] bytes, int length) { heard << "$time ${Message.of(Arrays.copyOf(bytes, length)).hex()}".toString() }
    })

    void feed(long time, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(' ', ''))
        decoder.feed(time, bytes, 0, bytes.length)
    }

    def "#what"() {
        when:
        feed(0, bytes)

        then:
        heard*.substring(2) == messages
        Decoder.Fault.values().collectEntries { [it, decoder.count(it)] }.findAll { it.value } == faults

        where:
        what                                                     | bytes                              | messages                         | faults
        'whole messages of every length'                         | '90 40 7F C3 05 F2 01 02 F1 11 F6' | ['90 40 7F', 'C3 05', 'F2 01 02', 'F1 11', 'F6'] | [:]
        'running status stands for the status byte'              | '90 40 7F 41 00 42 01 C0 1 2'.replace(' 1 2', ' 01 02') | ['90 40 7F', '90 41 00', '90 42 01', 'C0 01', 'C0 02'] | [:]
        'real time may come between the bytes of a message'      | '90 F8 40 FE 7F FA 41 F8 00'       | ['F8', 'FE', '90 40 7F', 'FA', 'F8', '90 41 00'] | [:]
        'real time may come inside SysEx'                        | 'F0 01 F8 02 F7'                   | ['F8', 'F0 01 02 F7']            | [:]
        'the shortest SysEx'                                     | 'F0 F7'                            | ['F0 F7']                        | [:]
        'system common ends running status'                      | '90 40 7F F3 01 41 00'             | ['90 40 7F', 'F3 01']            | [(STRAY_DATA): 2]
        'SysEx ends running status'                              | '90 40 7F F0 01 F7 41 00'          | ['90 40 7F', 'F0 01 F7']         | [(STRAY_DATA): 2]
        'a status breaks off SysEx and stands for itself'        | 'F0 01 02 90 40 7F'                | ['90 40 7F']                     | [(UNFINISHED_SYSEX): 1]
        'SysEx breaks off SysEx'                                 | 'F0 01 F0 02 F7'                   | ['F0 02 F7']                     | [(UNFINISHED_SYSEX): 1]
        'a status breaks off a short message'                    | '90 40 80 40 00'                   | ['80 40 00']                     | [(UNFINISHED_MESSAGE): 1]
        'data before any status belong to nothing'               | '40 41 90 40 7F'                   | ['90 40 7F']                     | [(STRAY_DATA): 2]
        'F7 without SysEx'                                       | 'F7 90 40 7F'                      | ['90 40 7F']                     | [(STRAY_DATA): 1]
        'status bytes that MIDI does not define'                 | 'F4 F5 F9 FD 90 40 7F'             | ['90 40 7F']                     | [(UNDEFINED_STATUS): 4]
        'undefined real time does not disturb'                   | '90 40 F9 7F'                      | ['90 40 7F']                     | [(UNDEFINED_STATUS): 1]
        'undefined system common ends what was begun'            | '90 40 F4 7F'                      | []                               | [(UNFINISHED_MESSAGE): 1, (STRAY_DATA): 1, (UNDEFINED_STATUS): 1]
        'nothing at all'                                         | ''                                 | []                               | [:]
    }

    def "a message carries the time of its last byte"() {
        when:
        feed(1, '90 40')
        feed(5, '7F F0 01')
        feed(9, 'F7')

        then:
        heard == ['5 90 40 7F', '9 F0 01 F7']
    }

    def "a SysEx of which nothing came for a second is given up"() {
        when:
        feed(0, 'F0 01')
        feed(Decoder.PATIENCE_NANOS + 1, '02 F7 90 40 7F')

        then:
        heard == ["${Decoder.PATIENCE_NANOS + 1} 90 40 7F"]
        decoder.count(UNFINISHED_SYSEX) == 1
        decoder.count(STRAY_DATA) == 2
    }

    def "64 KiB of SysEx pass, one byte more does not, and the stream goes on"() {
        when:
        feed(0, 'F0' + '11' * (Message.MAX_LENGTH - 2) + 'F7')
        feed(0, 'F0' + '11' * (Message.MAX_LENGTH - 1) + 'F7')
        feed(0, '90 40 7F')

        then:
        heard.size() == 2
        heard[0].length() == 2 + Message.MAX_LENGTH * 3 - 1
        decoder.count(LONG_SYSEX) == 1
    }

    def "after bytes were lost, the next status begins anew"() {
        when:
        feed(0, '90 40')
        decoder.abandon()
        feed(0, '7F 80 40 00')

        then:
        heard == ['0 80 40 00']
    }

    def "any bytes at all give whole messages and never an exception"() {
        given:
        def random = new Random(7)
        byte[] bytes = new byte[100_000]
        random.nextBytes(bytes)

        when: 'Message.of and Packed.message refuse what is not whole'
        decoder.feed(0, bytes, 0, bytes.length)

        then:
        heard.size() > 1000
    }

    def "decoding allocates nothing"() {
        given:
        int count = 0
        def silent = new Decoder(new Counting())
        byte[] bytes = HexFormat.of().parseHex('90407f4100f8f001020304f7b00742')
        def threads = (ThreadMXBean) ManagementFactory.threadMXBean
        long me = Thread.currentThread().id
        Counting.feed(silent, bytes, 20_000)

        when:
        long before = threads.getThreadAllocatedBytes(me)
        Counting.feed(silent, bytes, 100_000)
        long after = threads.getThreadAllocatedBytes(me)

        then: 'one object for each message would be eight million bytes; the measuring itself takes some'
        Counting.count == 5 * 120_000
        after - before < 100_000
    }

    @groovy.transform.CompileStatic
    static class Counting implements Decoder.Output {
        static long count

        @Override
        void message(long time, int packed) { count++ }

        @Override
        void message(long time, byte[] bytes, int length) { count++ }

        static void feed(Decoder decoder, byte[] bytes, int times) {
            for (int i = 0; i < times; i++) decoder.feed(0L, bytes, 0, bytes.length)
        }
    }
}
