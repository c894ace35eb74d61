package roadcase.files

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

class TextFileSpec extends Specification {
    @TempDir Path temp
    Path gig

    def setup() {
        gig = temp.resolve('gig.groovy')
    }

    TextFile.Text read(byte[] bytes) {
        Files.write(gig, bytes)
        TextFile.read(gig)
    }

    static byte[] bytes(Object... parts) {
        def out = new ByteArrayOutputStream()
        parts.each { out.write(it instanceof Integer ? [it as byte] as byte[] : it.toString().getBytes('UTF-8')) }
        out.toByteArray()
    }

    def "a text is read as it is written: #how"() {
        when:
        def text = read(content)
        then:
        text.ok()
        text.text() == expected
        text.hash() == ContentHash.of(content)
        where:
        how                             | content                                  | expected
        'letters of the world'          | bytes('// Grüße ♫ 🎹\nroute()\n')        | '// Grüße ♫ 🎹\nroute()\n'
        'nothing in it'                 | bytes()                                  | ''
        'a byte-order mark'             | bytes(0xEF, 0xBB, 0xBF, 'a')             | 'a'
        'only a byte-order mark'        | bytes(0xEF, 0xBB, 0xBF)                  | ''
        'Windows line ends'             | bytes('a\r\nb\r\n\r\nc')                 | 'a\nb\n\nc'
        'old Mac line ends'             | bytes('a\rb')                            | 'a\nb'
    }

    def "a byte that is not UTF-8 is named with its place: #how"() {
        when:
        def text = read(content)
        then:
        text.text() == null
        [text.line(), text.column()] == place
        text.fault().contains("line ${place[0]}, column ${place[1]}, ")
        text.fault().contains(said)
        text.fault().endsWith('Save the file as UTF-8 in your editor.')
        where:
        how                       | content                                         | place  | said
        'Latin-1'                 | bytes('// a\r\n// M', 0xE4, 'rz\n')             | [2, 5] | "E4, 'ä' in Windows-1252"
        'the first byte'          | bytes(0xFF, 'a')                                | [1, 1] | "(FF, 'ÿ' in Windows"
        'after a byte-order mark' | bytes(0xEF, 0xBB, 0xBF, 'ab', 0x80)             | [1, 3] | '(80)'
        'cut at the end'          | bytes('ü\nx', 0xE2, 0x99)                       | [2, 2] | '(E2'
        'surrogate in UTF-8'      | bytes('x', 0xED, 0xA0, 0x80)                    | [1, 2] | '(ED'
    }

    def "UTF-16 and binary files are told apart from texts"() {
        expect:
        read('route()'.getBytes('UTF-16')).fault().contains('UTF-16')
        read('route()'.getBytes('UTF-16LE')).fault().contains('line 1, column 2, holds a zero byte')
    }

    def "up to 4 MB is read, one byte more is not"() {
        given:
        def most = new byte[TextFile.LIMIT]
        Arrays.fill(most, (byte) 10)
        expect:
        read(most).text().length() == TextFile.LIMIT
        def over = read(Arrays.copyOf(most, TextFile.LIMIT + 1))
        over.text() == null
        over.fault().contains('larger than 4 MB')
        over.hash() == null
    }

    def "a folder, a missing file, a broken link and a link in a circle are each a sentence"() {
        given:
        Files.createSymbolicLink(temp.resolve('broken'), temp.resolve('nowhere'))
        Files.createSymbolicLink(temp.resolve('circle'), temp.resolve('circle'))
        expect:
        TextFile.read(temp).fault() == "$temp is a folder. Name the script inside it."
        TextFile.read(temp.resolve('no')).fault().contains('is not there')
        TextFile.read(temp.resolve('no')).hash() == ''
        TextFile.read(temp.resolve('broken')).fault().contains('link to a file that is not there')
        !TextFile.read(temp.resolve('circle')).ok()
    }

    def "a pipe is refused at once, for it may never end"() {
        given:
        def pipe = temp.resolve('pipe')
        assert new ProcessBuilder('mkfifo', pipe.toString()).start().waitFor(5, TimeUnit.SECONDS)
        expect:
        TextFile.read(pipe).fault().contains('is not a plain file')
    }
}
