package roadcase.script;

/**
 * How much one file may hold. 125 kB of code compile within a heap of 256 MB; a megabyte filled 768 MB and came to no
 * end:
 * that would take the host's whole heap, with the show in it. A method ends at 64 kB of byte code anyhow.
 */
final class Size {
    static final int MOST_CODE = 128 << 10;
    static final int MOST_NESTED = 100;

    private Size() {}

    /** Null, or why this text is not even given to the parser. */
    static Brackets.Found refuse(String text) {
        Brackets.Found deep = Brackets.tooDeep(text, MOST_NESTED);
        if (deep != null) return deep;
        long code = text.lines().map(String::strip).filter(l -> !l.startsWith("//") && !l.startsWith("*")
                && !l.startsWith("/*"))
                .mapToLong(String::length).sum();
        return code <= MOST_CODE ? null : new Brackets.Found(0, 0,
                "this file is too long: put parts of it into files of their own and include them");
    }
}
