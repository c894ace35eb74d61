package roadcase.mixers.simulated

import roadcase.osc.OscMessage

/**
 * Scenes and snippets of an X32, snapshots of an X AIR: saved, loaded, listed. A snippet keeps everything here, and there are
 * no libraries and no cues. One thread.
 */
final class Scenes {
    private final SimulatedDesk desk
    private int current = -1

    Scenes(SimulatedDesk desk) {
        this.desk = desk
    }

    boolean heard(InetSocketAddress from, OscMessage message) {
        desk.desk.byNode ? x32(from, message) : xAir(from, message)
    }

    private boolean x32(InetSocketAddress from, OscMessage message) {
        String what = message.text(0)
        int index = message.size() > 1 && message.arguments()[1] instanceof Integer ? (int) message.arguments()[1] : -1
        String where = "$what $index"
        boolean known = what in ['scene', 'snippet'] && index in 0..99
        switch (message.address()) {
            case '/save':
                return said(from, message, known && desk.memory.save(where, message.text(2) ?: '', message.text(3) ?: ''))
            case '/load':
                return said(from, message, known && load(from, where, index))
            case '/rename':
                return said(from, message, known && desk.memory.rename(where, message.text(2) ?: ''))
            case '/delete':
                return said(from, message, known && desk.memory.delete(where))
            case '/copy':
                return said(from, message, known && what == 'scene' && message.size() > 2 && message.number(2) in 0d..99d &&
                        desk.memory.copy(where, "scene ${(int) message.number(2)}"))
            case '/showdump':
                for (int n in 0..99) for (kind in ['scene', 'snippet']) {
                    String line = listed(kind, n)
                    if (line != null) desk.answer(from, 'node', line)
                }
                return true
            case '/-action/goscene':
                return message.size() == 1 && load(from, "scene ${(int) message.number(0)}", (int) message.number(0))
            case '/-action/gosnippet':
                return message.size() == 1 && load(from, "snippet ${(int) message.number(0)}", -1)
            case '/-action/undopt':
                return desk.memory.save('undo 0', 'undo', '')
            case '/-action/doundo':
                return load(from, 'undo 0', -1)
            case '/-show/prepos/current':
                if (message.size() == 0) desk.answer(from, message.address(), current)
                return true
            default:
                return named(from, message)
        }
    }

    private boolean said(InetSocketAddress from, OscMessage message, boolean done) {
        desk.answer(from, message.address(), message.text(0) ?: '', done ? 1 : 0)
        true
    }

    private boolean load(InetSocketAddress from, CharSequence where, int index) {
        List<String> changed = desk.memory.load(where.toString())
        if (changed == null) return false
        if (index >= 0) current = index
        // who loads it is told as everybody else: it did not set these
        desk.tellAll(null, changed)
        true
    }

    private String listed(String kind, int n) {
        String where = "$kind $n"
        String name = desk.memory.name(where)
        String number = String.format('%03d', n)
        name == null ? null
                : "/-show/showfile/$kind/$number \"$name\" \"${desk.memory.note(where)}\" %000000000 1\n".toString()
    }

    /** {@code /-show/showfile/scene/007/name}, and its line as a node. */
    private boolean named(InetSocketAddress from, OscMessage message) {
        def parts = message.address() =~ /\/-show\/showfile\/(scene|snippet)\/(\d{3})\/(name|notes|hasdata)/
        if (!parts.matches() || message.size() > 0) return false
        String where = "${parts.group(1)} ${parts.group(2) as int}"
        String name = desk.memory.name(where)
        String text = (parts.group(3) == 'name' ? name : desk.memory.note(where)) ?: ''
        Object value = parts.group(3) == 'hasdata' ? (Object) (name == null ? 0 : 1) : text
        desk.answer(from, message.address(), value)
        true
    }

    private boolean xAir(InetSocketAddress from, OscMessage message) {
        int index = message.size() == 1 && message.arguments()[0] instanceof Integer ? (int) message.arguments()[0] : -1
        boolean known = index in 1..64
        switch (message.address()) {
            case '/-snap/save':
                if (known && desk.memory.save("snap $index", desk.memory.name("snap $index") ?: '', '')) current = index
                return known
            case '/-snap/load':
                return known && load(from, "snap $index", index)
            case '/-snap/delete':
                return known && desk.memory.delete("snap $index".toString())
            case '/-snap/index':
                if (message.size() == 0) desk.answer(from, message.address(), Math.max(1, current))
                else if (known) current = index
                return message.size() == 0 || known
            case '/-snap/name':
                String here = "snap ${Math.max(1, current)}"
                if (message.size() == 0) desk.answer(from, message.address(), desk.memory.name(here) ?: '')
                else if (message.text(0) != null) desk.memory.rename(here, message.text(0))
                return true
            default:
                def parts = message.address() =~ /\/-snap\/(\d\d)\/name/
                if (!parts.matches()) return false
                desk.answer(from, message.address(), desk.memory.name("snap ${parts.group(1) as int}".toString()) ?: '')
                return true
        }
    }
}
