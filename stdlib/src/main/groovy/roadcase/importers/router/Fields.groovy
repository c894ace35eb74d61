package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * The fields of one object, read leniently: what is missing or of another type has its default, and a finding says so.
 * One thread, for the time of a reading.
 */
@PackageScope
final class Fields {
    private final Json json
    private final Findings findings
    private final List<String> missing = []
    private final Set<String> known = []

    Fields(Json json, Findings findings) {
        this.json = json
        this.findings = findings
        if (!json.isObject()) findings.defaulted(json.place, "it is ${json.shown()}, not an object; defaults are taken")
    }

    Place getPlace() {
        json.place
    }

    private Json field(String key) {
        known << key
        Json field = json.fields()[key]
        if (field == null && json.isObject()) missing << key
        field
    }

    boolean has(String key) {
        json.has(key)
    }

    /** A whole number between both ends. */
    int number(String key, int otherwise, int low, int high) {
        Json field = field(key)
        if (field == null) return otherwise
        Integer number = field.number()
        if (number == null && field.text() ==~ /-?\d{1,6}/) {
            number = field.text().toInteger()
            findings.corrected(field.place, "the text ${field.shown()} is taken as a number")
        }
        if (number == null) {
            findings.defaulted(field.place, "it is ${field.shown()}, not a whole number; $otherwise is taken")
            return otherwise
        }
        if (number < low || number > high) {
            findings.defaulted(field.place, "it is $number, and $low to $high make sense; $otherwise is taken")
            return otherwise
        }
        number
    }

    String text(String key, String otherwise) {
        Json field = field(key)
        if (field == null) return otherwise
        String text = field.text()
        if (text == null && field.isNumber()) {
            findings.corrected(field.place, "the number ${field.shown()} is taken as a text")
            text = field.shown()
        }
        if (text == null) {
            findings.defaulted(field.place, "it is ${field.shown()}, not a text; "
                    + (otherwise.isEmpty() ? 'none is taken' : "'$otherwise' is taken"))
            return otherwise
        }
        text
    }

    boolean yes(String key, boolean otherwise) {
        Json field = field(key)
        if (field == null) return otherwise
        Boolean yes = field.yes()
        if (yes == null && field.number() in [0, 1]) yes = field.number() == 1
        else if (yes == null && field.text() in ['true', 'false']) yes = field.text() == 'true'
        if (yes == null) {
            findings.defaulted(field.place, "it is ${field.shown()}, neither true nor false; $otherwise is taken")
            return otherwise
        }
        yes
    }

    /** The items of a list; none where there is no list. */
    List<Json> list(String key) {
        Json field = field(key)
        if (field == null) return []
        if (!field.isList()) findings.defaulted(field.place, "it is ${field.shown()}, not a list; it is taken as empty")
        field.items()
    }

    /** Texts of a list; what is no text is left out. */
    List<String> texts(String key) {
        List<String> texts = []
        for (Json item : list(key)) {
            if (item.text() != null) texts << item.text()
            else findings.defaulted(item.place, "it is ${item.shown()}, not a text; it is left out")
        }
        texts
    }

    /** An object inside, or null. */
    Json object(String key) {
        Json field = field(key)
        if (field == null) return null
        if (!field.isObject()) {
            findings.defaulted(field.place, "it is ${field.shown()}, not an object; defaults are taken")
            return null
        }
        field
    }

    /** Any value, or null. */
    Json any(String key) {
        field(key)
    }

    /** Keys that may be there and say nothing to us. */
    void unused(String... keys) {
        known.addAll(keys)
    }

    /** A key that may be missing without a word, because only some versions write it. */
    void mayLack(String... keys) {
        missing.removeAll(keys as List<String>)
    }

    /** When all fields are read: says what was missing, and what nobody knows. */
    void done() {
        if (!missing.isEmpty()) findings.defaulted(json.place, "without ${listed(missing)}; defaults are taken")
        List<String> strange = json.fields().keySet().findAll { String key -> !(key in known) } as List<String>
        if (!strange.isEmpty()) findings.skipped(json.place, "${listed(strange)}: not of the format as we know it")
    }

    private static String listed(List<String> keys) {
        List<String> shown = keys.collect { String key -> Plain.line(key) }
        shown.size() > 20 ? shown.take(20).join(', ') + " and ${shown.size() - 20} more" : shown.join(', ')
    }
}
