package roadcase.files

import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** A large file appears as a whole or not at all. */
class LargeFileSpec extends Specification {
    @TempDir Path folder

    private static ByteBuffer bytes(String text) { ByteBuffer.wrap(text.getBytes('UTF-8')) }

    private List<String> there() { Files.list(folder).withCloseable { it.toList()*.fileName*.toString().sort() } }

    def "what is kept is there with all that was written, over what was there before"() {
        given:
        def file = folder.resolve('song.wav')
        Files.writeString(file, 'the take before')

        when:
        def fresh = LargeFile.begin(file)
        fresh.write(bytes('head body and a tail'))
        fresh.cut(13)
        fresh.write(bytes('HEAD'), 0)

        then: 'until then the one before is the one'
        Files.readString(file) == 'the take before'

        when:
        fresh.keep()
        fresh.close()

        then:
        Files.readString(file) == 'HEAD body and'
        there() == ['song.wav']
    }

    def "of what is not kept nothing is left, and what was there stays"() {
        given:
        def file = folder.resolve('song.wav')
        Files.writeString(file, 'the take before')

        when:
        LargeFile.begin(file).withCloseable { it.write(bytes('half of')) }

        then:
        Files.readString(file) == 'the take before'
        there() == ['song.wav']
    }

    def "what a killed process left is swept away, what a living one writes is left alone"() {
        given: 'no process has a number as large as this'
        def dead = "song.wav.${Integer.MAX_VALUE}-c0ffee-1.tmp"
        Files.writeString(folder.resolve(dead), 'half')
        def living = LargeFile.begin(folder.resolve('song.wav'))

        when:
        LargeFile.begin(folder.resolve('song.wav')).close()

        then:
        there().size() == 1 && there()[0].startsWith("song.wav.${ProcessHandle.current().pid()}-")

        cleanup:
        living.close()
    }

    def "#what is refused: #why"() {
        given:
        Files.createDirectory(folder.resolve('folder'))

        when:
        LargeFile.begin(path.startsWith('/') ? Path.of(path) : folder.resolve(path))

        then:
        def fault = thrown(IOException)
        LargeFile.reason(fault).contains(why)

        where:
        what             | path         || why
        'a folder'       | 'folder'     || 'a folder has its name'
        'a device'       | '/dev/null'  || 'not a plain file'
        'no such folder' | 'no/song.wav' || 'there is no folder'
    }
}
