package roadcase.importers.router

import groovy.transform.PackageScope

/** Where something stands in a file: its JSON path, and line and column from 1 (0 where it stands nowhere). */
@PackageScope
record Place(String path, int line, int column) {
    @Override
    String toString() {
        String name = path ?: 'the file'
        line > 0 ? "$name (line $line, column $column)" : name
    }
}
