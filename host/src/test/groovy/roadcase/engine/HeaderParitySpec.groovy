package roadcase.engine

import com.sun.jna.Pointer
import java.lang.reflect.Modifier
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class HeaderParitySpec extends Specification {
    static Path include = Path.of(System.getProperty('roadcase.house'), 'native', 'include', 'roadcase')

    /** C's types as Java has them. */
    static String javaType(String c) {
        c = c.replaceAll(/\bconst\b/, '').trim()
        if (c.contains('char*')) return 'text'
        if (c.contains('*')) return 'pointer'
        [int32_t: 'int', int64_t: 'long', uint64_t: 'long', float: 'float', double: 'double', void: 'void'][c] ?: "unknown C type '$c'"
    }

    static String javaType(Class type) {
        if (type in [String, byte[]]) return 'text'
        type == Pointer ? 'pointer' : type.name
    }

    static Map<String, String> functionsOf(String header) {
        String code = Files.readString(include.resolve(header)).replaceAll(/(?s)\/\*.*?\*\//, '')
        def found = code =~ /RC_API\s+([\w\s*]+?)\s*\b(rc_\w+)\s*\(([^)]*)\)\s*;/
        found.collect { it }.collectEntries { _, result, name, parameters ->
            def types = parameters.trim() == 'void' ? [] : parameters.split(',').collect { javaType(it.trim().replaceAll(/\s*\b\w+$/, '')) }
            [name, "${javaType(result)} ${types.join(' ')}".toString()]
        }
    }

    static Map<String, String> functionsOf(Class type) {
        type.declaredMethods.findAll { Modifier.isNative(it.modifiers) }.collectEntries {
            [it.name, "${javaType(it.returnType)} ${it.parameterTypes.collect { p -> javaType(p) }.join(' ')}".toString()]
        }
    }

    def "#header and #type.simpleName have the same functions with the same parameters"() {
        given:
        def declared = functionsOf(header)

        expect:
        declared.size() == count
        functionsOf(type) == declared

        where:
        header     | type          | count
        'midi.h'   | MidiLibrary   | 13
        'thread.h' | ThreadLibrary | 1
        'engine.h' | EngineLibrary | 13
        'slot.h'   | SlotLibrary   | 16
        'meter.h'  | MeterLibrary  | 2
        'link.h'   | LinkLibrary   | 12
        'clock.h'  | ClockLibrary  | 7
    }

    def "the numbers of midi.h are those of MidiLibrary"() {
        given:
        String code = Files.readString(include.resolve('midi.h'))

        expect:
        (code =~ /RC_MIDI_$name = (\d+)/)[0][1] as int == value

        where:
        name            | value
        'INPUT'         | MidiLibrary.INPUT
        'OUTPUT'        | MidiLibrary.OUTPUT
        'SHORT'         | MidiLibrary.SHORT
        'LONG'          | MidiLibrary.LONG
        'SKIPPED'       | MidiLibrary.SKIPPED
        'PORTS_CHANGED' | MidiLibrary.PORTS_CHANGED
        'MAX_MESSAGE'   | MidiLibrary.MAX_MESSAGE
    }

    def "every header is bound by a class here"() {
        expect:
        Files.list(include).toList()*.fileName*.toString().sort() ==
                ['clock.h', 'engine.h', 'link.h', 'meter.h', 'midi.h', 'slot.h', 'thread.h']
    }

    def "the library's clock is Java's"() {
        given:
        MidiLibrary.load()

        when:
        long before = System.nanoTime()
        long there = MidiLibrary.rc_midi_now()
        long after = System.nanoTime()

        then:
        before <= there
        there <= after
    }

    def "real-time priority is granted or refused with a number, and a wrong one is refused"() {
        given:
        ThreadLibrary.load()
        int granted = -1
        int wrong = -1
        def thread = Thread.startDaemon {
            granted = ThreadLibrary.rc_thread_realtime(10)
            wrong = ThreadLibrary.rc_thread_realtime(1000)
        }

        when:
        thread.join(5000)

        then: '1 is EPERM, 22 is EINVAL'
        granted in [0, 1]
        wrong == 22
    }

    def "a missing library is said in a sentence that tells how to build it"() {
        when:
        NativeCode.bind(Missing, 'roadcase-that-nobody-built')

        then:
        def fault = thrown(EngineFault)
        fault.message == "the native library 'roadcase-that-nobody-built' is missing or too old; build it with " +
                "'cmake -S native -B native/build' and 'cmake --build native/build'"
    }

    def "so is a library that lacks a function"() {
        when:
        NativeCode.bind(Missing)

        then:
        def fault = thrown(EngineFault)
        fault.message.startsWith("the native library 'roadcase' is missing or too old;")
    }
}
