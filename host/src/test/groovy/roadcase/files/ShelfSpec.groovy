package roadcase.files

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import spock.lang.Specification
import spock.lang.TempDir

class ShelfSpec extends Specification {
    @TempDir Path temp
    Path folder

    def setup() { folder = temp.resolve('plugins') }

    private List<Path> getStates() {
        Files.list(folder).withCloseable { all -> all.filter { it.toString().endsWith('.state') }.sorted().toList() }
    }

    def "what is kept by a name comes back, another name has nothing"() {
        given:
        def shelf = new Shelf(folder, 10)
        byte[] content = [0, 10, 13, 255, 10, 7]

        expect:
        shelf.read('a / Lead').bytes() == null
        shelf.read('a / Lead').warnings().empty
        shelf.write('a / Lead', content) == null
        new Shelf(folder, 10).read('a / Lead').bytes() == content
        shelf.read('a - Lead').bytes() == null
        shelf.write('a / Lead', new byte[0]) == null
        shelf.read('a / Lead').bytes().length == 0
    }

    def "names that look alike on the disk are two"() {
        given:
        def shelf = new Shelf(folder, 10)
        shelf.write('rack / Lead', [1] as byte[])
        shelf.write('rack - Lead', [2] as byte[])

        expect:
        shelf.read('rack / Lead').bytes() == [1] as byte[]
        shelf.read('rack - Lead').bytes() == [2] as byte[]
        states.size() == 2
    }

    def "a file that was spoilt is put aside, and its last good copy is used"() {
        given:
        def shelf = new Shelf(folder, 10)
        shelf.write('Lead', [1, 2, 3] as byte[])
        shelf.write('Lead', [4, 5, 6] as byte[])
        def file = states.first()
        Files.write(file, spoilt(Files.readAllBytes(file)))

        when:
        def read = new Shelf(folder, 10).read('Lead')

        then:
        read.bytes() == [1, 2, 3] as byte[]
        read.warnings().any { it.contains('is not used') }

        where:
        spoilt << [{ byte[] b -> b[-1]++; b }, { byte[] b -> b[0..-2] as byte[] }, { byte[] b -> b[0..20] as byte[] },
                   { byte[] b -> 'nonsense'.bytes }]
    }

    def "what was written longest ago makes room"() {
        given:
        def shelf = new Shelf(folder, 3)
        (1..3).each {
            shelf.write("Lead $it", [it] as byte[])
            states.each { Files.setLastModifiedTime(it, FileTime.fromMillis(Files.getLastModifiedTime(it).toMillis() - 10_000)) }
        }

        when:
        shelf.write('Lead 2', [22] as byte[])
        shelf.write('Lead 4', [4] as byte[])

        then:
        [1, 2, 3, 4].collect { shelf.read("Lead $it" as String).bytes() != null } == [false, true, true, true]
        Files.list(folder).withCloseable { it.count() } == 4 // Lead 2 has its last copy
    }

    def "a disk that refuses is a sentence"() {
        given:
        Files.writeString(folder, 'a file and no folder')

        expect:
        new Shelf(folder, 3).write('Lead', [1] as byte[]).contains('could not be written')
    }

    def "paths of a gig are whole: #text is #whole"() {
        expect:
        new WholePath(Path.of('/gigs'), Path.of('/home/me')).apply(text) == whole

        where:
        text                               | whole
        'Diva'                             | 'Diva'
        'Zam/Comp'                         | 'Zam/Comp'
        'plugins/Diva.vst3'                | '/gigs/plugins/Diva.vst3'
        'Diva.VST3'                        | '/gigs/Diva.VST3'
        '/opt/Diva.vst3'                   | '/opt/Diva.vst3'
        '~/.vst3/Diva.vst3'                | '/home/me/.vst3/Diva.vst3'
        './diva'                           | '/gigs/diva'
        '../x/a.vstpreset'                 | '/x/a.vstpreset'
        'urn:zamaudio:ZamComp'             | 'urn:zamaudio:ZamComp'
        'http://example.org/a.lv2'         | 'http://example.org/a.lv2'
        'VST3:/usr/lib/vst3/a.vst3#12.vst3' | 'VST3:/usr/lib/vst3/a.vst3#12.vst3'
    }
}
