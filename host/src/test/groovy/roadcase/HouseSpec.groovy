package roadcase

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchRule
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

/** Who may know whom. A new arrow needs a paragraph in the README and a line here. */
class HouseSpec extends Specification {
    /** Each package, and all it may know of ours. */
    static final Map<String, List<String>> ARROWS = [
        files  : [],
        engine : [],
        sockets: [],
        midi   : ['engine', 'sockets'],
        osc    : ['engine'],
        clock  : ['engine'],
        audio  : ['engine'],
        link   : ['engine', 'clock'],
        route  : ['midi', 'clock'],
        surface: ['midi', 'clock', 'route'],
        loop   : ['osc', 'clock', 'audio', 'surface'],
        rig    : ['files', 'engine', 'midi', 'osc', 'clock', 'audio', 'link', 'route', 'surface', 'loop'],
        // a language brings simulated units, and says so to the faces
        script : ['files', 'osc', 'rig'],
        // faces show what a rig is made of; they do not play it themselves
        cli    : ['files', 'midi', 'osc', 'route', 'surface', 'loop', 'rig', 'script', 'web'],
        web    : ['files', 'sockets', 'midi', 'route', 'surface', 'loop', 'rig', 'script']
    ]
    static final List<String> TOUCH_THE_DISK = ['files', 'script', 'cli', 'web']

    @Shared JavaClasses house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages('roadcase')

    static String inside(String name) {
        "roadcase.${name}.."
    }

    void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(house)
    }

    def "the house is read, and every package of it is drawn here"() {
        expect:
        house.size() > 50
        (house*.packageName).findAll { it.startsWith('roadcase.') }.every { ARROWS.containsKey(it.split(/\./)[1]) }
    }

    def "#name knows only #known of ours"() {
        expect:
        holds noClasses().that().resideInAPackage(inside(name)).should().dependOnClassesThat()
                .resideInAnyPackage(*((ARROWS.keySet() - name - known).collect { inside(it) }))

        where:
        name << ARROWS.keySet()
        known = ARROWS[name]
    }

    def "the kernel knows no word of the language and no brand of gear"() {
        expect:
        holds noClasses().should().dependOnClassesThat().resideInAnyPackage('roadcase.words..', 'roadcase.devices..',
                'roadcase.units..', 'roadcase.docs..', 'roadcase.mixers..', 'roadcase.figures..', 'roadcase.importers..')
    }

    def "only #these touch the disk"() {
        expect:
        holds noClasses().that().resideOutsideOfPackages(*these.collect { inside(it) }).should().dependOnClassesThat()
                .haveNameMatching(/java\.nio\.file\.(Files|FileSystems?|WatchService)|java\.io\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)/)

        where:
        these = TOUCH_THE_DISK
    }

    def "only #these print"() {
        expect:
        holds noClasses().that().resideOutsideOfPackages(*these.collect { inside(it) })
                .should().accessField(System, 'out').orShould().accessField(System, 'err')

        where:
        these = TOUCH_THE_DISK
    }

    def "only engine loads the native library"() {
        expect:
        holds noClasses().that().resideOutsideOfPackage('roadcase.engine..').should()
                .callMethod(System, 'loadLibrary', String).orShould().callMethod(System, 'load', String)
        holds noClasses().that().resideOutsideOfPackage('roadcase.engine..').should().dependOnClassesThat()
                .haveFullyQualifiedName('com.sun.jna.Native')
    }

    def "a rig reaches the disk through its memory alone"() {
        expect:
        holds noClasses().that().resideInAPackage('roadcase.rig..').and().haveSimpleNameNotStartingWith('Memory').should()
                .dependOnClassesThat().resideInAPackage('roadcase.files..')
    }

    def "MIDI reaches the native library through its native backend alone"() {
        expect:
        holds noClasses().that().resideInAPackage('roadcase.midi..').and().haveSimpleNameNotStartingWith('NativeBackend').should()
                .dependOnClassesThat().resideInAPackage('roadcase.engine..')
    }

    def "only sockets knows the web server, and of MIDI only its network ports know sockets"() {
        expect:
        holds noClasses().that().resideOutsideOfPackage('roadcase.sockets..').should().dependOnClassesThat()
                .resideInAnyPackage('io.undertow..', 'org.xnio..', 'java.net.http..')
        holds noClasses().that().resideInAPackage('roadcase.midi').should().dependOnClassesThat()
                .resideInAnyPackage('roadcase.sockets..', 'roadcase.midi.net..')
    }

    def "routes are pure: no state that others see, no threads, no time"() {
        expect:
        holds noClasses().that().resideInAPackage('roadcase.route..').should().dependOnClassesThat()
                .resideInAnyPackage('java.util.concurrent..', 'java.net..')
        holds noClasses().that().resideInAnyPackage('roadcase.route..', 'roadcase.clock..', 'roadcase.surface..').should()
                .callMethod(System, 'nanoTime').orShould().callMethod(System, 'currentTimeMillis')
    }

    def "nobody ends the process but the command line"() {
        expect:
        holds noClasses().that().resideOutsideOfPackage('roadcase.cli..').should().callMethod(System, 'exit', int)
                .orShould().callMethod(Runtime, 'halt', int)
    }

    def "every package says what it does, what it refuses to know, and draws it: #folder"() {
        given:
        def text = Files.readString(folder.resolve('package-info.java'))

        expect:
        text.contains('<pre>')
        text.toLowerCase().contains('refuse')

        where:
        folder << packages()
    }

    static List<Path> packages() {
        Path sources = Path.of(System.getProperty('roadcase.house'), 'host/src/main/java')
        Files.walk(sources).withCloseable { walk ->
            walk.filter { it.toString().endsWith('.java') }.map { it.parent }.distinct().toList()
        }
    }
}
