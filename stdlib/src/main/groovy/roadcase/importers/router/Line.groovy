package roadcase.importers.router

import groovy.transform.PackageScope

/** A finished line of the script: what it begins with, what it says, how it ends, and a remark above it. */
@PackageScope
record Line(String base, Way way, String end, String remark) {
    private static final int WIDEST = 116

    static Line to(String base, Way way, List<String> ports, String remark) {
        new Line(base, way, "to(${ports.join(', ')})".toString(), remark)
    }

    /** At this depth; a block inside has lines of its own, and a long line goes on below. */
    List<String> at(int depth) {
        String indent = '    ' * depth
        List<String> lines = remark.isBlank() ? [] : ["$indent// ${remark}".toString()]
        List<String> said = way.words().collect { String w -> ".$w".toString() } + [".$end".toString()]
        String whole = base + said.join('')
        if (!whole.contains('\n') && indent.length() + whole.length() > WIDEST)
            whole = base + said[0] + said.drop(1).collect { String s -> "\n        $s".toString() }.join('')
        List<String> rows = whole.split('\n') as List<String>
        boolean inBlock = false
        for (String row : rows) {
            if (row.startsWith('}')) inBlock = false
            lines << indent + (inBlock ? '    ' : '') + row
            if (row.endsWith('{')) inBlock = true
        }
        lines
    }
}
