package roadcase.importers.router

/** Names for the things of a script: short, readable, each given once, none that hides a word. One script each. */
final class Names {
    private static final Set<String> KEYWORDS = ('abstract as assert boolean break byte case catch char class const continue'
            + ' def default do double else enum extends false final finally float for goto if implements import in instanceof'
            + ' int interface it long native new null package permits private protected public record return sealed short'
            + ' static strictfp super switch synchronized this threadsafe throw throws trait transient true try var void'
            + ' volatile while yield args binding delegate owner property metaClass run main out').split(' ') as Set<String>
    private static final int LONGEST = 40

    private final Set<String> taken

    Names(Set<String> words) {
        taken = new HashSet<>(KEYWORDS + words)
    }

    private Names(Names outer) {
        taken = new HashSet<>(outer.taken)
    }

    /** Names inside a block: those of the script are taken there too. */
    Names inside() {
        new Names(this)
    }

    /**
     * Names for all of a kind at once, from what they are called, as short as tells them apart: Launch Control XL is
     * {@code launch} unless another begins alike.
     */
    Map<String, String> shortest(Map<String, String> called, String otherwise) {
        Map<String, List<String>> words = called.collectEntries { String key, String c -> [(key): words(c)] }
        Map<String, String> names = new LinkedHashMap<>()
        for (String one : called.keySet()) {
            List<String> own = words[one]
            int count = 1
            while (count < own.size() && words.any { String k, List<String> w -> k != one && w.take(count) == own.take(count) }) count++
            names[one] = take(joined(own.take(count)), otherwise)
        }
        names
    }

    /** A name made of another. */
    String variant(String name, String ending) {
        take(name + ending, '')
    }

    /** One name; the whole of what it is called. */
    String one(String called, String otherwise) {
        take(joined(words(called)), otherwise)
    }

    private String take(String wish, String otherwise) {
        String name = wish.isEmpty() || !Character.isJavaIdentifierStart(wish.charAt(0)) ? otherwise + wish.capitalize() : wish
        if (name.length() > LONGEST) name = name.substring(0, LONGEST)
        if (name in taken) {
            String base = name in KEYWORDS || Character.isDigit(name.charAt(name.length() - 1))
                    ? name + otherwise.capitalize() : name
            name = base
            for (int i = 2; name in taken; i++) name = base + i
        }
        taken << name
        name
    }

    private static List<String> words(String called) {
        called.split(/[^\p{L}\p{N}]+/).findAll { String w -> !w.isEmpty() } as List<String>
    }

    /** {@code Launch Control XL} is launchControlXl. */
    private static String joined(List<String> words) {
        StringBuilder name = new StringBuilder()
        for (String word : words) {
            String small = word.toLowerCase(Locale.ROOT)
            name.append(name.length() == 0 ? small : small.capitalize())
        }
        name.toString()
    }
}
