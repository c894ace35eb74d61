package roadcase.played

import groovy.transform.CompileStatic
import spock.lang.Specification

import static roadcase.played.Launcher.pad

/**
 * Whatever hands, reloads, lost units and panics do: the lights are those of a small model of what was seen, at most one clip
 * of a column plays, and code hears of each clip start and stop by turns.
 */
class ClipsPropertySpec extends Specification {
    static final int CASES = 40
    static final int DEEDS = 60

    def "lights are the model's, one clip plays in a column, starts and stops alternate (#script)"() {
        expect:
        (1..CASES).every { int seed -> new Evening(seed, bars).play() == '' }

        where:
        bars << [true, false]
        script = bars ? 'by bars' : 'by hand'
    }

    @CompileStatic
    static class Evening {
        static final List<String> FULL = '''
            xxx.x...
            xxxxx...
            .xxx.x..
            ..x..x..
            ........
            ........
            ........
            x.x.x.x.
            '''.readLines()*.trim().findAll { String line -> line }
        private final Random random
        private final boolean bars
        private final Launcher apc
        private final List<String> deeds = []
        private final Set<String> down = new TreeSet<>()
        private Set<String> taken = new TreeSet<>()
        /** By column, from 1: what plays and what is next (0 is the end of what plays), null for nothing. */
        private final Map<Integer, Integer> plays = [:]
        private final Map<Integer, Integer> next = [:]
        private final Set<Integer> ofRow = new TreeSet<>()
        private Integer row
        private double now = 0.1d
        private boolean gone
        private final Set<Integer> leaving = new TreeSet<>()

        Evening(int seed, boolean bars) {
            random = new Random(seed)
            this.bars = bars
            apc = new Launcher(script())
        }

        private String script() {
            List<String> lines = (1..8).collect { int r -> (1..8).collect { int c -> has(c, r) ? 'x' : '.' }.join(' ') }
            Launcher.HEAD + 'def link = clock(LINK, 120.bpm)\napc.grid.clips {\nlayout """\n' + lines.join('\n') + '\n"""\n' +
                    Launcher.BUTTONS + Launcher.CODE + (bars ? 'quantise 1.bar, link\n' : '') + '}\n'
        }

        private boolean has(int column, int row) {
            FULL[row - 1][column - 1] == 'x' && !(pad(column, row) in taken)
        }

        String play() {
            for (int i = 0; i < DEEDS; i++) {
                later()
                deed()
                String wrong = wrong()
                if (wrong) return "$wrong after ${deeds.join(', ')}"
            }
            ''
        }

        /** Never on a line itself, for there a press is not seen to wait. */
        private void later() {
            double then = now + 0.07d + random.nextInt(8) * 0.1d
            if (Math.abs(then / 2d - Math.round(then / 2d)) < 0.01d) then += 0.05d
            boolean passed = Math.floor(then / 2d) > Math.floor(now / 2d)
            now = then
            apc.at(now)
            if (passed && bars) turn(1..8)
            if (passed && bars) row = null
        }

        private void turn(Iterable<Integer> columns) {
            for (int column : columns) {
                Integer then = next.remove(column)
                ofRow.remove(column)
                if (then == null) continue
                if (then == 0) plays.remove(column)
                else plays[column] = then
            }
        }

        private void deed() {
            int what = random.nextInt(20)
            if (what == 0) reload()
            else if (what == 1) plug()
            else if (what == 2 && random.nextInt(4) == 0) panic()
            else if (gone) return
            else if (down && random.nextBoolean()) release(down[random.nextInt(down.size())])
            else press(control(random.nextInt(10)))
        }

        private String control(int kind) {
            if (kind < 6) return pad(1 + random.nextInt(8), 1 + random.nextInt(8))
            if (kind < 8) return "columnButton ${1 + random.nextInt(8)}"
            kind < 9 ? "rowButton ${1 + random.nextInt(7)}" : 'rowButton 8'
        }

        private void press(String control) {
            if (!down.add(control)) return
            deeds << (control + ' down' as String)
            apc.press(control)
            List<Integer> at = numbers(control)
            if (control.startsWith('row ') && has(at[1], at[0])) {
                next[at[1]] = at[0]
                ofRow.remove(at[1])
            } else if (control.startsWith('columnButton') && plays[at[0]] == null) {
                down.remove(control) // nothing to let go of
                apc.release(control)
            } else if (control.startsWith('rowButton')) {
                row = at[0]
                for (int column in 1..8) {
                    next.remove(column)
                    ofRow.remove(column)
                    boolean same = plays[column] == row
                    if (has(column, row) && !same) next[column] = row
                    else if (!has(column, row) && plays[column] != null) next[column] = 0
                    if (next[column] != null) ofRow << column
                }
            }
        }

        private void release(String control) {
            down.remove(control)
            deeds << (control + ' up' as String)
            apc.release(control)
            List<Integer> at = numbers(control)
            if (control.startsWith('columnButton')) {
                next.remove(at[0])
                ofRow.remove(at[0])
                plays.remove(at[0])
            } else if (bars) {
                return
            } else if (control.startsWith('rowButton') && row == at[0]) {
                row = null
                turn(new ArrayList<Integer>(ofRow))
            } else if (control.startsWith('row ') && next[at[1]] == at[0] && !(at[1] in ofRow)) {
                turn([at[1]])
            }
        }

        private static List<Integer> numbers(String control) {
            control.findAll(/\d+/).collect { String n -> n as Integer }
        }

        private void reload() {
            String one = pad(1 + random.nextInt(8), 1 + random.nextInt(8))
            if (!taken.remove(one)) taken.add(one)
            deeds << ("$one in or out of the layout" as String)
            for (int column in 1..8) {
                if (next[column] && !has(column, next[column])) next.remove(column)
                if (plays[column] && !has(column, plays[column]) && next[column] == null) {
                    next[column] = 0
                    leaving << column
                } else if (column in leaving && plays[column] && has(column, plays[column]) && next[column] == 0 && !(column in ofRow)) {
                    next.remove(column)
                }
            }
            if (!bars) for (int column in 1..8) if (next[column] == 0 && !(column in ofRow)) turn([column])
            apc.gig.reload(script())
        }

        private void plug() {
            gone = !gone
            deeds << (gone ? 'unit gone' : 'unit back')
            if (!gone) {
                apc.gig.comesBack('APC MINI')
                return
            }
            apc.switchedOff()
            if (!bars && down) {
                next.clear()
                ofRow.clear()
                row = null
            }
            down.clear()
        }

        private void panic() {
            deeds << 'panic'
            apc.gig.panic()
            plays.clear()
            next.clear()
            ofRow.clear()
            row = null
        }

        private String wrong() {
            if (apc.gig.faults()) return apc.gig.faults()[0]
            String heard = alternate()
            if (heard || gone) return heard
            Map<String, String> seen = apc.lights()
            for (int column in 1..8) {
                for (int r in 1..8) {
                    boolean on = plays[column] == r
                    String meant = next[column] == r ? 'green blink' : on ? 'green' : has(column, r) ? 'yellow' : 'off'
                    if (seen[pad(column, r)] != meant) return "${pad(column, r)} shows ${seen[pad(column, r)]}, not $meant"
                }
                String button = "columnButton $column"
                String meant = plays[column] == null ? 'off' : button in down ? 'red blink' : 'red'
                if (seen[button] != meant) return "$button shows ${seen[button]}, not $meant"
                String blinks = row == column ? 'green blink' : 'off'
                if (seen["rowButton $column".toString()] != blinks) return "rowButton $column shows ${seen["rowButton $column".toString()]}, not $blinks"
            }
            ''
        }

        /** What the code sent for clips: on and off by turns, and never two of a column. */
        private String alternate() {
            Map<Integer, Integer> on = [:]
            for (String hex : apc.gig.heard('DAW')) {
                int note = Integer.parseInt(hex[3..4], 16)
                if (hex.startsWith('B') || hex.startsWith('E')) continue // panic
                if (hex.startsWith('90') && on.put(note % 8, note) != null) return "two clips of column ${note % 8 + 1} at once"
                if (hex.startsWith('80')) on.remove(note % 8, note)
            }
            Set<Integer> model = new TreeSet<>(plays.collect { Integer column, Integer r -> (8 - r) * 8 + column - 1 })
            new TreeSet<>(on.values()) == model ? '' : "code was told of ${on.values()}, what plays is $model"
        }
    }
}
