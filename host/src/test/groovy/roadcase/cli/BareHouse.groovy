package roadcase.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/**
 * A clone on a machine of our own making: the real launcher, a PATH that holds only what a bare Debian has, and
 * stand-ins for what is installed and built. Every stand-in writes what it was asked into {@code calls}.
 */
class BareHouse {
    static final List<String> BASE = [
            'awk', 'bash', 'cat', 'cp', 'dirname', 'env', 'find', 'flock', 'grep', 'head', 'mkdir', 'mktemp', 'mv',
            'readlink', 'rm', 'sleep', 'tail', 'true', 'uname']
    static final Map<String, String> PROVIDES = [
            maven: 'mvn', cmake: 'cmake', 'g++': 'g++', make: 'make', 'pkg-config': 'pkg-config', jackd2: 'jackd',
            'ableton-link-utils': 'LinkHut', 'zam-plugins': 'ZamDelay', xvfb: 'Xvfb', 'x11-utils': 'xwininfo']
    /** Packages without a program, and what shows that they are there. */
    static final Map<String, String> DATA = [
            'juce-modules-source': 'juce/modules/juce_audio_processors', 'dpf-source': 'dpf/distrho/DistrhoPluginMain.cpp']

    final Path root, home, tools, store, data, calls

    BareHouse(Path folder) {
        root = folder.resolve('a house')
        home = Files.createDirectories(folder.resolve('home'))
        tools = Files.createDirectories(folder.resolve('tools'))
        store = Files.createDirectories(folder.resolve('store'))
        data = Files.createDirectories(folder.resolve('data'))
        calls = Files.createFile(folder.resolve('calls'))
        def house = Path.of(System.getProperty('roadcase.house'))
        ['host/src/main', 'host/bin/launcher', 'stdlib/src/main', 'scripts/gigs', 'native/library'].each {
            Files.createDirectories(root.resolve(it))
        }
        ['pom.xml', 'host/pom.xml', 'stdlib/pom.xml', 'scripts/pom.xml', 'host/src/main/A.java',
         'native/CMakeLists.txt', 'scripts/gigs/a.groovy'].each { Files.writeString(root.resolve(it), it) }
        ['roadcase', 'launcher/jdk.sh', 'launcher/needs.sh', 'launcher/build.sh', 'launcher/run.sh'].each {
            Files.copy(house.resolve("host/bin/$it"), root.resolve("host/bin/$it"))
        }
        BASE.each { Files.createSymbolicLink(tools.resolve(it), which(it)) }
        jdk(home.resolve('.sdkman/candidates/java/99'), '99.0.1')
        root(true)
        PROVIDES.values().each { tool(store.resolve(it), "echo $it \"\$@\" >>'$calls'") }
        tool(store.resolve('mvn'), """
            [ "\$1" = -v ] && { echo 'Apache Maven 3.9.9 (x)'; exit; }
            echo mvn "\$@" >>'$calls'; echo "java home \$JAVA_HOME" >>'$calls'
            [ -f broken ] && { echo 'A.java:1: nonsense'; exit 1; }
            [ -f slow ] && sleep 1
            mkdir -p scripts/target/app
            case "\$*" in *native.skip=true*) ;; *) mkdir -p native/build; echo >native/build/libroadcase.so ;; esac""")
        tool(tools.resolve('apt-get'), """
            echo apt-get "\$@" >>'$calls'
            case "\$*" in *' install '*) ;; *) exit 0 ;; esac
            for package; do case \$package in
            ${PROVIDES.collect { pack, program -> "$pack) cp '$store/$program' '$tools' ;;" }.join('\n')}
            ${DATA.collect { pack, file -> "$pack) mkdir -p '$data/$file' ;;" }.join('\n')}
            esac; done""")
    }

    /** As if these packages had been installed before. */
    BareHouse with(String... packages) {
        packages.each {
            if (DATA[it]) Files.createDirectories(data.resolve(DATA[it]))
            else Files.copy(store.resolve(PROVIDES[it]), tools.resolve(PROVIDES[it]))
        }
        this
    }

    BareHouse withEverything() { with('maven', 'cmake', 'g++', 'make', 'pkg-config') }

    BareHouse withPlugins() { with('juce-modules-source') }

    BareHouse withEveryTest() { withEverything().withPlugins().with('jackd2', 'ableton-link-utils', 'zam-plugins', 'xvfb', 'x11-utils', 'dpf-source') }

    void root(boolean yes) { tool(tools.resolve('id'), "echo ${yes ? 0 : 1000}") }

    void sudo(boolean allows) {
        tool(tools.resolve('sudo'), "echo sudo \"\$@\" >>'$calls'; ${allows ? 'exec "$@"' : 'exit 1'}")
    }

    Path jdk(Path folder, String version) {
        Files.createDirectories(folder.resolve('bin'))
        Files.writeString(folder.resolve('release'), "JAVA_VERSION=\"$version\"\n")
        tool(folder.resolve('bin/javac'), 'exit 0')
        tool(folder.resolve('bin/java'), """
            case "\$*" in *ArchiveClassesAtExit*) exit 0 ;; esac
            for word; do printf '<%s>' "\$word"; done; echo
            [ "\${word}" = listen ] && cat
            exit 7""")
        folder
    }

    static void tool(Path file, String script) {
        Files.writeString(file, "#!${which('bash')}\n${script.stripIndent()}\n")
        file.toFile().setExecutable(true)
    }

    static Path which(String program) {
        System.getenv('PATH').split(':').collect { Path.of(it, program) }.find { Files.isExecutable(it) }
    }

    Process start(Map<String, String> environment = [:], Path launcher = this.launcher, List<String> words) {
        def builder = new ProcessBuilder([which('bash'), launcher]*.toString() + words)
        builder.environment().clear()
        builder.environment().putAll([PATH: tools.toString(), HOME: home.toString(), XDG_DATA_DIRS: data.toString()] + environment)
        builder.start()
    }

    Path getLauncher() { root.resolve('host/bin/roadcase') }

    Answer roadcase(Map<String, String> environment = [:], String input = '', List<String> words) {
        def process = start(environment, words)
        process.outputStream.withWriter { it << input }
        answer(process)
    }

    static Answer answer(Process process) {
        def out = new StringBuffer(), err = new StringBuffer()
        def readers = [process.consumeProcessOutputStream(out), process.consumeProcessErrorStream(err)]
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly()
            throw new AssertionError("the launcher did not end; it said: $err" as Object)
        }
        readers*.join(10_000)
        new Answer(process.exitValue(), out.toString(), err.toString())
    }

    List<String> called(String program) {
        Files.readAllLines(calls).findAll { it == program || it.startsWith("$program ") }
    }

    record Answer(int exit, String out, String err) { }
}
