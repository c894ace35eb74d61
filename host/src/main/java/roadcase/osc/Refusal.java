package roadcase.osc;

/** Why a packet was refused. */
public enum Refusal {
    EMPTY("it has nothing in it"),
    TOO_LONG("it is longer than a packet can be"),
    NOT_IN_FOURS("its length is no multiple of four"),
    ADDRESS_NOT_ENDED("its address has no end"),
    ADDRESS("its address is empty, too long or has characters that no address has"),
    PADDING("what fills it up to four bytes is not zero"),
    TYPES_MISSING("it has arguments without their types"),
    TYPES_NOT_ENDED("its types have no end"),
    TYPE("it has a type that nobody knows"),
    ARRAY("its lists are not closed, not opened, or in each other"),
    ARGUMENT_MISSING("it ends before its last argument"),
    TEXT_NOT_ENDED("a text in it has no end"),
    BLOB_LENGTH("a blob in it says that it is longer than the packet"),
    TOO_MUCH("it has bytes after its last argument"),
    BUNDLE_HEAD("it is a bundle without a time"),
    BUNDLE_ELEMENT("a part of its bundle says that it is longer than the packet"),
    BUNDLE_DEPTH("its bundles nest deeper than eight"),
    BUNDLE_LENGTH("its bundle has more than 1,024 messages"),
    CODEC("it could not be read");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** For a person: {@code its address has no end}. */
    public String sentence() {
        return sentence;
    }
}
