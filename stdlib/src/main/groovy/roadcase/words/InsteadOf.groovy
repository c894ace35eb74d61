package roadcase.words

import groovy.transform.PackageScope

/** What to say instead of methods that Groovy puts on every object, and that would do nothing, or harm, on stage. */
@PackageScope
final class InsteadOf {
    private static final String PLAIN = 'write a plain for (x in ...) { } or if (...) { }'
    private static final String WAIT = 'a script never waits: say after(1.second) { ... }'

    static final Map<String, String> SENTENCES = [
        sleep: WAIT,
        wait: WAIT,
        every: 'for all banks say everyBank { ... }, for anything else ' + PLAIN,
        any: PLAIN,
        find: PLAIN,
        findAll: PLAIN,
        findResult: PLAIN,
        findIndexOf: PLAIN,
        grep: PLAIN,
        collect: PLAIN,
        inject: PLAIN,
        split: "to split a keyboard say keys.zone('Bass', 0..34)",
        with: 'say each line by its full name',
        tap: 'say each line by its full name',
        use: 'say each line by its full name',
        identity: 'say each line by its full name',
        dump: "'roadcase explain' tells what a gig does",
        inspect: "'roadcase explain' tells what a gig does",
        evaluate: "other scripts are read by include 'name'",
        run: "other scripts are read by include 'name'",
        load: "other scripts are read by include 'name'",
        exit: "'quit' at the prompt ends the evening; a script cannot",
    ]

    private InsteadOf() {}
}
