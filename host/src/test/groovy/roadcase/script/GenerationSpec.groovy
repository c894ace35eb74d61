package roadcase.script

import java.lang.ref.WeakReference
import roadcase.script.toy.Toy

class GenerationSpec extends Gigs {
    def "a hundred readings leave no classes behind"() {
        given:
        file('lib/Helper.groovy', 'class Helper { def twice(x) { x + x } ; int n = 3 }')
        List<WeakReference<ClassLoader>> loaders = []

        when:
        100.times { n ->
            file('gig.groovy', """
                def l = lamp(WindLamp)
                def h = new Helper()
                say "\${h.n} reading $n"
                say h.twice('a').toString()
                l.onBlow { say 'blown' }
                l.onFlicker { f -> say "heat \$f.heat" }
                shelf('s') { [1, 2].each { put "thing \$it" } }
            """)
            def result = reader.read(folder.resolve('gig.groovy'))
            Toy.reactions[0].run()
            loaders << new WeakReference(result.generation().loader())
            result.generation().close()
            Toy.reset()
        }

        then:
        left(loaders) <= 3    // the newest may still lie on a stack or in a call site
    }

    /** The collector may need to be asked more than once. */
    private static int left(List<WeakReference<ClassLoader>> loaders) {
        for (int i = 0; i < 20; i++) {
            System.gc()
            if (loaders.count { it.get() != null } <= 3) break
            Thread.yield()
        }
        loaders.count { it.get() != null } as int
    }
}
