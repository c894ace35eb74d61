package roadcase.cli

import java.nio.file.Files
import java.nio.file.Path
import roadcase.files.Folders
import roadcase.rig.plan.Origin
import roadcase.rig.plan.RackPlan
import roadcase.rig.plan.SlotPlan
import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir

@IgnoreIf({ !os.linux })
class PluginsPartSpec extends Specification {
    @TempDir Path temp
    private final ByteArrayOutputStream said = new ByteArrayOutputStream()
    private Path house

    def setup() {
        house = temp.resolve('house')
        Files.createDirectories(house.resolve('host/bin'))
        Files.createDirectories(house.resolve('native/build'))
        Files.writeString(house.resolve('native/build/roadcase-engine'), '')
    }

    private PluginsPart part() {
        def out = new PrintStream(said)
        def face = new Face(InputStream.nullInputStream(), out, out, false, [:], new Folders({ null }, 'Linux', temp), null, temp)
        new PluginsPart(house, house.resolve('native/build'), face)
    }

    private static RackPlan rack(String instrument, String... effects) {
        def slot = new SlotPlan(1, 'Lead', instrument, null, effects.toList(), 0d, [], Origin.NOWHERE)
        new RackPlan(0, 0, null, null, [slot], [:], Origin.NOWHERE)
    }

    /** Stands for the launcher: notes what it is asked, and builds, or not. */
    private void launcher(boolean builds) {
        BareHouse.tool(house.resolve('host/bin/roadcase'), "echo \"\$@\" >'${temp.resolve('asked')}'; "
                + (builds ? "touch '${house.resolve('native/build/libroadcase-plugins.so')}'" : 'exit 2'))
    }

    def "a gig without plugins is not asked anything"() {
        when:
        part().offer(plan, true, true)

        then:
        said.toString() == ''

        where:
        plan << [null, rack(null), rack('Poly'), rack('poly')]
    }

    def "unasked it is built where somebody said --yes, and asked for only once"() {
        given:
        launcher(true)

        when:
        part().offer(rack('Diva', 'Room'), true, false)

        then:
        said.toString().contains('This gig names plugins (Diva, Room)')
        Files.readString(temp.resolve('asked')) == 'plugins build --yes\n'
        part().isBuilt()
        part().symptom().fine()

        when:
        said.reset()
        part().offer(rack('Diva'), true, false)

        then:
        said.toString() == ''
    }

    def "where nobody can be asked nothing is built, and the way is said"() {
        given:
        launcher(true)

        when:
        part().offer(rack('Diva'), false, false)

        then:
        !Files.exists(temp.resolve('asked'))
        said.toString().contains('Their slots stay silent until it is: host/bin/roadcase plugins build builds it')
        part().symptom().todo() == 'host/bin/roadcase plugins build'
    }

    def "where it does not build, the gig plays without"() {
        given:
        launcher(false)

        when:
        part().offer(rack('Diva'), true, false)

        then:
        said.toString().contains('It was not built. The slots of these plugins stay silent; all else plays.')
    }
}
