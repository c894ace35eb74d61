package roadcase.script

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import roadcase.script.toy.Toy
import roadcase.script.toy.ToyDialect

class ScriptCacheSpec extends Gigs {
    private Path cacheFolder() { folder.resolve('cache') }

    private List<Path> entries() {
        if (!Files.isDirectory(cacheFolder())) return []
        try (def files = Files.list(cacheFolder())) {
            return files.sorted().toList()
        }
    }

    private long compiles(Closure work) {
        def before = entries().collectEntries { [it, Files.readAllBytes(it)] }
        work()
        entries().count { !Arrays.equals((byte[]) before[it], Files.readAllBytes(it)) }
    }

    def "what was compiled once is taken from the cache, by a new process too"() {
        given:
        def cache = new ScriptCache(cacheFolder())
        file('lib/Helper.groovy', 'class Helper { static int n() { 3 } }')
        reader = reader(cache)
        read("say Helper.n().toString()")

        expect:
        entries().size() == 2

        when: 'every compiled class of the entries is there'
        def stored = entries().collect { ScriptCache.decode(Files.readAllBytes(it)) }

        then:
        stored*.main().sort()[0] == ''
        stored.any { it.classes().keySet().contains('Helper') }

        when:
        Toy.reset()
        reader = new GigReader(new CachedCompiler(new Compiler(new ToyDialect()), cache), { Findings.NONE })

        then:
        compiles { assert read() instanceof Result.Read } == 0
        Toy.said == ['3']
    }

    def "another text, another lib or another name is another entry"() {
        given:
        reader = reader(new ScriptCache(cacheFolder()))
        file('lib/Helper.groovy', 'class Helper { static int n() { 3 } }')

        expect:
        compiles { read("say Helper.n().toString()") } == 2
        compiles { read("say Helper.n().toString() // b") } == 1
        compiles { file('lib/Helper.groovy', 'class Helper { static int n() { 4 } }'); read() } == 2
        compiles { generations << reader.read(file('other.groovy', "say Helper.n().toString() // b")).generation() } == 1
        Toy.said == ['3', '3', '4', '4']
    }

    def "a spoilt entry is ignored and written anew: #how"() {
        given:
        reader = reader(new ScriptCache(cacheFolder()))
        read("say 'x'")
        def entry = entries()[0]
        def good = Files.readAllBytes(entry)

        when:
        Files.write(entry, spoil(good))

        then:
        read() instanceof Result.Read
        Toy.said == ['x', 'x']
        Files.readAllBytes(entry) == good

        where:
        how | spoil
        'empty' | { byte[] b -> new byte[0] }
        'cut' | { byte[] b -> Arrays.copyOf(b, b.length - 7) }
        'another file' | { byte[] b -> 'hello'.bytes }
        'one bit' | { byte[] b -> def c = b.clone(); c[b.length.intdiv(2)] ^= 1; c }
        'a huge length' | { byte[] b -> def c = b.clone(); (4..20).each { c[it] = (byte) 0x7f }; c }
    }

    def "the entries used longest ago go first"() {
        given:
        def cache = new ScriptCache(cacheFolder(), 3, 1 << 20)
        def compiled = { String n -> new Compiled(n, [(n.toString()): new byte[10]]) }

        when:
        ['a', 'b', 'c'].eachWithIndex { n, i ->
            cache.put(n, compiled(n))
            Files.setLastModifiedTime(cacheFolder().resolve(n + '.classes'), FileTime.fromMillis(1000L * i))
        }
        cache.get('a')
        cache.put('d', compiled('d'))

        then:
        ['a', 'b', 'c', 'd'].collect { cache.get(it)?.main() } == ['a', null, 'c', 'd']
    }

    def "the cache is bounded by its bytes too"() {
        given:
        def cache = new ScriptCache(cacheFolder(), 100, 3_000)

        when:
        10.times { cache.put("k$it", new Compiled('x', [x: new byte[900]])) }
        cache.put('large', new Compiled('x', [x: new byte[9_000]]))

        then:
        entries().sum { Files.size(it) } <= 3_000
        cache.get('large') == null
    }

    def "a cache that cannot be written costs only time"() {
        given:
        Files.writeString(cacheFolder(), 'a file in the way')
        reader = reader(new ScriptCache(cacheFolder()))

        expect:
        read("say 'x'") instanceof Result.Read
    }
}
