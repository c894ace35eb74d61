package roadcase.files

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class FoldersSpec extends Specification {
    @TempDir Path temp

    Folders folders(Map<String, String> env = [:], String os = 'Linux') {
        new Folders({ env[it] }, os, temp)
    }

    def "without XDG variables everything lies where the XDG specification says"() {
        expect:
        folders().state() == temp.resolve('.local/state/roadcase')
        folders().data() == temp.resolve('.local/share/roadcase')
        folders().cache() == temp.resolve('.cache/roadcase')
        folders().config() == temp.resolve('.config/roadcase')
    }

    def "an XDG variable wins on every system"() {
        expect:
        folders([XDG_STATE_HOME: '/there'], os).state() == Path.of('/there/roadcase')
        where:
        os << ['Linux', 'Mac OS X', 'FreeBSD']
    }

    def "an XDG variable that is #how is ignored"() {
        expect:
        folders([XDG_STATE_HOME: value]).state() == temp.resolve('.local/state/roadcase')
        where:
        how                | value
        'empty'            | ''
        'relative'         | 'state'
        'not even a path'  | '/a\u0000b'
    }

    def "macOS and Windows keep everything in one folder each, apart by kind"() {
        expect:
        folders([:], 'Mac OS X').state() == temp.resolve('Library/Application Support/Roadcase/state')
        folders([:], 'Mac OS X').cache() == temp.resolve('Library/Application Support/Roadcase/cache')
        folders([LOCALAPPDATA: temp.resolve('Local').toString()], 'Windows 11').data() ==
                temp.resolve('Local/Roadcase/data')
        folders([:], 'Windows 11').data() == temp.resolve('AppData/Local/Roadcase/data')
    }

    def "a gig's folder is called after its file"() {
        expect:
        folders().state(temp.resolve('masterator.groovy')) == folders().state().resolve('masterator')
    }

    def "the file name '#file' makes a safe folder name"() {
        expect:
        Folders.safe(file) == name
        where:
        file                    | name
        'My gig.groovy'         | 'My gig'
        'Über/..\\x:y.groovy'   | 'Über_.._x_y'
        '..groovy'              | '_'
        '...'                   | '_'
        '.hidden.groovy'        | '_hidden'
        '.groovy'               | 'gig'
        'con.groovy'            | '_con'
        'LPT1.old.groovy'       | '_LPT1.old'
        'x' * 300 + '.groovy'   | 'x' * 56
    }

    def "two gigs of one name in different folders have a folder each, and keep it"() {
        given:
        def first = gigIn('one')
        def second = gigIn('two')
        expect:
        2.times {
            assert folders().state(first).fileName.toString() == 'set'
            assert folders().state(second).fileName.toString() == 'set-2'
        }
    }

    def "a gig that was moved keeps its folder"() {
        given:
        def before = gigIn('one')
        folders().state(before)
        def after = Files.move(before, Files.createDirectory(temp.resolve('moved')).resolve('set.groovy'))
        expect:
        folders().state(after).fileName.toString() == 'set'
        folders().state(gigIn('one')).fileName.toString() == 'set-2'
    }

    def "a folder whose marker is #how belongs to whoever comes first"() {
        given:
        def folder = Files.createDirectories(folders().state().resolve('set'))
        if (marker != null) folder.resolve('gig.path').toFile().text = marker
        expect:
        folders().state(gigIn('one')) == folder
        folder.resolve('gig.path').toFile().text == temp.resolve('one/set.groovy').toString() + '\n'
        where:
        how                 | marker
        'missing'           | null
        'empty'             | ''
        'only half written' | '/home/some'
    }

    def "with a hundred gigs of one name each still has its own"() {
        given:
        def gigs = (1..101).collect { gigIn("folder$it") }
        expect:
        gigs.collect { folders().state(it) }.toSet().size() == 101
        gigs.collect { folders().state(it) }.toSet().size() == 101
    }

    def "where the disk refuses, the plain folder is named all the same"() {
        given:
        temp.resolve('file').toFile().text = 'in the way'
        def refused = folders([XDG_STATE_HOME: temp.resolve('file').toString()])
        expect:
        refused.state(gigIn('one')) == temp.resolve('file/roadcase/set')
    }

    private Path gigIn(String folder) {
        def gig = Files.createDirectories(temp.resolve(folder)).resolve('set.groovy')
        gig.toFile().text = ''
        gig
    }
}
