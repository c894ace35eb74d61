package roadcase.files

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class HoldersSpec extends Specification {
    @TempDir Path proc

    void process(String number, String name, String... open) {
        def fd = Files.createDirectories(proc.resolve("$number/fd"))
        if (name) Files.writeString(proc.resolve("$number/comm"), "$name\n")
        open.eachWithIndex { String file, int i -> Files.createSymbolicLink(fd.resolve("$i"), Path.of(file)) }
    }

    def "programs that hold a device are named, others are not"() {
        given:
        process('12', 'a2jmidid', '/dev/null', '/dev/snd/midiC3D0')
        process('7', 'bitwig', 'socket:[42]', '/dev/snd/midiC2D0')
        process('99', null, '/dev/snd/midiC3D0')
        Files.createDirectories(proc.resolve('5'))
        Files.createDirectories(proc.resolve('self'))

        expect:
        new Holders(proc).of(Path.of('/dev/snd/midiC3D0')) == ['a program (99)', 'a2jmidid (12)']
        new Holders(proc).of(Path.of('/dev/snd/midiC9D0')) == []
    }

    def "where there is no such list nobody is found"() {
        expect:
        new Holders(proc.resolve('none')).of(Path.of('/dev/snd/midiC3D0')) == []
    }

    @Requires({ os.linux })
    def "a real program is found"() {
        given:
        def held = Files.createFile(proc.resolve('held')).toRealPath()
        def process = new ProcessBuilder('sleep', '60').redirectInput(held.toFile()).start()

        expect:
        new Holders().of(held) == ["sleep (${process.pid()})" as String]

        cleanup:
        process.destroyForcibly()
    }
}
