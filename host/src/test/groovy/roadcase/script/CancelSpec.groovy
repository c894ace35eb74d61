package roadcase.script

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import roadcase.rig.ScriptThread
import roadcase.script.toy.Flame
import roadcase.script.toy.Toy

/** A reaction that does not end is ended, whatever it tries. */
class CancelSpec extends Gigs {
    /** Runs it on a script's thread, cancels it once it has begun; gives what came out. */
    private Object cancelled(Runnable reaction, Closure<Boolean> ready = { true }) {
        def begun = new CountDownLatch(1)
        def ended = new CountDownLatch(1)
        Object outcome = null
        boolean told = false
        long turn = 0
        def thread = new ScriptThread({
            def self = (ScriptThread) Thread.currentThread()
            turn = self.beginTurn()
            begun.countDown()
            try {
                reaction.run()
                outcome = 'came back'
            } catch (Throwable e) {
                outcome = e
            }
            told = self.endTurn()
            ended.countDown()
        }, 'spec')
        thread.start()
        assert begun.await(5, TimeUnit.SECONDS)
        while (!ready()) Thread.onSpinWait()
        thread.cancel(turn)
        assert ended.await(1, TimeUnit.SECONDS)
        assert told
        return outcome
    }

    def "'#script' is ended"() {
        given:
        file('lib/Loops.groovy', '''
            class Loops {
                static void forever() { while (true) { } }
                static void typed() { for (;;) { try { forever() } catch (Throwable t) { } } }
                static int recurse(int n) { try { return recurse(n) + 1 } catch (StackOverflowError e) { return recurse(n) } }
            }
        ''')
        assert read("def l = lamp(WindLamp)\nl.onBlow {\n$script\n}") instanceof Result.Read

        expect:
        cancelled(Toy.reactions[0]) instanceof ScriptThread.Cancelled

        where:
        script << ['while (true) { }', 'while (true);', 'for (;;) { }', 'do { } while (true)', 'for (i in 1..2000000000) { }',
                   'while (true) { try { while (true) { } } catch (Throwable t) { say "no" } }',
                   'while (true) { try { while (true) { } } catch (Error t) { } finally { } }',
                   'try { while (true) { } } catch (Throwable t) { while (true) { } }',
                   'while (true) { (1..1000).each { it + 1 } }', 'Closure f = null; f = { int n -> f.call(n); n }; while (true) { try { f.call(1) } catch (Throwable e) { } }',
                   'Loops.forever()', 'Loops.typed()', 'Loops.recurse(1)']
    }

    def "what a script does after a catch is not done any more"() {
        given:
        read("def l = lamp(WindLamp)\nl.onBlow {\ntry { while (true) { } } catch (Throwable t) { say 'caught' }\nsay 'after'\n}")

        expect:
        cancelled(Toy.reactions[0]) instanceof ScriptThread.Cancelled
        Toy.said == []
    }

    def "the place where it was is known"() {
        given:
        def generation = read("def l = lamp(WindLamp)\nl.onBlow {\n  say 'x'\n  while (true) { }\n}").generation()

        when:
        def e = cancelled(Toy.reactions[0]) { Toy.said == ['x'] }

        then:
        with(Trouble.of((Throwable) e, generation, 'gig', { '' })) {
            line() == 4
            sentence() == 'this took too long and was stopped'
        }
    }

    def "a cancel that comes too late does not hit the next turn"() {
        given:
        def done = new CountDownLatch(1)
        def outcome = null
        def thread = new ScriptThread({
            def self = (ScriptThread) Thread.currentThread()
            long first = self.beginTurn()
            self.endTurn()
            self.beginTurn()
            self.cancel(first)
            try {
                ScriptThread.check()
                outcome = 'went on'
            } catch (ScriptThread.Cancelled e) {
                outcome = e
            }
            done.countDown()
        }, 'spec')

        when:
        thread.start()
        done.await(5, TimeUnit.SECONDS)

        then:
        outcome == 'went on'
    }

    def "on other threads nothing is cancelled"() {
        given:
        read("def l = lamp(WindLamp)\nl.onFlicker { f -> for (i in 1..f.heat) say 'x' }")

        when:
        Toy.flickers[0].flicker(new Flame(3))

        then:
        Toy.said == ['x', 'x', 'x']
    }
}
