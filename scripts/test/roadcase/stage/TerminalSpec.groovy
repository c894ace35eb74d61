package roadcase.stage

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The shell on a terminal of its own, which `script` makes; there are machines that have none to give. */
@Requires({ TerminalSpec.canHaveOne() })
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TerminalSpec extends Specification {
    @TempDir Path home
    @AutoCleanup PlayedShow show

    static boolean canHaveOne() {
        System.getProperty('os.name') == 'Linux' && new File('/dev/pts/ptmx').exists()
                && System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'script').canExecute() }
    }

    private void until(Closure<Boolean> holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (!holds()) {
            assert System.nanoTime() < end: "not within a minute; it said $show.said"
            Thread.sleep(20)
        }
    }

    def "a signal ends it as without a terminal, and nothing of ours stays on the screen"() {
        given:
        def gig = Files.writeString(home.resolve('gig.groovy'), "def out = virtualOutput('Out')\n")
        show = PlayedShow.onTerminal(home, gig.toString(), '--midi', 'virtual')

        when:
        show.type('bank')
        until { show.hasSaid('This gig has no banks') }
        def java = show.process.descendants().filter { it.info().command().orElse('').endsWith('java') }.findFirst().get()
        java.destroy()

        then:
        show.code() == 128 + 15
        !show.hasSaid('Exception')
    }
}
